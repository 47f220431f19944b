import type { AuthorityKeyKind, CheckedName, KeyKind } from '../../../main/contract/index.ts';

export type LifetimeUnit = 'days' | 'minutes';

/** Longest lifetimes that the core takes; 824 days is what Apple's systems accept under an authority of one's own. */
export const MOST: Readonly<Record<LifetimeUnit, number>> = { days: 824, minutes: 100_000 };

/** What a certificate lasts unless the person says otherwise. */
export const USUAL_DAYS = '396';

/** Every kind of key, the recommended first, with what it is for. */
export const KEYS: readonly { readonly value: KeyKind; readonly title: string; readonly hint: string }[] = [
  { value: 'ec-p256', title: 'EC P-256', hint: 'Quick, and accepted everywhere' },
  { value: 'ec-p384', title: 'EC P-384', hint: 'Where a rule asks for more than P-256' },
  { value: 'rsa-2048', title: 'RSA 2048', hint: 'For programs that read RSA alone' },
  { value: 'rsa-3072', title: 'RSA 3072', hint: 'Where a rule asks for more than RSA 2048' },
  { value: 'rsa-4096', title: 'RSA 4096', hint: 'Takes a second or more to make' },
];

const AUTHORITY_KEYS: readonly string[] = ['ec-p256', 'ec-p384', 'rsa-3072'] satisfies AuthorityKeyKind[];

/** Whether an authority can have that kind of key. */
export function isAuthorityKey(key: KeyKind): key is AuthorityKeyKind {
  return AUTHORITY_KEYS.includes(key);
}

/** How a kind of key is called; one that this page does not know stands as it is. */
export function keyTitle(key: string): string {
  return KEYS.find(({ value }) => value === key)?.title ?? key;
}

/** Why a lifetime cannot be used, or null. */
export function lifetimeFault(text: string, unit: LifetimeUnit): string | null {
  const isWhole = /^\d{1,6}$/.test(text.trim());
  const number = Number(text);
  if (isWhole && number >= 1 && number <= MOST[unit]) return null;
  return `Type a number from 1 to ${MOST[unit].toLocaleString('en-GB')}.`;
}

/** The lifetime as a wish says it. */
export function lifetimeOf(text: string, unit: LifetimeUnit): { days: number } | { minutes: number } {
  return unit === 'days' ? { days: Number(text) } : { minutes: Number(text) };
}

/** The names of each certificate in a text with one certificate a line; empty lines and those that begin with `#` are left out. */
export function linesOfNames(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [...new Set(line.split(/[\s,;]+/).filter((name) => name !== ''))]);
}

/** The judgements of names that are refused. */
export function refused(checked: readonly CheckedName[]): CheckedName[] {
  return checked.filter(({ refusal }) => refusal !== null);
}

/** A refusal of the core as sentences: it begins in lower case, as the end of one of its own. */
export function refusalWords({ why, fix }: { readonly why: string; readonly fix: string }): string {
  const stop = /[.!?]$/.test(why) ? '' : '.';
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}${stop} ${fix}`;
}
