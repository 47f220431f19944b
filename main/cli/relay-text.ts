import type { RelayState } from '../contract/relay-shapes.ts';
import { moment } from './moments.ts';
import type { Paint } from './paint.ts';

/** How it goes with the server that everything is passed on to, as one line. */
export function relayText(
  { url, state, sent, queued, refused, eventsRefused, problem, nextTryAt }: RelayState,
  paint: Paint,
): string {
  const word = state === 'passing' ? paint.good('passed on to') : paint.bad('to be passed on to');
  const counts = [
    `${sent} requests sent`,
    ...(queued.requests === 0 ? [] : [`${queued.requests} wait since ${moment(queued.oldestAt)}`]),
    ...(refused + eventsRefused === 0 ? [] : [`${refused} requests and ${eventsRefused} events refused there`]),
  ].join(', ');
  const again = nextTryAt === null ? '' : ` It is tried again at ${moment(nextTryAt)}.`;
  return `${word} ${url}: ${counts}.${problem === null ? '' : ` ${problem.message} ${problem.fix}`}${again}`;
}
