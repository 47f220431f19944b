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
  if (status === 404 || status === 405 || status === 501) return 'absent';
  return status === 429 || status >= 500 ? 'busy' : 'other';
}

/** "POST /intake/v2/events answered 401: authentication failed". A page for people is told as one. */
export function answerWords(what: string, { status, body }: Pick<HttpAnswer, 'status' | 'body'>): string {
  return `${what} answered ${status}${bodyWords(body)}`;
}

/** ": " and what a body says, as it ends a sentence; empty where it says nothing. */
function bodyWords(body: string): string {
  const said = /"(?:error|message)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? body;
  if (said.trim() === '') return '';
  return /^\s*</.test(said) ? ' with a page for people' : `: ${shortText(said, 200)}`;
}
