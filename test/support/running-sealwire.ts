import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Client, Push, Service } from '../../main/contract/index.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { entry as usual } from './entry.ts';

export interface Ready {
  readonly event: 'ready';
  readonly endpoint: string;
  readonly ui: string | null;
  readonly ca: string;
  readonly vault: string;
  readonly workspace: string;
  readonly pid: number;
  readonly alreadyRunning: boolean;
}

/** A Sealwire in a process and a home of its own, as a script would run it. */
export interface RunningSealwire {
  readonly ready: Ready;
  readonly home: string;
  readonly client: Client;
  readonly env: Readonly<Record<string, string>>;
  /** Everything the process wrote to stderr so far. */
  log(): string;
  /** Resolves with the service's ladder as soon as `matches` holds, by pushes alone; rejects after `withinMs`. */
  service(name: string | null, matches: (service: Service) => boolean, withinMs?: number): Promise<Service>;
  cli(
    args: readonly string[],
    options?: { readonly cwd?: string },
  ): Promise<{ code: number | null; stdout: string; stderr: string }>;
  stop(): Promise<void>;
}

/** The environment of a person's shell, without anything that would wire or un-wire an agent by itself. */
export function plainEnvironment(home: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: home, LANG: 'C.UTF-8' };
}

/** Starts `sealwire up --json` with a passphrase vault on a free port and waits for its ready line. */
export async function startSealwire(
  options: {
    readonly args?: readonly string[];
    readonly home?: string;
    /** A free one where it is left out. */
    readonly port?: number;
    readonly entry?: string;
    /** What Node.js itself is started with. */
    readonly nodeOptions?: readonly string[];
  } = {},
): Promise<RunningSealwire> {
  const { entry = usual } = options;
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'sealwire-test-'));
  const passphraseFile = join(home, '..', `${home.split('/').at(-1)}.passphrase`);
  writeFileSync(passphraseFile, 'correct horse battery staple\n', { mode: 0o600 });
  const env = { ...plainEnvironment(home), SEALWIRE_HOME: home, SEALWIRE_PASSPHRASE_FILE: passphraseFile };
  const up = [entry, 'up', '--json', '--no-ui', '--port', String(options.port ?? 0), ...(options.args ?? [])];
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), ...up], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stderr: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk.toString()));
  const ready = await readyLine(child, () => stderr.join(''));
  const client = await connectControl(foldersOf(home), realHost(env));
  if (client === null) throw new Error('the instance said it was ready, but nobody answers on its control socket');
  return {
    ready,
    home,
    client,
    env,
    log: () => stderr.join(''),
    service: (name, matches, withinMs = 100_000) => awaitService(client, name, matches, withinMs),
    cli: (args, { cwd = home } = {}) => runToEnd(process.execPath, [entry, ...args], { env, cwd }),
    stop: async () => {
      await client.close();
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
      rmSync(passphraseFile, { force: true });
    },
  };
}

async function readyLine(child: ChildProcess, stderr: () => string): Promise<Ready> {
  if (child.stdout === null) throw new Error('no stdout');
  for await (const line of createInterface({ input: child.stdout })) {
    const said: unknown = JSON.parse(line);
    if (typeof said === 'object' && said !== null && 'event' in said && said.event === 'ready') return said as Ready;
  }
  throw new Error(`sealwire up ended before it was ready: ${stderr()}`);
}

function awaitService(
  client: Client,
  name: string | null,
  matches: (service: Service) => boolean,
  withinMs: number,
): Promise<Service> {
  return new Promise((resolve, reject) => {
    let last: Service | null = null;
    const consider = (service: Service): void => {
      if (service.service !== name) return;
      last = service;
      if (!matches(service)) return;
      clearTimeout(timer);
      stop();
      resolve(service);
    };
    const stop = client.listen((push: Push) => {
      if (push.topic === 'service') consider(push.service);
    });
    const timer = setTimeout(() => {
      stop();
      reject(
        new Error(
          `the ladder of ${name} did not get there within ${withinMs} ms; last seen: ${JSON.stringify(last, null, 1)}`,
        ),
      );
    }, withinMs);
    client.call('service.list', {}).then(({ services }) => services.forEach(consider), reject);
  });
}

/** Runs a program to its end and collects what it wrote. */
export function runToEnd(
  file: string,
  args: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly cwd: string },
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
