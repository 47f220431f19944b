import { shortText } from '../../evidence/short-text.ts';
import { type Check, passed, skipped, warned } from '../check.ts';

/** Certificates are judged by the minute, and events that come from the future are found nowhere. */
const MOST_SECONDS = 60;

/** How far the server's clock is from this machine's, by the Date of an answer, which has whole seconds. */
export const clock: Check = {
  id: 'clock',
  title: 'Clock',
  needs: ['http'],
  run: async (it) => {
    const { headers, sentAtMs, answeredAtMs } = await it.ask({ method: 'HEAD', path: '/' });
    const said = Date.parse(headers.date ?? '');
    if (Number.isNaN(said)) return skipped('The server does not tell its time.');
    const apart = Math.round((said - (sentAtMs + answeredAtMs) / 2) / 1000);
    const seconds = Math.max(0, Math.abs(apart) - 1);
    const evidence = `Date: ${shortText(headers.date ?? '', 60)}`;
    if (seconds <= MOST_SECONDS) return passed('The server’s clock and this machine’s agree.', evidence);
    return warned(
      `The server’s clock is ${spanWords(seconds)} ${apart > 0 ? 'ahead of' : 'behind'} this machine’s.`,
      evidence,
      'Set both by a time server: a certificate may be expired for one and not for the other, and events are filed under the wrong time.',
    );
  },
};

function spanWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
