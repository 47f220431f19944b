import { type CanaryAnswer, fail, type Service } from '../../contract/index.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import type { ServiceKey } from '../evidence/attempt-book.ts';
import type { Fact } from '../evidence/facts.ts';
import { isOwnMachine } from '../evidence/own-machine.ts';
import type { Host } from '../host/host.ts';
import type { Evidence } from '../parts.ts';
import type { CanarySource } from './canary-source.ts';
import { readCanary } from './read-canary.ts';
import { throwAwayIdentity } from './throw-away-identity.ts';

export type CanaryResult = Pick<CanaryAnswer, 'result' | 'how' | 'alert' | 'at'>;

export interface CanaryDesk extends CanarySource {
  /**
   * Waits for the next new connection of a service, presents it a certificate that nobody trusts and yields what that showed; `nothing` where none came in time. What it showed is kept with the service.
   * Rejects with `CANARY_IMPOSSIBLE` where another one waits, or where connections of the service cannot be told from others.
   */
  letOut(service: Service, served: ServerIdentity, withinMs: number): Promise<CanaryResult>;
  /** The one that is out is taken back, so that no connection meets it any more; false where none is, or where one has met it already. */
  recall(): boolean;
}

interface Waiting {
  readonly target: ServiceKey;
  readonly identity: ServerIdentity;
  /** Connections that were open before: an agent that keeps its own makes a new one only when that ends. */
  readonly ending: readonly string[];
  claim(connection: string): void;
  giveUp(): void;
}

/** Keeps the one canary that may be out at a time. `didChange` is called whenever what the endpoint has to know of it has changed. */
export function openCanaryDesk(options: {
  readonly host: Pick<Host, 'now' | 'randomBytes'>;
  readonly evidence: Pick<Evidence, 'isOf' | 'openOf' | 'setAside' | 'keepVerification' | 'attempts' | 'whyNoOwners'>;
  didChange(): void;
}): CanaryDesk {
  const { host, evidence, didChange } = options;
  let isBusy = false;
  /** It is being made, and was taken back before it waited. */
  let isRecalled = false;
  let isMet = false;
  let waiting: Waiting | null = null;

  const waitFor = (target: ServiceKey, identity: ServerIdentity, withinMs: number): Promise<readonly Fact[]> =>
    new Promise((resolve) => {
      const stopWaiting = (): void => {
        clearTimeout(timer);
        waiting = null;
        didChange();
      };
      const giveUp = (): void => {
        stopWaiting();
        resolve([]);
      };
      const timer = setTimeout(giveUp, withinMs);
      waiting = {
        target,
        identity,
        ending: evidence.openOf(target),
        claim(connection) {
          stopWaiting();
          isMet = true;
          const facts: Fact[] = [];
          evidence.setAside(connection, (fact) => {
            facts.push(fact);
            if (isOver(facts)) resolve(facts);
          });
        },
        giveUp,
      };
      didChange();
    });

  return {
    armed: () => waiting?.identity ?? null,
    ending: () => waiting?.ending ?? [],
    claims: async (connection) => {
      const asked = waiting;
      if (asked === null || !(await evidence.isOf(connection, asked.target)) || waiting !== asked) return false;
      asked.claim(connection);
      return true;
    },
    letOut: async (service, served, withinMs) => {
      const { service: name, environment } = service;
      if (isBusy) throw impossible('another one is out', 'Wait until that one is back.');
      assertTellable(evidence, service);
      isBusy = true;
      [isRecalled, isMet] = [false, false];
      try {
        const identity = await throwAwayIdentity(host, served);
        const facts = isRecalled ? [] : await waitFor({ service: name, environment }, identity, withinMs);
        const at = host.now().toISOString();
        if (facts.length === 0) return { result: 'nothing', how: null, alert: null, at };
        const shown = readCanary(facts);
        const { result, how, alert } = shown;
        if ((result === 'verified' || result === 'off') && how !== null) {
          evidence.keepVerification({ service: name, environment }, { result, how, alert, at });
        }
        return { ...shown, at };
      } finally {
        isBusy = false;
      }
    },
    recall: () => {
      if (!isBusy || isMet) return false;
      isRecalled = true;
      waiting?.giveUp();
      return true;
    },
  };
}

/** A client that leaves in the midst of the handshake is seen to be gone before that is seen to have failed; where we closed ourselves, or a thread died, nothing more need come. */
function isOver(facts: readonly Fact[]): boolean {
  const closed = facts.find((fact) => fact.kind === 'closed');
  if (closed === undefined) return false;
  return closed.by === 'endpoint' || facts.some(({ kind }) => kind === 'secured' || kind === 'tls-failed');
}

/** Where processes cannot be told, connections of this machine cannot either, and the throw-away certificate is for nobody else. */
function assertTellable(
  evidence: Pick<Evidence, 'attempts' | 'whyNoOwners'>,
  { service, process }: Pick<Service, 'service' | 'process'>,
): void {
  if (evidence.whyNoOwners === null || process !== null) return;
  const newest = evidence.attempts({ service: service ?? '', limit: 1 })[0];
  if (newest === undefined || !isOwnMachine({ address: newest.remote.replace(/:\d+$/, '').replace(/^\[|\]$/g, '') }))
    return;
  throw impossible(
    'on this system a new connection of this machine cannot be told from those of other applications',
    'Run the application on another machine or in a container and let it connect from there.',
  );
}

function impossible(why: string, fix: string): Error {
  return fail('CANARY_IMPOSSIBLE', { why, fix });
}
