import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { entry } from './entry.ts';
import { privateRootArguments } from './private-root.ts';
import { plainEnvironment } from './running-sealwire.ts';

/** What an ordinary user finds programs in; the PATH of whoever runs the tests may hold folders that are closed to others. */
const PATH = '/usr/local/bin:/usr/bin:/bin';

/** `nobody` of most systems: an ordinary user, who may change nothing of the machine. */
const USER = 65534;

/**
 * A Sealwire of an ordinary user, with its interface, in a home and a private root of its own: what it, or an administrator there, changes of the machine is in
 * memory and gone afterwards.
 */
export interface PrivateSealwire {
  readonly home: string;
  /** A link to the interface that nobody has used. */
  readonly link: string;
  /** Runs lines as the administrator of the private root, as a person does who pastes them; `sudo` asks for nothing there. */
  asAdministrator(lines: string): string;
  /** Ends the core without a word, as a power cut does. */
  kill(): Promise<void>;
  /** Starts the core again, in the same home and root; resolves to a new link. */
  restart(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Makes everything and starts `sealwire up --ui`. Needs what a private root needs. `as` names the home folder of a person, which is then theirs, so that a picture shows
 * the paths and the port that people see.
 */
export async function startPrivately({ as = null }: { readonly as?: string | null } = {}): Promise<PrivateSealwire> {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-private-'));
  const home = as ?? join(folder, 'home');
  const passphraseFile = join(folder, 'passphrase');
  mkdirSync(join(folder, 'root'));
  mkdirSync(home, { mode: 0o700, recursive: true });
  writeFileSync(passphraseFile, 'correct horse battery staple\n', { mode: 0o600 });
  for (const path of [folder, home, passphraseFile]) chownSync(path, USER, USER);
  const env = {
    ...plainEnvironment(home),
    PATH,
    SEALWIRE_HOME: as === null ? join(home, 'data') : join(home, '.local', 'share', 'sealwire'),
    SEALWIRE_PASSPHRASE_FILE: passphraseFile,
  };

  // The root lives as long as a program in it does; `cat` ends with its input.
  const holder = spawn('unshare', privateRootArguments(join(folder, 'root'), ['cat']), {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  holder.stdin.write('ready\n');
  await once(holder.stdout, 'data');
  const within = ['--mount', `--target=${holder.pid}`, '--'];
  const asUser = [...within, 'setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups'];
  const sealwire = [process.execPath, entry];
  execFileSync('nsenter', [...asUser, ...sealwire, 'init', '--json'], { env, cwd: home, stdio: 'pipe' });

  let core: ChildProcess;
  const start = async (): Promise<string> => {
    const up = [...sealwire, 'up', '--json', '--ui', '--no-open', '--port', as === null ? '0' : '8200'];
    const child = spawn('nsenter', [...asUser, ...up], { env, cwd: home, stdio: ['ignore', 'pipe', 'inherit'] });
    core = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const said: unknown = JSON.parse(line);
      if (typeof said === 'object' && said !== null && 'ui' in said && typeof said.ui === 'string') return said.ui;
    }
    throw new Error('it ended before it printed a link');
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (core.exitCode !== null || core.signalCode !== null) return;
    const ended = once(core, 'exit');
    core.kill(signal);
    await ended;
  };

  return {
    home,
    link: await start(),
    asAdministrator: (lines) =>
      execFileSync('nsenter', [...within, 'sh', '-ec', `sudo() { "$@"; }\n${lines}`], {
        env: { ...plainEnvironment(home), PATH: `${PATH}:/usr/sbin:/sbin` },
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    kill: () => end('SIGKILL'),
    restart: start,
    stop: async () => {
      await end('SIGTERM');
      const ended = once(holder, 'exit');
      holder.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
