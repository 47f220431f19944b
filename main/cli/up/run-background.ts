import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { asSealwireError, ERRORS, type ErrorCode, fail, SealwireError } from '../../contract/errors.ts';
import type { CommandContext } from '../command.ts';
import type { RelayOrder } from './read-relay.ts';
import type { Ready, WaitingForClick } from './ready.ts';
import type { Wish } from './wish.ts';

/**
 * Starts the instance as a process of its own, detached from this terminal, and resolves with its first line. What it has to say on stderr goes to
 * `logs/background.log`; where it ends before it is ready, its own error is thrown here.
 */
export async function runBackground(
  context: CommandContext,
  wish: Wish,
  relay: RelayOrder | null,
): Promise<Ready | WaitingForClick> {
  const { host, folders, program } = context;
  host.disk.makeFolder(folders.logs, 0o700);
  const path = join(folders.logs, 'background.log');
  host.disk.remove(path);
  host.disk.create(path, Buffer.of(), 0o600);
  const log = openSync(path, 'a');
  const byStdin = wish.relay.some((word) => word.endsWith('-stdin')) ? (relay?.wish.credential?.value ?? null) : null;
  const child = spawn(process.execPath, [...process.execArgv, program.entry, ...childArguments(context, wish)], {
    detached: true,
    windowsHide: true,
    stdio: [byStdin === null ? 'ignore' : 'pipe', 'pipe', log],
    env: { ...process.env, SEALWIRE_HOME: folders.home },
  });
  child.stdin?.on('error', () => {
    // It ended before it read: what it has to say about that is in its log.
  });
  child.stdin?.end(byStdin?.reveal());
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const line = await firstLine(child);
  child.stdout?.destroy();
  if (line === null) throw lastError(host.disk.read(path)?.toString('utf8') ?? '', path, await ended);
  child.unref();
  return JSON.parse(line);
}

/** Everything that was wished, spelled out, so that the child decides nothing by its own lack of a terminal. */
function childArguments({ given }: CommandContext, wish: Wish): string[] {
  const workspace = given.value('workspace');
  return [
    'up',
    '--json',
    '--no-open',
    ...(wish.uiPort === null ? ['--no-ui'] : ['--ui', '--ui-port', String(wish.uiPort)]),
    ...(wish.port === undefined ? [] : ['--port', String(wish.port)]),
    ...(wish.hosts ?? []).flatMap((address) => ['--host', address]),
    ...(wish.auth === 'none' ? ['--auth', 'none'] : []),
    ...(wish.configPath === null ? [] : ['--config', wish.configPath]),
    ...(wish.isDurable ? ['--durable'] : []),
    ...(wish.takesRum ? ['--rum'] : []),
    ...wish.relay,
    ...(workspace === undefined ? [] : ['--workspace', workspace]),
  ];
}

/** Null where the process ended, or could not be started, without saying anything. */
function firstLine(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(asSealwireError(error)));
    if (child.stdout === null) return resolve(null);
    const lines = createInterface({ input: child.stdout });
    lines.once('line', resolve);
    lines.once('close', () => resolve(null));
  });
}

/** The `{"error":…}` line that the child left, as the error it was. */
function lastError(log: string, path: string, how: string): SealwireError {
  const line = log.split('\n').findLast((each) => each.startsWith('{"error":'));
  if (line === undefined) return fail('BACKGROUND_ENDED', { how, log: path });
  const { error } = JSON.parse(line) as { error: { code: ErrorCode; message: string; fix: string } };
  return Object.hasOwn(ERRORS, error.code) ? new SealwireError(error) : fail('INTERNAL', { why: error.message });
}
