import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { asSealwireError } from '../../contract/index.ts';
import type { TlsSettings } from '../endpoint/tls/tls-settings.ts';
import type { Host } from '../host/host.ts';
import { ConfigMistake } from './config-mistake.ts';

/** The files of an `ssl` section, followed for as long as the endpoint runs. */
export interface TlsFiles {
  /** How often they are looked at, in milliseconds. */
  readonly everyMs: number;
  /** What new connections are to be served with, where that has changed since it was last asked; null where it has not. Never throws. */
  fresh(): TlsSettings | null;
  /** Why the files as they are now are not in force, in a sentence; null where they are. */
  problem(): string | null;
}

export interface FollowedFiles {
  readonly host: Pick<Host, 'disk' | 'now'>;
  readonly everyMs: number;
  /** As they are written; relative ones start at `folder`. */
  readonly paths: readonly string[];
  readonly folder: string;
  /** Reads and checks everything; throws where it cannot be served. */
  load(): TlsSettings;
}

/**
 * Follows certificate, key and authorities as the real server does since elastic-agent-libs 0.46: no watcher, but a look at them when a client connects, at most once in `everyMs`. Files
 * that do not fit together, such as a new certificate whose key is still the old one, leave in force what was there, and the next look may find them whole.
 */
export function followTlsFiles({ host, everyMs, paths, folder, load }: FollowedFiles): TlsFiles {
  const look = (): string =>
    paths
      .reduce(
        (hash, path) => hash.update(host.disk.read(resolve(folder, path)) ?? 'absent').update('\0'),
        createHash('sha256'),
      )
      .digest('hex');
  let seen = look();
  let lookedMs = host.now().getTime();
  let problem: string | null = null;

  const readAnew = (): TlsSettings | null => {
    const now = look();
    if (now === seen) return null;
    seen = now;
    const settings = load();
    problem = null;
    return settings;
  };

  return {
    everyMs,
    fresh: () => {
      const elapsedMs = host.now().getTime() - lookedMs;
      // A clock that was set back counts as due, or nothing would be looked at until it has caught up.
      if (elapsedMs >= 0 && elapsedMs < everyMs) return null;
      lookedMs = host.now().getTime();
      try {
        return readAnew();
      } catch (error) {
        const { message, fix } = error instanceof ConfigMistake ? error : asSealwireError(error);
        problem = `${message.replace(/\.$/, '')}. ${fix}`;
        return null;
      }
    },
    problem: () => problem,
  };
}
