import type { Status } from '../../contract/index.ts';

/** One moment in the life of what the endpoint presents that a person should hear of. */
export interface Expiry {
  readonly what: 'authority' | 'certificate';
  /** The authority's or certificate's id and the stage, by which it is remembered that it was told. */
  readonly cause: string;
  /** Every cause that this one stands for: a certificate that is about to expire in a day also was in thirty. */
  readonly covers: readonly string[];
  readonly days: number;
}

/** Days left at which a person is told, the last one being the end itself. */
const STAGES = [30, 7, 1, 0] as const;
const DAY_MS = 86_400_000;

/** What the current authority and the certificate in use have reached, one stage each at most. */
export function expiriesOf(status: Status, now: Date): Expiry[] {
  const authority = status.authorities.find(({ current }) => current);
  const certificate = status.certificates.find(({ inUse }) => inUse);
  return [
    ...(authority === undefined ? [] : expiryOf('authority', authority, now)),
    ...(certificate === undefined ? [] : expiryOf('certificate', certificate, now)),
  ];
}

function expiryOf(
  what: Expiry['what'],
  { id, notAfter }: { readonly id: string; readonly notAfter: string },
  now: Date,
): Expiry[] {
  const leftMs = Date.parse(notAfter) - now.getTime();
  const reached = STAGES.filter((days) => leftMs <= days * DAY_MS);
  const last = reached[reached.length - 1];
  if (last === undefined) return [];
  const cause = (stage: number): string => `${what} ${id} ${stage}`;
  return [{ what, cause: cause(last), covers: reached.map(cause), days: Math.max(0, Math.ceil(leftMs / DAY_MS)) }];
}
