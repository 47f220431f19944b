import { readFile } from 'node:fs/promises';
import { portOwner } from '../endpoint/port-owner.ts';
import type { Host } from '../host/host.ts';
import { type ProcFiles, realProcFiles } from '../host/proc-files.ts';

const LOOK_EVERY_MS = 5_000;

export interface WatchedPort {
  readonly host: Pick<Host, 'platform' | 'exec'>;
  readonly port: number;
  /** Sockets of ours that listen on it, on each address. */
  own(): number;
  readonly everyMs?: number | undefined;
}

export interface PortWatch {
  close(): void;
}

/**
 * Looks now and then whether somebody else listens on our shared port too. A program of the same user can, if it shares its port as well: no error would tell either of them, and
 * agents would reach one or the other by chance. `didFind` hears who it is, and null once it is gone.
 */
export function watchPort(
  { host, port, own, everyMs = LOOK_EVERY_MS }: WatchedPort,
  didFind: (owner: string | null) => void,
): PortWatch {
  let known: string | null = null;
  let isClosed = false;
  const look = async (): Promise<void> => {
    const tables = await Promise.all(
      ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => '')),
    );
    const isShared = listenersOn(tables, port) > own();
    const owner = isShared ? await portOwner(host, othersOnly(realProcFiles), port) : null;
    if (isClosed || owner === known) return;
    known = owner;
    didFind(owner);
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return {
    close() {
      isClosed = true;
      clearInterval(timer);
    },
  };
}

/** The most sockets that listen on one address and that port, as `/proc/net/tcp` tells it (proc(5); state 0A is LISTEN). */
export function listenersOn(tables: readonly string[], port: number): number {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const counts = new Map<string, number>();
  for (const [, local = ''] of tables.join('\n').matchAll(/^ *\d+: (\S+) \S+ 0A /gm)) {
    if (local.endsWith(`:${hexPort}`)) counts.set(local, (counts.get(local) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** Without this process, whose own sockets would be found first. */
function othersOnly(proc: ProcFiles): ProcFiles {
  const own = String(process.pid);
  return { ...proc, list: (path) => proc.list(path).filter((name) => path !== '/proc' || name !== own) };
}
