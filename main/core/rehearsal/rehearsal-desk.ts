import { fail, type Notice, type Rehearsal } from '../../contract/index.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import type { Fact } from '../evidence/facts.ts';
import type { Evidence } from '../parts.ts';
import { reportOf } from './report-of.ts';

/** What is played: tokens that are refused, or a certificate that is presented. */
export type RehearsedChange =
  | { readonly kind: 'token'; readonly refused: ReadonlySet<string> }
  | { readonly kind: 'certificate'; readonly identity: ServerIdentity };

export interface RehearsalDesk {
  /** The certificate that is presented in place of the usual one; null while none is. */
  identity(): ServerIdentity | null;
  /** Whether a token is refused for the time being, as if it had been retired. */
  refuses(tokenId: string): boolean;
  /** Connections that are closed after their next answer, so that their client meets the other certificate. */
  ending(): readonly string[];
  observe(fact: Fact): void;
  /** Plays a change for so long or until `end`, and reports. Rejects with `REHEARSAL_REFUSED` where one runs. */
  run(change: RehearsedChange, milliseconds: number): Promise<Rehearsal['services']>;
  end(): boolean;
  /** Says that one runs, since agents may be refused for it. */
  notices(): Notice[];
}

/** Keeps the one rehearsal that may run at a time. `didChange` is called when the endpoint has to behave otherwise; all of it is in memory, so that a restart ends it too. */
export function openRehearsalDesk(options: {
  readonly evidence: Pick<Evidence, 'services' | 'attempts'>;
  didChange(): void;
}): RehearsalDesk {
  const { evidence, didChange } = options;
  let running: {
    readonly change: RehearsedChange;
    readonly ending: readonly string[];
    readonly facts: Fact[];
    end(): void;
  } | null = null;

  return {
    identity: () => (running?.change.kind === 'certificate' ? running.change.identity : null),
    refuses: (id) => running?.change.kind === 'token' && running.change.refused.has(id),
    ending: () => running?.ending ?? [],
    observe: (fact) => {
      if (running !== null && isTelling(fact)) running.facts.push(fact);
    },
    async run(change, milliseconds) {
      if (running !== null) {
        throw fail('REHEARSAL_REFUSED', { why: 'Another rehearsal runs.', fix: 'Wait until it has ended.' });
      }
      const facts: Fact[] = [];
      await new Promise<void>((resolve) => {
        const open = evidence.attempts({ limit: MOST_OPEN }).filter((attempt) => attempt.open);
        const end = (): void => {
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        running = { change, facts, end, ending: change.kind === 'certificate' ? open.map(({ id }) => id) : [] };
        didChange();
      });
      running = null;
      didChange();
      return reportOf(change, facts, evidence.attempts({ limit: MOST_OPEN }), evidence.services());
    },
    end: () => {
      running?.end();
      return running !== null;
    },
    notices: () => (running === null ? [] : [noticeOf(running.change)]),
  };
}

function noticeOf({ kind }: RehearsedChange): Notice {
  return {
    id: 'rehearsal',
    level: 'attention',
    title: `A change of the ${kind} is being played`,
    text: 'Agents that it would cut off are refused meanwhile. It ends by itself, and everything is as before.',
    screen: '/tokens',
  };
}

/** As many as evidence keeps. */
const MOST_OPEN = 1000;

const TELLING: readonly Fact['kind'][] = ['accepted', 'secured', 'tls-failed', 'authenticated', 'request'];

function isTelling({ kind }: Fact): boolean {
  return TELLING.includes(kind);
}
