import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { Client } from '../../main/contract/index.ts';
import { Secret } from '../../main/contract/index.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { openPassphraseVault } from '../../main/core/vault/passphrase-vault.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { entry } from '../support/entry.ts';
import { plainEnvironment, type Ready } from '../support/running-sealwire.ts';

export const PASSPHRASE = 'correct horse battery staple';

/** How a process is started, where it is not as a script of the same user would. */
export interface Start {
  /** The whole environment, in place of the home's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** A command that runs the rest, such as `dbus-run-session --`. */
  readonly under?: readonly string[];
  /** User and group id. */
  readonly uid?: number;
  readonly stdio?: SpawnOptions['stdio'];
}

export interface Ended {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A data folder of its own in a temporary folder, and the real command line run on it. Everything ends with the test. */
export interface SystemHome {
  readonly folder: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  /** A new folder in `folder` that belongs to another user. */
  folderFor(uid: number): string;
  /** Runs one command to its end. */
  run(args: readonly string[], start?: Start): Promise<Ended>;
  /** What a command prints with `--json`; fails where it does not exit with 0. */
  json(...args: string[]): Promise<unknown>;
  /** Starts `up --json --no-ui --port 0 …` and waits for its ready line. */
  up(args?: readonly string[], start?: Start): Promise<Instance>;
}

/** A running Sealwire, seen from outside. */
export interface Instance {
  readonly ready: Ready;
  readonly port: number;
  readonly child: ChildProcess;
  readonly ended: Promise<number | string | null>;
  stderr(): string;
  /** A conversation over the control socket, closed with the test. */
  connect(): Promise<Client>;
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | string | null>;
  kill(): Promise<void>;
}

const UP = ['up', '--json', '--no-ui', '--port', '0'] as const;

/** A home whose vault is a passphrase file, or none: then secrets last for the session. */
export async function systemHome(vault: 'passphrase' | 'session' = 'passphrase'): Promise<SystemHome> {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-system-'));
  const home = join(folder, 'home');
  const passphraseFile = join(folder, 'passphrase');
  const env = {
    ...plainEnvironment(folder),
    SEALWIRE_HOME: home,
    ...(vault === 'passphrase' ? { SEALWIRE_PASSPHRASE_FILE: passphraseFile } : {}),
  };
  writeFileSync(passphraseFile, `${PASSPHRASE}\n`, { mode: 0o600 });
  if (vault === 'passphrase') await beginCheapVault(home);
  // Another user of the tests has to get as far as the data folder.
  chmodSync(folder, 0o755);

  const started = new Set<ChildProcess>();
  const groups = new Set<number>();
  onTestFinished(async () => {
    for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    // What runs under another program (a session of its own) does not end with it.
    for (const group of groups) endGroup(group);
    rmSync(folder, { recursive: true, force: true });
  });
  const launch = (args: readonly string[], start: Start = {}): ChildProcess => {
    const [file = '', ...rest] = [...(start.under ?? []), process.execPath, entry, ...args];
    const child = spawn(file, rest, {
      env: start.env ?? env,
      cwd: folder,
      stdio: start.stdio ?? ['ignore', 'pipe', 'pipe'],
      detached: start.under !== undefined,
      ...(start.uid === undefined ? {} : { uid: start.uid, gid: start.uid }),
    });
    started.add(child);
    if (start.under !== undefined && child.pid !== undefined) groups.add(child.pid);
    return child;
  };
  const run = (args: readonly string[], start?: Start): Promise<Ended> => collect(launch(args, start));

  return {
    folder,
    home,
    env,
    folderFor: (uid) => {
      const path = mkdtempSync(join(folder, 'theirs-'));
      chownSync(path, uid, uid);
      return path;
    },
    run,
    json: async (...args) => {
      const { code, stdout, stderr } = await run([...args, '--json']);
      if (code !== 0) throw new Error(`${args.join(' ')} exited with ${code}: ${stderr}`);
      return JSON.parse(stdout);
    },
    up: (args = [], start) => {
      const own = start?.env ?? env;
      return instanceOf(launch([...UP, ...args], start), own.SEALWIRE_HOME ?? home, own);
    },
  };
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // ESRCH: nothing of it is left.
    return;
  }
}

/** The vault file as a person's own would be, but with a key derivation that costs a tenth: these tests start Sealwire a hundred times. */
async function beginCheapVault(home: string): Promise<void> {
  const host = realHost({ HOME: home });
  const vault = await openPassphraseVault(host, foldersOf(home).vaultFile, new Secret(PASSPHRASE), {
    N: 2 ** 14,
    r: 8,
    p: 1,
  });
  await vault.set('begun', new Secret('before Sealwire'));
}

/** Collects what a process writes until it has ended. */
export function collect(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? signal, stdout, stderr }));
  });
}

async function instanceOf(child: ChildProcess, home: string, env: SystemHome['env']): Promise<Instance> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  const ready = await readyLine(child, () => stderr);
  return {
    ready,
    port: Number(new URL(ready.endpoint).port),
    child,
    ended,
    stderr: () => stderr,
    connect: async () => {
      const client = await connectControl(foldersOf(home), realHost(env));
      if (client === null) throw new Error(`nobody answers on the control socket of ${home}`);
      onTestFinished(() => client.close());
      return client;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function readyLine(child: ChildProcess, stderr: () => string): Promise<Ready> {
  if (child.stdout === null) throw new Error('its stdout is not a pipe');
  for await (const line of createInterface({ input: child.stdout })) {
    const said: Ready = JSON.parse(line);
    if (said.event === 'ready') return said;
  }
  throw new Error(`it ended before it was ready: ${stderr()}`);
}
