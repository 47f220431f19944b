import type { Tone } from './state-icon.tsx';

/** Days before its end from which a certificate asks for attention. */
export const ATTENTION_DAYS = 30;

/** How a certificate with this many days left stands. */
export function expiryTone(daysLeft: number): Tone {
  if (daysLeft < 0) return 'failed';
  return daysLeft <= ATTENTION_DAYS ? 'attention' : 'ok';
}
