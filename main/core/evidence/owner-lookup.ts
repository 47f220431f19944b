import type { SocketAddress } from './facts.ts';

/** The process at the other end of a connection. */
export interface SocketOwner {
  readonly pid: number;
  /** The processes that started it, the nearest first. */
  readonly ancestors: readonly number[];
  /** Base name of its executable, e.g. `node` or `python3.11`. */
  readonly executable: string;
  /** Command line, redacted. */
  readonly command: string;
  /** What its environment says its service is, or null. */
  readonly service: string | null;
  readonly environment: string | null;
  /** Whether its environment is set up for an OpenTelemetry SDK and not for an Elastic agent. */
  readonly isOpenTelemetry?: boolean;
}

/** Finds out who made a connection to this machine. */
export interface OwnerLookup {
  /**
   * Yields the owner of the socket at `remote` that is connected to `local`; `unfinished` where its time was over before every process was asked, so that the next call
   * for this socket goes on behind them; null where it cannot be told: another user's, another machine's, gone already, or too many connections at once.
   */
  find(remote: SocketAddress, local: SocketAddress): Promise<SocketOwner | 'unfinished' | null>;
  /** Why owners cannot be told on this system at all, or null. */
  readonly unavailable: string | null;
}

/** The lookup of a system for which there is none yet: it finds nobody and says why. */
export function noOwnerLookup(why: string): OwnerLookup {
  return { find: async () => null, unavailable: why };
}
