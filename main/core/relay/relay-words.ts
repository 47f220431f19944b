import type { RelayState } from '../../contract/index.ts';
import type { RelayReport } from './messages.ts';

/** The state of the relay with a sentence for what is wrong, and the next step. */
export function relayWords(seen: {
  readonly origin: string;
  readonly limitBytes: number;
  readonly report: RelayReport;
  readonly hasDied: boolean;
}): RelayState {
  const { origin, limitBytes, hasDied } = seen;
  const { state, size } = seen.report;
  const isFull = size.bytes >= limitBytes * 0.95;
  return {
    url: origin,
    state: hasDied ? 'held' : state.kind,
    queued: { requests: size.requests, bytes: size.bytes, oldestAt: momentOf(size.oldestAtMs) },
    limitBytes,
    sent: state.sent,
    refused: state.refused,
    eventsRefused: state.eventsRefused,
    lastRefusal:
      state.lastRefusal === null
        ? null
        : { at: new Date(state.lastRefusal.atMs).toISOString(), why: state.lastRefusal.why },
    nextTryAt: momentOf(state.nextTryAtMs),
    problem: hasDied ? ENDED : problemOf(state.problem, origin, isFull),
  };
}

const ENDED = {
  message: 'The part that passes requests on has ended by a fault of its own.',
  fix: 'Start Sealwire anew; what waits in its queue is sent then.',
};

function problemOf(problem: RelayReport['state']['problem'], origin: string, isFull: boolean): RelayState['problem'] {
  if (problem === null) return null;
  const full = isFull ? ' The queue is full, so that agents are refused with 503 until there is room.' : '';
  switch (problem.code) {
    case 'UNREACHABLE':
      return {
        message: `${origin} cannot be reached: ${problem.why}.${full}`,
        fix: `Nothing is lost meanwhile. Find out why: \`sealwire doctor ${origin}\``,
      };
    case 'UNAVAILABLE':
      return {
        message: `${origin} takes nothing at the moment: ${problem.why}.${full}`,
        fix: 'Nothing is lost meanwhile; it is tried again.',
      };
    case 'UNAUTHORISED':
      return {
        message: `${origin} does not let Sealwire in: ${problem.why}.${full}`,
        fix: 'Stop Sealwire, and start it with the right token: `sealwire up --relay URL --relay-token-stdin`. What waits is sent then.',
      };
    case 'QUEUE':
      return {
        message: `The queue on the disk cannot be used: ${problem.why}.`,
        fix: 'Free some space, or make the data folder writable; it is tried again.',
      };
    case 'REDIRECT':
      return {
        message: `${origin} points elsewhere, and Sealwire does not follow with a token: ${problem.why}.${full}`,
        fix: 'Give --relay the URL of the server itself.',
      };
    case 'NOT_A_SERVER':
      return {
        message: `What answers at ${origin} is no APM Server: ${problem.why}.${full}`,
        fix: 'Check the URL that --relay names; it ends behind the port.',
      };
    default:
      return problem.code satisfies never;
  }
}

function momentOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
