import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { entry } from '../support/entry.ts';
import { plainEnvironment, runToEnd } from '../support/running-sealwire.ts';

/** A home of its own with a passphrase file beside it, and the command line run on it as a script would. */
export interface CommandHome {
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** A command that goes on; its lines as they come. */
  start(...args: string[]): LineProcess;
  close(): void;
}

export interface LineProcess {
  readonly child: ChildProcess;
  /** The next line of stdout; rejects with what stderr holds where the process ends first. */
  nextLine(): Promise<string>;
  /** Exit code, or the name of the signal. */
  readonly ended: Promise<number | string | null>;
  stderr(): string;
}

export function commandHome(options: { readonly passphrase?: boolean } = {}): CommandHome {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-cli-'));
  const home = join(folder, 'home');
  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, 'correct horse battery staple\n', { mode: 0o600 });
  const env = {
    ...plainEnvironment(folder),
    TZ: 'UTC',
    SEALWIRE_HOME: home,
    ...(options.passphrase === false ? {} : { SEALWIRE_PASSPHRASE_FILE: passphraseFile }),
  };
  const started: ChildProcess[] = [];
  return {
    home,
    env,
    run: (...args) => runToEnd(process.execPath, [entry, ...args], { env, cwd: folder }),
    start: (...args) => {
      const process_ = lineProcess(args, env, folder);
      started.push(process_.child);
      return process_;
    },
    close: () => {
      for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function lineProcess(args: readonly string[], env: Readonly<Record<string, string>>, cwd: string): LineProcess {
  const child = spawn(process.execPath, [entry, ...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    ended,
    stderr: () => stderr,
    nextLine: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`it ended without another line: ${stderr}`);
      return value;
    },
  };
}
