import type { ShellParts } from '../parts.ts';
import { afterLink, afterPush, type CoreView, NOTHING_KNOWN } from './core-view.ts';
import { paced, realTimers, type Timers } from './paced.ts';

/** The one place in the shell that knows how the core stands; tray and notifications follow it. */
export interface CoreWatch {
  get(): CoreView;
  /** Told of every change; the present view at once. */
  listen(listener: (view: CoreView) => void): () => void;
  /** Asks the core again, after the machine slept or the day turned. */
  refresh(): void;
  close(): void;
}

/** The core is asked for its status at most this often, however fast it pushes. */
export const ASK_EVERY_MS = 250;

/** Follows link and pushes. A status that cannot be had leaves the view as it was; the link tells why. */
export function watchCore(parts: Pick<ShellParts, 'core' | 'log'>, timers: Timers = realTimers): CoreWatch {
  const listeners = new Set<(view: CoreView) => void>();
  let view = NOTHING_KNOWN;
  const become = (next: CoreView): void => {
    if (next === view) return;
    view = next;
    for (const listener of [...listeners]) listener(view);
  };
  const ask = paced(
    () => {
      parts.core.call('status', {}).then(
        (status) => become({ ...view, status }),
        (error: unknown) => parts.log(`status not had: ${String(error)}`),
      );
    },
    ASK_EVERY_MS,
    timers,
  );
  const end = parts.core.listen(
    (push) => {
      const { view: next, isStale } = afterPush(view, push);
      become(next);
      if (isStale) ask();
    },
    (link) => {
      become(afterLink(view, link));
      if (link.state === 'open') ask();
    },
  );
  return {
    get: () => view,
    listen: (listener) => {
      listeners.add(listener);
      listener(view);
      return () => listeners.delete(listener);
    },
    refresh: ask,
    close: () => {
      end();
      ask.close();
      listeners.clear();
    },
  };
}
