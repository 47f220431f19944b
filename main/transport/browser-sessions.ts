import { createHash, timingSafeEqual } from 'node:crypto';
import type { Host } from '../core/host/host.ts';

/** A link is good for this long. */
export const CODE_LIVES_MS = 60_000;

const MOST_SESSIONS = 64;
const MOST_CODES = 32;
const MOST_WRONG_CODES = 10;
const WRONG_CODES_WITHIN_MS = 60_000;

/** What became of a code: the secret of a new session, or why not. */
export type Redemption =
  | { readonly secret: string }
  | { readonly secret: null; readonly why: string; readonly isTooOften: boolean };

/**
 * Codes that work once and for 60 seconds, and the sessions they open, in memory alone and as digests alone. Each tab has a session of
 * its own; beyond 64 the one that was used longest ago ends.
 */
export interface BrowserSessions {
  newCode(): string;
  redeem(code: string): Redemption;
  isOpen(secret: string): boolean;
}

interface Code {
  readonly digest: Buffer;
  readonly madeAt: number;
  isUsed: boolean;
}

export function browserSessions(host: Pick<Host, 'now' | 'randomBytes'>): BrowserSessions {
  let codes: Code[] = [];
  let sessions: Buffer[] = [];
  let wrongCodesAt: number[] = [];
  const newSecret = (): string => host.randomBytes(32).toString('base64url');

  /**
   * Wrong codes are counted, right ones are not held up by them: otherwise any program on this machine could lock the person out, and
   * nobody guesses 256 bits.
   */
  const refuseWrong = (): Redemption => {
    const now = host.now().getTime();
    wrongCodesAt = [...wrongCodesAt.filter((at) => Math.abs(now - at) < WRONG_CODES_WITHIN_MS), now].slice(
      -MOST_WRONG_CODES - 1,
    );
    const isTooOften = wrongCodesAt.length > MOST_WRONG_CODES;
    const why = isTooOften ? 'Too many wrong links were tried.' : 'This link is not one that this Sealwire made.';
    return { secret: null, why, isTooOften };
  };

  return {
    newCode: () => {
      const code = newSecret();
      codes = [...codes, { digest: digestOf(code), madeAt: host.now().getTime(), isUsed: false }].slice(-MOST_CODES);
      return code;
    },
    redeem: (text) => {
      const digest = digestOf(text);
      const [code] = codes.filter((each) => timingSafeEqual(each.digest, digest));
      if (code === undefined) return refuseWrong();
      if (code.isUsed) return { secret: null, why: 'This link has been used already.', isTooOften: false };
      const age = host.now().getTime() - code.madeAt;
      // A clock that was moved back makes no old link young again.
      if (age < 0 || age > CODE_LIVES_MS) {
        return { secret: null, why: 'This link is older than 60 seconds.', isTooOften: false };
      }
      code.isUsed = true;
      const secret = newSecret();
      sessions = [...sessions, digestOf(secret)].slice(-MOST_SESSIONS);
      return { secret };
    },
    isOpen: (secret) => {
      const digest = digestOf(secret);
      const [session] = sessions.filter((each) => timingSafeEqual(each, digest));
      if (session === undefined) return false;
      sessions = [...sessions.filter((each) => each !== session), session];
      return true;
    },
  };
}

/** Digests have one length, which makes a comparison in constant time possible, and give nothing away. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
