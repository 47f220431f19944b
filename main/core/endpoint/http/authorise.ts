import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AuthVerdict } from '../../evidence/facts.ts';
import type { TokenBook } from '../ports.ts';

export interface Authorisation {
  readonly verdict: AuthVerdict;
  /** Text of the 401, or null where the request may pass. */
  readonly refusal: string | null;
}

const EXPECTED = "expected 'Authorization: Bearer secret_token' or 'Authorization: ApiKey base64(API key ID:API key)'";
const MISSING = `authentication failed: missing or improperly formatted Authorization header: ${EXPECTED}`;

/** Lengths and contents are compared through a keyed hash, so that neither shows in the time it takes. */
const HASH_KEY = randomBytes(32);

/**
 * Judges an Authorization header by the real server's rules (reference B1): scheme and token part at the first space, both compared as they stand. The
 * active and the retiring token pass. The verdict's hint is for the person in front of Sealwire and never reaches the client.
 */
export function authorise(header: string | undefined, auth: 'token' | 'none', tokens: TokenBook): Authorisation {
  if (auth === 'none') return { verdict: { result: 'not-needed' }, refusal: null };
  if (header === undefined || header === '') return { verdict: { result: 'missing' }, refusal: MISSING };
  const space = header.indexOf(' ');
  const scheme = space === -1 ? '' : header.slice(0, space);
  const given = header.slice(space + 1);
  if (scheme === '')
    return { verdict: { result: 'refused', hint: hintFor(given, tokens) ?? 'scheme' }, refusal: MISSING };
  if (scheme === 'ApiKey') return { verdict: { result: 'refused', hint: 'api-key' }, refusal: 'authentication failed' };
  if (scheme !== 'Bearer') {
    const refusal = `authentication failed: unknown Authentication header ${scheme}: ${EXPECTED}`;
    return { verdict: { result: 'refused', hint: 'scheme' }, refusal };
  }
  const match = matchOf(given, tokens);
  if (match !== null) return { verdict: { result: 'accepted', tokenId: match.id, state: match.state }, refusal: null };
  return { verdict: { result: 'refused', hint: hintFor(given, tokens) }, refusal: 'authentication failed' };
}

/** Every token is compared, also after a match, so that the time says nothing about which one it was. */
function matchOf(
  given: string,
  tokens: TokenBook,
): { readonly id: string; readonly state: 'active' | 'retiring' } | null {
  const accepted = tokens.accepted().filter(({ value }) => isEqual(given, value.reveal()));
  return accepted[0] ?? null;
}

function isEqual(one: string, other: string): boolean {
  return timingSafeEqual(hashed(one), hashed(other));
}

function hashed(text: string): Buffer {
  return createHmac('sha256', HASH_KEY).update(text).digest();
}

type Hint = Extract<AuthVerdict, { result: 'refused' }>['hint'];

/** A likely slip behind a wrong token. */
function hintFor(given: string, tokens: TokenBook): Hint {
  if (/^[•*●∙·]{4,}/.test(Buffer.from(given, 'latin1').toString('utf8')) || /^\*{4,}/.test(given)) return 'masked';
  if (/\$\{?\w+\}?|\$\(|^<.*>$|^%\w+%$|\{\{/.test(given)) return 'placeholder';
  if (isKnown(given.replace(/\s/g, ''), given, tokens)) return 'whitespace';
  if (isKnown(given.trim().replace(/^["'`]+|["'`]+$/g, ''), given, tokens)) return 'quotes';
  return tokens.retired().some((value) => isEqual(given, value.reveal())) ? 'retired' : null;
}

function isKnown(mended: string, given: string, tokens: TokenBook): boolean {
  return mended !== given && matchOf(mended, tokens) !== null;
}
