import { basename } from 'node:path';
import type { ProcFiles } from '../host/proc-files.ts';
import { dropOldest } from './drop-oldest.ts';
import type { SocketAddress } from './facts.ts';
import type { OwnerLookup, SocketOwner } from './owner-lookup.ts';
import { redactCommand } from './redact-command.ts';
import { findSocket, type SocketRow } from './socket-table.ts';
import { addressWords } from './words.ts';

export interface LinuxOwnerOptions {
  readonly proc: ProcFiles;
  /** Sockets of this user alone are looked up. */
  readonly userId: number;
  /** A clock in milliseconds that only moves forward. */
  readonly nowMs: () => number;
}

/** A look-up blocks the endpoint, so it must stay short and rare (design.md §6). */
const BUDGET_MS = 5;
const MOST_PER_SECOND = 50;
/** No look-up begins once those of this second took so long together: with ten thousand connections the kernel takes 20 ms to list them, once for each new one. */
const MOST_MS_PER_SECOND = 100;
/** Descriptors of a process that are looked at before the clock is. */
const DESCRIPTORS_A_LOOK = 64;
/** Asked in any case: on a machine with much memory the kernel takes 3 ms and more to list its sockets, and these few cost next to nothing. */
const LIKELIEST = 16;
/** For so long a list of sockets is used again: an agent opens several connections at once, and all are in the list of the first. */
const TABLE_MS = 50;
const RECENT_PROCESSES = 8;
const MOST_ANCESTORS = 16;
const MOST_UNFINISHED = 64;

/**
 * Finds socket owners in `/proc`: the connection's row in `/proc/net/tcp` or `tcp6` gives an inode, and the process that has it open is the owner.
 * Processes found before are asked first, then the newest, since what connects now was most likely started last. It works before its first
 * `await`, so that a client that leaves at once is still there.
 */
export function createLinuxOwnerLookup({ proc, userId, nowMs }: LinuxOwnerOptions): OwnerLookup {
  const tables = new Map<string, { readonly readMs: number; readonly text: string }>();
  /** Processes that a look-up asked before its time was over, by the inode that it searched for; the next one goes on behind them. */
  const unfinished = new Map<string, Set<number>>();
  let recent: number[] = [];
  let second = { startedMs: Number.NEGATIVE_INFINITY, lookups: 0, tookMs: 0 };

  const isAllowed = (now: number): boolean => {
    if (now - second.startedMs >= 1000) second = { startedMs: now, lookups: 0, tookMs: 0 };
    second.lookups += 1;
    return second.lookups <= MOST_PER_SECOND && second.tookMs < MOST_MS_PER_SECOND;
  };

  const rowIn = (path: string, remote: SocketAddress, local: SocketAddress): SocketRow | null => {
    const known = tables.get(path);
    const row = known !== undefined && nowMs() - known.readMs < TABLE_MS ? findSocket(known.text, remote, local) : null;
    if (row !== null) return row;
    const text = proc.read(path) ?? '';
    tables.set(path, { readMs: nowMs(), text });
    return findSocket(text, remote, local);
  };

  /** One table where one is enough: an IPv4 connection is seldom made by an IPv6 socket. */
  const rowOf = (remote: SocketAddress, local: SocketAddress): SocketRow | null => {
    const isV4 = addressWords(remote.address).includes('.');
    const inFirst = isV4 ? rowIn('/proc/net/tcp', remote, local) : null;
    return inFirst ?? rowIn('/proc/net/tcp6', remote, local);
  };

  const holderOf = (inode: string, deadlineMs: number): number | 'unfinished' | null => {
    const asked = unfinished.get(inode) ?? new Set<number>();
    unfinished.delete(inode);
    const others = newestFirst(proc).filter((pid) => !recent.includes(pid));
    for (const [index, pid] of [...recent, ...others].filter((each) => !asked.has(each)).entries()) {
      if (index >= LIKELIEST && nowMs() > deadlineMs) {
        unfinished.set(inode, asked);
        dropOldest(unfinished, MOST_UNFINISHED);
        return 'unfinished';
      }
      if (hasOpen(pid, inode, deadlineMs)) return pid;
      asked.add(pid);
    }
    return null;
  };

  /** The newest descriptors first, which mostly have the highest numbers: a process may hold thousands. */
  const hasOpen = (pid: number, inode: string, deadlineMs: number): boolean => {
    const folder = `/proc/${pid}/fd`;
    const descriptors = proc.list(folder).reverse();
    for (const [index, descriptor] of descriptors.entries()) {
      if (index > 0 && index % DESCRIPTORS_A_LOOK === 0 && nowMs() > deadlineMs) return false;
      if (proc.link(`${folder}/${descriptor}`) === `socket:[${inode}]`) return true;
    }
    return false;
  };

  const find = (remote: SocketAddress, local: SocketAddress): SocketOwner | 'unfinished' | null => {
    const startedMs = nowMs();
    if (!isAllowed(startedMs)) return null;
    try {
      return lookUp(remote, local, startedMs);
    } finally {
      second.tookMs += nowMs() - startedMs;
    }
  };

  const lookUp = (
    remote: SocketAddress,
    local: SocketAddress,
    startedMs: number,
  ): SocketOwner | 'unfinished' | null => {
    const row = rowOf(remote, local);
    if (row?.userId !== userId) return null;
    const pid = holderOf(row.inode, startedMs + BUDGET_MS);
    if (pid === null || pid === 'unfinished') return pid;
    recent = [pid, ...recent.filter((each) => each !== pid)].slice(0, RECENT_PROCESSES);
    return describeProcess(proc, pid);
  };

  return { find: async (remote, local) => find(remote, local), unavailable: null };
}

/** Numbers are given out in a circle; the last field of `/proc/loadavg` is the one given out last, and those just below it are the newest. */
function newestFirst(proc: ProcFiles): number[] {
  const last = Number((proc.read('/proc/loadavg') ?? '').trim().split(' ').at(-1));
  const pids = proc.list('/proc').map(Number).filter(Number.isInteger);
  const isBeforeTurn = (pid: number): number => (pid > last ? 1 : 0);
  return pids.sort((one, other) => isBeforeTurn(one) - isBeforeTurn(other) || other - one);
}

/** What `/proc` tells of one process; fields are empty where it has ended meanwhile. */
export function describeProcess(proc: ProcFiles, pid: number): SocketOwner {
  const words = (proc.read(`/proc/${pid}/cmdline`) ?? '').split('\0').filter((word) => word !== '');
  const variables = (proc.read(`/proc/${pid}/environ`) ?? '').split('\0');
  const variable = (name: string): string | null => {
    const found = variables.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
    return found === '' ? null : found;
  };
  const hasVariable = (prefix: string): boolean => variables.some((each) => each.startsWith(prefix));
  return {
    pid,
    ancestors: ancestorsOf(proc, pid),
    executable: basename(proc.link(`/proc/${pid}/exe`)?.replace(/ \(deleted\)$/, '') ?? words[0] ?? ''),
    command: redactCommand(words),
    service: variable('ELASTIC_APM_SERVICE_NAME') ?? variable('OTEL_SERVICE_NAME'),
    environment: variable('ELASTIC_APM_ENVIRONMENT'),
    isOpenTelemetry: hasVariable('OTEL_EXPORTER_OTLP_') && !hasVariable('ELASTIC_APM_'),
  };
}

function ancestorsOf(proc: ProcFiles, pid: number): number[] {
  const ancestors: number[] = [];
  let child = pid;
  while (ancestors.length < MOST_ANCESTORS) {
    // The name in brackets may hold anything, brackets too; the parent is the second field after the last one.
    const stat = proc.read(`/proc/${child}/stat`) ?? '';
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (!(parent > 1)) break;
    ancestors.push(parent);
    child = parent;
  }
  return ancestors;
}
