import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Client } from '../../contract/client.ts';
import { asSealwireError } from '../../contract/errors.ts';
import { dataFolder, type Folders, foldersOf } from '../../core/host/folders.ts';
import type { Host } from '../../core/host/host.ts';
import { importedServer } from '../../core/server/imported-server.ts';
import type { ServerFile } from '../../core/server/read-server-file.ts';
import { readInstance } from '../../transport/instance-file.ts';
import type { InstanceLock } from '../../transport/instance-lock.ts';
import { leadOrJoin } from '../../transport/lead-or-join.ts';
import type { Program } from '../program.ts';
import { withVaultOpen } from '../vault-passphrase.ts';
import { catchSignals } from './catch-signals.ts';
import { startInstance } from './start-instance.ts';

const WORKSPACE = 'default';

/** What the first line on stdout says: this process serves the home, or another Sealwire does already and this process ends. */
export interface CoreSaid {
  readonly event: 'serving' | 'joined';
  readonly pid: number;
  readonly version: string;
}

interface Surroundings {
  readonly host: Host;
  readonly program: Program;
  /** Held open by the window's process for as long as it lives. */
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * Is the core of a desktop window: on the control socket alone, until stdin ends, a signal comes or somebody asks it to stop. The first line on stdout is
 * `CoreSaid`, or `{"error":…}`. Resolves to the exit code and never rejects.
 */
export async function runForWindow(surroundings: Surroundings): Promise<number> {
  // The window's process may be gone before the last word is written (EPIPE); it is missed by nobody.
  surroundings.stdout.on('error', () => undefined);
  surroundings.stderr.on('error', () => undefined);
  try {
    await serveOrJoin(surroundings);
    return 0;
  } catch (thrown) {
    const error = asSealwireError(thrown);
    await say(surroundings.stdout, { error: error.toShape() });
    return error.exit;
  }
}

async function serveOrJoin({ host, program, stdin, stdout, stderr }: Surroundings): Promise<void> {
  const folders = foldersOf(resolve(dataFolder(host)));
  const ended = endOf(stdin);
  const signals = catchSignals();
  const part = await leadOrJoin(folders, host);
  if (!part.leads) {
    const { version } = await part.client.call('app.info', {});
    await say(stdout, { event: 'joined', pid: readInstance(folders, host)?.pid ?? 0, version } satisfies CoreSaid);
    return part.client.close();
  }
  const serverFile = imported(host, folders, part.lock);
  const instance = await startInstance(
    part.lock,
    { host, folders, program },
    {
      workspace: WORKSPACE,
      endpoint: {
        port: serverFile?.port ?? undefined,
        auth: 'token',
        durable: false,
        server: serverFile?.settings,
        takesRum: false,
      },
      serverFile: serverFile ?? undefined,
      uiPort: null,
      isInteractive: true,
    },
  );
  try {
    instance.announce();
    await say(stdout, { event: 'serving', pid: process.pid, version: program.version } satisfies CoreSaid);
    const over = Promise.race([ended, signals.asked, instance.askedToStop]);
    await Promise.race([listenAgain(host, instance.client, stderr), over]);
    await over;
  } finally {
    await instance.close();
    signals.close();
  }
}

/** The server that the workspace stands in for; where that cannot be read, nothing starts, and its sentence is what the window shows. */
function imported(host: Host, folders: Folders, lock: InstanceLock): ServerFile | null {
  try {
    return importedServer(host, folders, WORKSPACE);
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * Lets the endpoint of a workspace that was made secure listen. What stands in the way (a locked vault, a port that is taken) is cured in the window, and is
 * only noted here.
 */
async function listenAgain(host: Host, client: Client, stderr: Writable): Promise<void> {
  try {
    const { initialised } = await client.call('status', {});
    if (initialised) await withVaultOpen({ host, ask: null }, client, () => client.call('endpoint.start', {}));
  } catch (error) {
    stderr.write(`${JSON.stringify({ error: asSealwireError(error).toShape() })}\n`);
  }
}

/** Resolves when the other end of the pipe is gone; what comes through it means nothing. */
function endOf(stdin: Readable): Promise<void> {
  return new Promise((done) => {
    for (const event of ['end', 'close', 'error'] as const) stdin.once(event, () => done());
    stdin.resume();
  });
}

function say(stdout: Writable, line: unknown): Promise<void> {
  return new Promise((done) => {
    stdout.write(`${JSON.stringify(line)}\n`, () => done());
  });
}
