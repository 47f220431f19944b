import type { DesktopFace } from '../../main/contract/desktop.ts';
import { type Client, fail, type Push, SealwireError } from '../../main/contract/index.ts';
import type { Folders } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { coreLink } from '../../main/shell/core/core-link.ts';
import { supervise } from '../../main/shell/core/supervise.ts';
import { guardedHandle } from '../../main/shell/relay/guarded-handle.ts';
import { relayCore } from '../../main/shell/relay/relay-core.ts';
import { relayedSubscriptions } from '../../main/shell/relay/subscriptions.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { reset, seen } from '../shell/electron-double/electron.ts';

/** A client in the page's world: preload, IPC, the shell's relay and the control socket of `folders` lie between it and the core. */
export async function ipcClient(folders: Folders): Promise<Client> {
  reset();
  const supervision = supervise({
    version: '0.1.0',
    find: () => ({ found: { node: '', program: '' } }),
    start: () => ({
      pid: null,
      said: Promise.resolve({ kind: 'joined', pid: process.pid, version: '0.1.0' }),
      ended: new Promise(() => undefined),
      stop: async () => undefined,
      kill: async () => undefined,
    }),
    connect: () => connectControl(folders, realHost()),
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    elapsed: () => performance.now(),
    log: () => undefined,
    // No heartbeat: the suite looks at every call that reaches the core.
    limits: { pulseMs: 3_600_000, silenceMs: 3_600_000, startMs: 10_000, stopMs: 10_000 },
  });
  const core = coreLink(supervision);
  const isOurs = (contents: unknown): boolean => contents === seen.contents;
  const subscriptions = relayedSubscriptions(core, isOurs);
  relayCore(
    guardedHandle(isOurs, () => undefined),
    core,
    subscriptions,
  );
  const face = await exposedFace();
  let isClosed = false;
  const assertOpen = (): void => {
    if (isClosed) throw fail('CONNECTION_LOST', { why: 'it was closed on this side' });
  };

  return {
    call: async (name, input) => {
      assertOpen();
      const outcome = await face.call(name, input);
      if ('error' in outcome) throw new SealwireError(outcome.error);
      return outcome.answer as never;
    },
    listen: (listener: (push: Push) => void) => {
      assertOpen();
      return face.listen(listener, () => undefined);
    },
    close: async () => {
      isClosed = true;
      await supervision.close();
    },
  };
}

/** What the preload gave to the page. It runs once a process, as it would run once a page. */
export async function exposedFace(): Promise<DesktopFace> {
  await import('../../main/shell/preload/preload.ts');
  return seen.exposed.get('sealwireDesktop') as DesktopFace;
}
