import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../../contract/index.ts';
import type { AuthVerdict } from '../../evidence/facts.ts';
import type { TokenBook } from '../ports.ts';
import type { ServerSettings } from '../server-settings.ts';
import { judgeApiKey } from './api-key.ts';
import { headerText } from './header-value.ts';

export interface Authorisation {
  readonly verdict: AuthVerdict;
  /** Status and text of the answer, or null where the request may pass. */
  readonly refusal: { readonly status: 401 | 503; readonly error: string } | null;
}

/** What clients are asked for. */
export interface AuthRules {
  readonly auth: 'token' | 'none';
  readonly tokens: TokenBook;
  readonly server: Pick<ServerSettings, 'auth' | 'rum'>;
}

/** Stands for the token of a settings file, which the workspace does not know. */
export const SETTINGS_TOKEN_ID = 'apm-server.yml';

const EXPECTED = "expected 'Authorization: Bearer secret_token' or 'Authorization: ApiKey base64(API key ID:API key)'";
const MISSING = `authentication failed: missing or improperly formatted Authorization header: ${EXPECTED}`;
const FAILED = 'authentication failed';

/** Lengths and contents are compared through a keyed hash, so that neither shows in the time it takes. */
const HASH_KEY = randomBytes(32).toString('hex');

/**
 * Judges an Authorization header by the real server's rules (reference B1 to B3): scheme and token part at the first space, both compared as they stand. The active and
 * the retiring token pass, and that of the settings. Without credentials a request is anonymous where that is allowed; bad ones are refused also there. An API key
 * that has the right form is answered 503 at once, because no Elasticsearch can be asked. The verdict's hint is for the person in front of Sealwire and never reaches the client.
 */
export function authorise(header: string | undefined, rules: AuthRules): Authorisation {
  if (rules.auth === 'none') return { verdict: { result: 'not-needed' }, refusal: null };
  const given = header ?? '';
  const space = given.indexOf(' ');
  const scheme = space === -1 ? '' : given.slice(0, space);
  const rest = given.slice(space + 1);
  if (scheme === '') return withoutScheme(given === '' ? null : rest, rules);
  if (scheme === 'ApiKey') return apiKey(rest, rules);
  if (scheme !== 'Bearer')
    return refuse('scheme', `${FAILED}: unknown Authentication header ${headerText(scheme)}: ${EXPECTED}`);
  const match = matchOf(rest, tokensOf(rules));
  if (match !== null) return { verdict: { result: 'accepted', tokenId: match.id, state: match.state }, refusal: null };
  return refuse(hintFor(rest, rules), FAILED);
}

/** Unset, anonymous access is on where RUM is (reference B3). */
export function allowsAnonymous({ auth, server }: Pick<AuthRules, 'auth' | 'server'>): boolean {
  return auth === 'token' && (server.auth.anonymous.enabled ?? server.rum.enabled);
}

/** A header without a space counts as none at all. */
function withoutScheme(given: string | null, rules: AuthRules): Authorisation {
  if (allowsAnonymous(rules)) return { verdict: { result: 'anonymous' }, refusal: null };
  if (given !== null) return refuse(hintFor(given, rules) ?? 'scheme', MISSING);
  return { verdict: { result: 'missing' }, refusal: { status: 401, error: MISSING } };
}

function apiKey(given: string, { server }: AuthRules): Authorisation {
  if (!server.auth.apiKey.enabled) return refuse('api-key', FAILED);
  const verdict = judgeApiKey(given);
  if (verdict !== 'unverifiable') return refuse('api-key-form', verdict.refusal);
  return { verdict: { result: 'unverifiable' }, refusal: { status: 503, error: 'service unavailable' } };
}

function refuse(hint: Hint, error: string): Authorisation {
  return { verdict: { result: 'refused', hint }, refusal: { status: 401, error } };
}

type KnownToken = ReturnType<TokenBook['accepted']>[number];

function tokensOf({ tokens, server }: AuthRules): readonly KnownToken[] {
  const { secretToken } = server.auth;
  if (secretToken === null) return tokens.accepted();
  return [...tokens.accepted(), { id: SETTINGS_TOKEN_ID, state: 'active', value: secretToken }];
}

/** Every token is compared, also after a match, so that the time says nothing about which one it was. */
function matchOf(given: string, tokens: readonly KnownToken[]): KnownToken | null {
  const digest = digestOf(given);
  const accepted = tokens.filter(({ value }) => timingSafeEqual(digest, digestOfSecret(value)));
  return accepted[0] ?? null;
}

const digests = new WeakMap<Secret, Buffer>();

/** A token is digested once, not at each request. */
function digestOfSecret(secret: Secret): Buffer {
  const known = digests.get(secret);
  if (known !== undefined) return known;
  const digest = digestOf(secret.reveal());
  digests.set(secret, digest);
  return digest;
}

/** In one call, which takes a tenth of the time of an HMAC object; with the key in front it serves as well here, where nobody sees a digest. */
function digestOf(text: string): Buffer {
  return hash('sha256', HASH_KEY + text, 'buffer');
}

type Hint = Extract<AuthVerdict, { result: 'refused' }>['hint'];

/** A likely slip behind a wrong token. */
function hintFor(given: string, rules: AuthRules): Hint {
  if (/^[•*●∙·]{4,}/.test(Buffer.from(given, 'latin1').toString('utf8')) || /^\*{4,}/.test(given)) return 'masked';
  if (/\$\{?\w+\}?|\$\(|^<.*>$|^%\w+%$|\{\{/.test(given)) return 'placeholder';
  if (isKnown(given.replace(/\s/g, ''), given, rules)) return 'whitespace';
  if (isKnown(given.trim().replace(/^["'`]+|["'`]+$/g, ''), given, rules)) return 'quotes';
  const digest = digestOf(given);
  return rules.tokens.retired().some((value) => timingSafeEqual(digest, digestOfSecret(value))) ? 'retired' : null;
}

function isKnown(mended: string, given: string, rules: AuthRules): boolean {
  return mended !== given && matchOf(mended, tokensOf(rules)) !== null;
}
