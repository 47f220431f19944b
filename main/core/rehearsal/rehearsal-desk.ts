import { fail, type Notice, type Rehearsal } from '../../contract/index.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import type { Fact } from '../evidence/facts.ts';
import type { Host } from '../host/host.ts';
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
  readonly host: Pick<Host, 'now'>;
  readonly evidence: Pick<Evidence, 'services' | 'attempts'>;
  didChange(): void;
}): RehearsalDesk {
  const { host, evidence, didChange } = options;
  let playing: { readonly change: RehearsedChange; readonly ending: readonly string[]; end(): void } | null = null;
  /** What is observed; longer than it is played, because those who listen tell of things a little later. */
  let observed: Fact[] | null = null;

  const play = (change: RehearsedChange, milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const open = evidence.attempts({ limit: MOST_OPEN }).filter((attempt) => attempt.open);
      const end = (): void => {
        clearTimeout(timer);
        playing = null;
        didChange();
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      playing = { change, end, ending: change.kind === 'certificate' ? open.map(({ id }) => id) : [] };
      didChange();
    });

  return {
    identity: () => (playing?.change.kind === 'certificate' ? playing.change.identity : null),
    refuses: (id) => playing?.change.kind === 'token' && playing.change.refused.has(id),
    ending: () => playing?.ending ?? [],
    observe: (fact) => {
      if (observed !== null && isTelling(fact)) observed.push(fact);
    },
    async run(change, milliseconds) {
      if (observed !== null) {
        throw fail('REHEARSAL_REFUSED', { why: 'Another rehearsal runs.', fix: 'Wait until it has ended.' });
      }
      const facts: Fact[] = [];
      observed = facts;
      await play(change, milliseconds);
      const endedMs = host.now().getTime();
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      observed = null;
      const meanwhile = facts.filter(({ atMs }) => atMs <= endedMs);
      return reportOf(change, meanwhile, evidence.attempts({ limit: MOST_OPEN }), evidence.services());
    },
    end: () => {
      const wasPlaying = playing !== null;
      playing?.end();
      return wasPlaying;
    },
    notices: () => (playing === null ? [] : [noticeOf(playing.change)]),
  };
}

/** A thread that listens tells what it has observed many times in that time. */
const LATE_MS = 500;

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
