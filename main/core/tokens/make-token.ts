import { Secret } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';

/**
 * A secret token of 256 random bits in 44 characters of `[A-Za-z0-9_-]`. It starts with a letter from g to z: APM Server's keystore reads a
 * secret again as a number or a boolean, and no such word starts like this and is that long (reference/intake-protocol.md §F).
 */
export function makeToken(host: Pick<Host, 'randomBytes'>): Secret {
  const [first = 0, ...random] = host.randomBytes(33);
  const letter = FIRST_LETTERS[first % FIRST_LETTERS.length];
  return new Secret(`${letter}${Buffer.from(random).toString('base64url')}`);
}

const FIRST_LETTERS = 'ghijklmnopqrstuvwxyz';
