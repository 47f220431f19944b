import type { FactOf } from './attempt-state.ts';
import { dropOldest } from './drop-oldest.ts';
import type { Fact, SocketAddress } from './facts.ts';
import type { OwnerLookup, SocketOwner } from './owner-lookup.ts';

export interface OwnerSearch {
  /** Takes every fact: a connection is looked up when it is accepted and, where that told nothing, again at its answers, ever more seldom, and before plain HTTP is turned away. */
  take(fact: Fact): void;
  /** Looks again for one that is not known yet; resolves when that is over, whatever it told. */
  again(connection: string): Promise<void>;
}

interface Unknown {
  readonly atMs: number;
  readonly remote: SocketAddress;
  readonly local: SocketAddress;
  /** Looks at its answers so far, and from when on an answer is worth another. */
  looks: number;
  nextMs: number;
}

/**
 * A look-up stops after five milliseconds, and the kernel may need four of them to list its sockets. An agent that turns the certificate down is gone before anything more
 * is heard of it, and its next connection would be searched for from the beginning, so what a look-up left unfinished is gone on with at once, so often; a connection that
 * stays open is worth as many tries at its first answers.
 */
const MORE_TRIES = 3;
/**
 * The first answers may all come while a busy machine has no time left for look-ups (owner-linux.ts), and an agent may keep its connection for hours; so it is searched for on, after so long, and
 * each time after twice as long.
 */
const PAUSE_MS = 1000;
const MOST_UNKNOWN = 200;

/** Searches for the owners of connections until it has found them, or they are gone. */
export function createOwnerSearch(
  owners: OwnerLookup,
  did: {
    find(connection: string, atMs: number, owner: SocketOwner): void;
    fail(error: unknown): void;
  },
): OwnerSearch {
  const unknown = new Map<string, Unknown>();

  const look = (
    connection: string,
    atMs: number,
    { remote, local }: Pick<Unknown, 'remote' | 'local'>,
    more = 0,
  ): Promise<void> =>
    owners.find(remote, local).then((owner) => {
      if (owner === null) return undefined;
      if (owner === 'unfinished') {
        return more > 0 ? look(connection, atMs, { remote, local }, more - 1) : undefined;
      }
      unknown.delete(connection);
      did.find(connection, atMs, owner);
      return undefined;
    }, did.fail);

  const lookFirst = ({ connection, atMs, remote, local }: FactOf<'accepted'>): void => {
    if (owners.unavailable === null) unknown.set(connection, { atMs, remote, local, looks: 0, nextMs: atMs });
    dropOldest(unknown, MOST_UNKNOWN);
    void look(connection, atMs, { remote, local }, MORE_TRIES);
  };

  return {
    again: async (connection) => {
      const still = unknown.get(connection);
      if (still !== undefined) await look(connection, still.atMs, still, MORE_TRIES);
    },
    take(fact) {
      const { connection, atMs } = fact;
      if (fact.kind === 'accepted') lookFirst(fact);
      else if (fact.kind === 'closed') unknown.delete(connection);
      else if (fact.kind === 'response' || fact.kind === 'plain-http') {
        const still = unknown.get(connection);
        if (still === undefined) return;
        // Plain HTTP has one answer and is gone after it.
        if (fact.kind === 'plain-http') {
          void look(connection, atMs, still, MORE_TRIES);
          return;
        }
        if (atMs < still.nextMs) return;
        still.looks += 1;
        if (still.looks >= MORE_TRIES) still.nextMs = atMs + PAUSE_MS * 2 ** (still.looks - MORE_TRIES);
        void look(connection, atMs, still);
      }
    },
  };
}
