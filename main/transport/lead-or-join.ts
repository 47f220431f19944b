import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../contract/client.ts';
import { asSealwireError, fail, SealwireError } from '../contract/errors.ts';
import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import { connectControl } from './control-client.ts';
import { acquireInstanceLock, type InstanceLock, lockHolder } from './instance-lock.ts';

/** Either this process is the one instance of the home, or it talks to the one that is. */
export type Part =
  | { readonly leads: true; readonly lock: InstanceLock }
  | { readonly leads: false; readonly client: Client };

/** How long to wait for an instance that is starting or ending; a keychain may be asking the person for a password meanwhile. */
const WITHIN_MS = 15_000;

/** Neither a lock nor a file can be waited for in one way on all systems, so they are looked at again this often. */
const AGAIN_MS = 25;

/**
 * Decides what a start is: the first one leads, every other hands over to it, also when they come at the same instant. The lock has the
 * last word: who gets it leads, whatever squats on the socket's path. Rejects with what `connectControl` rejects with, and with
 * `INSTANCE_UNREACHABLE` where somebody holds the lock and is not there in time.
 */
export async function leadOrJoin(
  folders: Pick<Folders, 'home' | 'run'>,
  host: Host,
  { withinMs = WITHIN_MS }: { readonly withinMs?: number } = {},
): Promise<Part> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await connectControl(folders, host).catch(asSealwireError);
    if (found !== null && !(found instanceof SealwireError)) return { leads: false, client: found };
    const lock = acquireInstanceLock(folders, host);
    if (lock !== null) return { leads: true, lock };
    const mayComeRight = found === null || found.code === 'INSTANCE_UNREACHABLE';
    if (mayComeRight && performance.now() < deadline) await pause(AGAIN_MS);
    else throw found ?? notThere(folders, host);
  }
}

function notThere(folders: Pick<Folders, 'home' | 'run'>, host: Host): SealwireError {
  const pid = lockHolder(folders, host) ?? 'unknown';
  return fail('INSTANCE_UNREACHABLE', { pid, home: folders.home, why: 'it is still starting, or hangs' });
}
