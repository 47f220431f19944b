import type { RelayedHead, UpstreamAnswer } from './ports.ts';

/** What an answer of the server behind means for the request that it is to. */
export type Judgement =
  /** It has it. `errors` counts events of it that it would not take, as it would have told the agent itself. */
  | { readonly kind: 'taken'; readonly errors: number }
  /** It will never take this one. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It takes nothing at the moment: the same later. `afterMs` is when it asked to be tried again. */
  | { readonly kind: 'later'; readonly why: string; readonly afterMs: number | null }
  /** It takes nothing until somebody changes something: the credential, the URL. */
  | { readonly kind: 'held'; readonly code: HeldCode; readonly why: string };

export type HeldCode = 'UNAUTHORISED' | 'NOT_A_SERVER' | 'REDIRECT';

/** Asked to wait longer, it is tried all the same after this time. */
const LONGEST_WAIT_MS = 300_000;

/**
 * Judges by the answers that the real server gives (reference A0, A2, A5). A body of which it takes some lines and not others is answered with 400 and the number that it took, and sending it again would double those; its
 * refusal of a page's request is the page's own matter, while one of a request with our credential is ours.
 */
export function judgeAnswer(answer: UpstreamAnswer, head: RelayedHead): Judgement {
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'taken', errors: 0 };
  const said = wordsOf(answer);
  const why = `it answered ${status}${said.text === '' ? '' : `: ${said.text}`}`;
  if (status >= 300 && status < 400) return { kind: 'held', code: 'REDIRECT', why };
  if (status === 408 || status === 429 || status >= 500) return { kind: 'later', why, afterMs: retryAfterMs(answer) };
  if (status === 401 || status === 403) {
    return head.isAuthorised ? { kind: 'held', code: 'UNAUTHORISED', why } : { kind: 'refused', why };
  }
  if (said.accepted !== null) return { kind: 'taken', errors: said.errors };
  if (status === 404 || status === 405) return { kind: 'held', code: 'NOT_A_SERVER', why };
  return { kind: 'refused', why };
}

/** What it says, short enough to show; of intake the number of events that it took all the same. */
function wordsOf({ body, headers }: UpstreamAnswer): { text: string; accepted: number | null; errors: number } {
  const written = Buffer.from(body).toString('utf8');
  const nothing = { text: '', accepted: null, errors: 0 };
  if (!(headers['content-type'] ?? '').includes('json') && !written.startsWith('{')) return nothing;
  let parsed: unknown;
  try {
    parsed = JSON.parse(written);
  } catch {
    // Not JSON whatever it calls itself; the status says enough.
    return nothing;
  }
  const { accepted, errors, error } = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<
    string,
    unknown
  >;
  const list: unknown[] = Array.isArray(errors) ? errors : [];
  const first = list[0] as { readonly message?: unknown } | undefined;
  const text = typeof error === 'string' ? error : typeof first?.message === 'string' ? first.message : '';
  return { text: shortened(text), accepted: typeof accepted === 'number' ? accepted : null, errors: list.length };
}

const MOST_SHOWN = 200;

function shortened(text: string): string {
  const plain = text.replaceAll(/\p{Cc}+/gu, ' ');
  return plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)}…` : plain;
}

/** Seconds alone; a date would need both clocks to agree (RFC 9110 §10.2.3). */
function retryAfterMs({ headers }: UpstreamAnswer): number | null {
  const text = headers['retry-after'] ?? '';
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text) * 1000, LONGEST_WAIT_MS) : null;
}
