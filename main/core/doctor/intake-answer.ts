import { shortText } from '../evidence/short-text.ts';
import type { HttpAnswer } from './wire/ask-http.ts';

/** What a server makes of a request, as far as letting in is concerned. */
export type Admission = 'in' | 'unauthorised' | 'forbidden' | 'absent' | 'busy' | 'other';

/**
 * Reads the answer to an empty batch of events, which stores nothing: 202 from 8.12 on, before that 400 with a complaint about the missing metadata (reference/intake-protocol.md A7).
 */
export function admissionOf({ status, body }: Pick<HttpAnswer, 'status' | 'body'>): Admission {
  if (status === 202 || status === 200) return 'in';
  if (status === 400 && /EOF while reading metadata|metadata/.test(body)) return 'in';
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 405) return 'absent';
  return status === 429 || status >= 500 ? 'busy' : 'other';
}

/** "POST /intake/v2/events answered 401: authentication failed". */
export function answerWords(what: string, { status, body }: Pick<HttpAnswer, 'status' | 'body'>): string {
  const said = /"(?:error|message)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? body;
  return `${what} answered ${status}${said.trim() === '' ? '' : `: ${shortText(said, 200)}`}`;
}
