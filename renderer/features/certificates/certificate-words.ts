import type { Certificate } from '../../../main/contract/index.ts';
import { dayOf, momentOf } from '../../ui/format.ts';
import type { Tone } from '../../ui/state-icon.tsx';
import { keyTitle } from './issue-model.ts';

const DAY_MS = 86_400_000;

/** What a row says below the names: the kind of key, how long it lasts or when and why it ended, and whether anything renews it. */
export function lifeWords(certificate: Certificate): string {
  const { key, notAfter, notBefore, state, revokedAt, revocationReason, renewsItselfAt, hasKey } = certificate;
  const isShort = Date.parse(notAfter) - Date.parse(notBefore) < 2 * DAY_MS;
  const end = isShort ? momentOf(notAfter) : dayOf(notAfter);
  const words = [keyTitle(key)];
  if (state === 'revoked' && revokedAt !== null) {
    const why =
      revocationReason === null || revocationReason === 'unspecified' ? '' : `: ${reasonWords(revocationReason)}`;
    words.push(`revoked on ${dayOf(revokedAt)}${why}`);
  } else words.push(state === 'expired' ? `ended ${end}` : `until ${end}`);
  if (renewsItselfAt !== null) words.push(`renews itself ${dayOf(renewsItselfAt)}`);
  if (!hasKey) words.push('key is elsewhere');
  return words.join(' · ');
}

/** The badge of a certificate. */
export function badgeOf({ inUse, state, kind }: Certificate): { readonly tone: Tone; readonly word: string } {
  if (inUse) return { tone: state === 'expired' ? 'failed' : 'ok', word: 'in use' };
  if (state === 'valid') return { tone: 'n/a', word: kind };
  if (state === 'not-yet-valid') return { tone: 'attention', word: 'not valid yet' };
  return { tone: state === 'renewed' ? 'n/a' : 'failed', word: state };
}

function reasonWords(reason: string): string {
  return reason.replaceAll('-', ' ');
}
