import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type * as Electron from 'electron';
import type { DesktopFace } from '../../main/contract/desktop.ts';
import type { OldElectron } from './old-electron.ts';

/**
 * What Electron 9 is told besides the shell: Chromium 83 does not know the system calls that today's C library makes, and its filter would kill the page for them. The rest
 * of its sandbox stays on.
 */
const SWITCHES = ['--disable-seccomp-filter-sandbox'];

/** The shell in an Electron of its own. */
export interface RunningShell {
  /** Of Electron's main process. */
  readonly pid: number;
  /** The launcher's one line: that the window shows, or that another instance took over; null where it ended without a word. */
  readonly said: Promise<string | null>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Runs a function in the main process. It is sent as text, so it knows nothing of what is around it, and Node 12 reads it. */
  inMain<Given, Answer>(
    ask: (electron: typeof Electron, given: Given) => Answer | Promise<Answer>,
    given?: Given,
  ): Promise<Answer>;
  /** Runs a function in the page of the window, with what the preload gave it. */
  inPage<Given, Answer>(
    ask: (face: DesktopFace, given: Given) => Answer | Promise<Answer>,
    given?: Given,
  ): Promise<Answer>;
  /** Pids of everything that runs of it, the core and Chromium's helpers included. */
  processes(): number[];
  /** Kills all of that. */
  end(): Promise<void>;
  /** What Electron wrote to stderr so far. */
  log(): string;
}

export async function startShell(
  { file, args }: OldElectron,
  options: {
    readonly clone: string;
    readonly driver: string;
    readonly main: string;
    readonly env: Readonly<Record<string, string>>;
    readonly args: readonly string[];
  },
): Promise<RunningShell> {
  const { clone, driver, main, env } = options;
  // A session of its own, by which everything that it starts is known, whoever its parent is by then.
  const child = spawn(file, [...args, '-r', driver, main, ...SWITCHES, ...options.args], {
    env: { ...env, SEALWIRE_NODE: process.execPath, SEALWIRE_WINDOW_SIGNAL: '3' },
    cwd: clone,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} could not be started`);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<Awaited<RunningShell['ended']>>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const signals = createInterface({ input: child.stdio[3] as Readable });
  const said = new Promise<string | null>((resolve) => {
    signals.once('line', (line) => resolve((JSON.parse(line) as { event: string }).event));
    signals.once('close', () => resolve(null));
  });
  const ask = driving(child.stdio[4] as Socket, () => stderr);
  const processes = (): number[] => processesOfSession(pid);
  const inMain: RunningShell['inMain'] = async (question, given) => (await ask(String(question), given)) as never;
  return {
    pid,
    said,
    ended,
    inMain,
    inPage: (question, given) =>
      inMain(
        ({ BrowserWindow }, code) => BrowserWindow.fromId(1)?.webContents.executeJavaScript(code) as never,
        `(${question})(window.sealwireDesktop, ${JSON.stringify(given ?? null)})`,
      ),
    processes,
    end: async () => {
      for (const each of processes()) kill(each);
      await ended;
    },
    log: () => stderr,
  };
}

/** Sends questions to the driver in Electron's main process and gives back its answers. */
function driving(pipe: Socket, log: () => string): (code: string, given: unknown) => Promise<unknown> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  // Electron was killed (ECONNRESET, EPIPE); `close` follows.
  pipe.on('error', () => undefined);
  pipe.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error(`Electron is gone. ${log()}`));
  });
  createInterface({ input: pipe }).on('line', (line) => {
    const { id, value, error }: { id: number; value?: unknown; error?: string } = JSON.parse(line);
    if (error === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  return (code, given) => {
    const id = ++lastId;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(id, answer);
    pipe.write(`${JSON.stringify({ id, code, given })}\n`);
    return answer.promise;
  };
}

/** Every living process of a session (proc(5), `stat`: state, parent, group and session follow the name in parentheses). */
function processesOfSession(session: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, , , of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return Number(of) === session && state !== 'Z';
      } catch {
        // ENOENT, ESRCH: it has ended meanwhile.
        return false;
      }
    })
    .map(Number);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ESRCH: it has ended.
    return;
  }
}
