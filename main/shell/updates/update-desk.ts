import type { DesktopUpdate } from '../../contract/index.ts';
import type { Updater } from './open-updater.ts';
import { afterUpdate, type UpdateEvent } from './update-state.ts';

export interface UpdateDesk {
  get(): DesktopUpdate;
  check(): Promise<DesktopUpdate>;
  fetch(): Promise<DesktopUpdate>;
  /** Does nothing unless a version is here, whole and checked. What stands in the way is told as the state. */
  install(): Promise<void>;
  /** The settings changed, and with them perhaps whether updates are off. */
  reconsider(): void;
}

export interface UpdateDeskOptions {
  /** Why updates are off just now; null where they are on. */
  whyOff(): string | null;
  open(): Promise<Updater>;
  /** Where to get a version that this package cannot take by itself; null where it can. */
  readonly downloadPage: string | null;
  now(): Date;
  didChange(update: DesktopUpdate): void;
}

/** Tells of newer versions and does what the person decides; nothing is fetched or installed by itself. */
export function updateDesk(options: UpdateDeskOptions): UpdateDesk {
  let state: DesktopUpdate = { state: 'off', reason: '' };
  let updater: Promise<Updater> | null = null;
  let underWay: Promise<DesktopUpdate> | null = null;

  const happen = (event: UpdateEvent): DesktopUpdate => {
    const next = afterUpdate(state, event);
    if (next !== state) {
      state = next;
      options.didChange(state);
    }
    return state;
  };
  const reconsider = (): void => {
    const reason = options.whyOff();
    happen(reason === null ? { kind: 'allowed' } : { kind: 'off', reason });
  };
  const opened = (): Promise<Updater> => {
    updater ??= options.open();
    return updater;
  };
  /** One thing at a time: who asks while another is under way gets its end. */
  const alone = (work: () => Promise<DesktopUpdate>): Promise<DesktopUpdate> => {
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  const failed = (message: string, fix: string): DesktopUpdate => happen({ kind: 'failed', message, fix });

  reconsider();
  return {
    get: () => state,
    reconsider,
    check: () =>
      alone(async () => {
        reconsider();
        if (state.state === 'off') return state;
        try {
          const found = await (await opened()).check();
          if (found === null) return happen({ kind: 'current', at: options.now().toISOString() });
          const where = options.downloadPage === null ? '' : `\n\nGet it from ${options.downloadPage}`;
          return happen({ kind: 'found', version: found.version, notes: `${found.notes}${where}`.trim() });
        } catch (error) {
          return failed(`Newer versions could not be looked up: ${reasonOf(error)}.`, 'Try again later.');
        }
      }),
    fetch: () =>
      alone(async () => {
        if (state.state !== 'available') return state;
        if (options.downloadPage !== null) {
          const fix = `Get it from ${options.downloadPage} and install it as you installed this one.`;
          return failed('This package is kept up to date by your system, not by Sealwire.', fix);
        }
        const { version } = state;
        happen({ kind: 'fetch' });
        try {
          await (await opened()).fetch((percent) => happen({ kind: 'progress', percent }));
          return happen({ kind: 'fetched', version });
        } catch (error) {
          const fix = 'Nothing was installed. Look for updates again to start over.';
          return failed(`Version ${version} could not be fetched whole: ${reasonOf(error)}.`, fix);
        }
      }),
    install: async () => {
      if (state.state !== 'ready') return;
      const { version } = state;
      try {
        (await opened()).install();
      } catch (error) {
        const message = `Version ${version} could not be installed: ${reasonOf(error)}.`;
        happen({
          kind: 'not-installed',
          message,
          fix: 'This version is as it was. Look for updates again to start over.',
        });
      }
    },
  };
}

/** The first line of what went wrong; electron-updater puts whole answers and stacks below it. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').trim().slice(0, 300).replace(/\.$/, '');
}
