import type { Certificate } from '../../main/contract/index.ts';
import { ATTENTION_DAYS } from './expiry-tone.ts';

const DAY_MS = 86_400_000;

/** What was made to end within a week, for a test, ends without a word. */
const SHORT_DAYS = 7;

/** For so many days after its end something that nobody renewed is still worth a word. */
const REMEMBERED_DAYS = 14;

/**
 * The certificates that end soon, or just ended, and that nothing renews unless the person does; the one that ends first comes first. What the endpoint presents is left out:
 * it is renewed by itself, and the core tells where that failed.
 */
export function endingCertificates(certificates: readonly Certificate[]): Certificate[] {
  return certificates.filter(isEnding).toSorted((one, other) => one.notAfter.localeCompare(other.notAfter));
}

function isEnding(certificate: Certificate): boolean {
  const { state, inUse, renewedBy, renewsItselfAt, daysLeft, notBefore, notAfter } = certificate;
  if (inUse || renewedBy !== null || renewsItselfAt !== null) return false;
  const life = (Date.parse(notAfter) - Date.parse(notBefore)) / DAY_MS;
  if (life <= SHORT_DAYS) return false;
  if (state === 'expired') return daysLeft >= -REMEMBERED_DAYS;
  return state === 'valid' && daysLeft <= Math.min(ATTENTION_DAYS, life / 3);
}
