import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fail } from '../../contract/index.ts';
import { addWished } from './add-wished.ts';
import type { CertificateRequest } from './certificate-changes.ts';
import type { Signer } from './change-workspace.ts';
import { openSigner, signingAuthority } from './open-signer.ts';
import type { CertificateRecord } from './workspace-record.ts';
import { change, type WorkspaceState } from './workspace-state.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** Keys that are made at once, off the main thread; what has to happen on it comes one certificate at a time. */
const AT_ONCE = 4;

/**
 * Issues all or none, in the order of `requests`; none is put to use. `didIssue` hears how many there are so far. Between two certificates the event loop turns.
 * Rejects with `CANCELLED` soon after `signal` is aborted, and takes away what was written until then.
 */
export async function issueMany(
  state: WorkspaceState,
  requests: readonly CertificateRequest[],
  signal: AbortSignal,
  didIssue: (done: number) => void,
): Promise<CertificateRecord[]> {
  return change(state, async ({ vault }, before) => {
    const signers = new Map<string, Signer>();
    for (const id of new Set(requests.map(({ authority }) => authority))) {
      const authority = signingAuthority(state.workspace, before, id);
      signers.set(id ?? '', await openSigner(state.store, vault, authority));
    }
    // Each is written without waiting for the medium; all are waited for together, before the commit.
    const drafted: string[] = [];
    const store: WorkspaceStore = {
      ...state.store,
      createFolder: (path, files) => void drafted.push(...state.store.draftFolder(path, files)),
    };
    const made: (CertificateRecord | undefined)[] = requests.map(() => undefined);
    let next = 0;
    let done = 0;
    let failure: unknown = null;
    const work = async (): Promise<void> => {
      for (let at = next++; at < requests.length && !signal.aborted && failure === null; at = next++) {
        const request = requests[at];
        const signer = signers.get(request?.authority ?? '');
        if (request === undefined || signer === undefined) return;
        try {
          made[at] = (await addWished(store, signer, request)).record;
        } catch (error) {
          failure ??= error;
          return;
        }
        done += 1;
        didIssue(done);
        await turn();
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, requests.length) }, work));
    const records = made.filter((record) => record !== undefined);
    if (failure === null && !signal.aborted) await syncAll(state, drafted);
    if (failure !== null || signal.aborted) {
      await takeAway(state, records);
      throw failure ?? fail('CANCELLED', { done, total: requests.length });
    }
    return { record: { ...before, certificates: [...before.certificates, ...records] }, result: records };
  });
}

async function syncAll({ store }: WorkspaceState, paths: readonly string[]): Promise<void> {
  const parents = new Set(paths.map((path) => dirname(dirname(path))));
  await store.host.disk.syncAll([...paths, ...parents]);
}

/** Folder by folder, because the clean-up of a change would take them away at a stroke, and hold up everything else meanwhile. */
async function takeAway({ store }: WorkspaceState, records: readonly CertificateRecord[]): Promise<void> {
  for (const { id } of records) {
    store.host.disk.remove(store.certificateFolder(id));
    await turn();
  }
}
