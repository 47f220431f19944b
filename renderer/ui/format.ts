const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const momentFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const numberFormat = new Intl.NumberFormat('en-GB');

/** Time of day to the second, for things seen on this day. */
export function clockTime(at: string): string {
  return clockFormat.format(new Date(at));
}

/** A day: `3 Mar 2027`. */
export function dayOf(at: string): string {
  return dateFormat.format(new Date(at));
}

/** A day and time without the year, for lists. */
export function momentOf(at: string): string {
  return momentFormat.format(new Date(at));
}

/** How long ago, in the largest unit that is not zero; below five seconds it is "just now". */
export function timeAgo(at: string, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - Date.parse(at)) / 1000));
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} d ago`;
}

/** Days until something ends, in words. */
export function daysText(days: number): string {
  if (days < 0) return 'expired';
  if (days < 1) return 'less than a day left';
  return Math.floor(days) === 1 ? '1 day left' : `${count(Math.floor(days))} days left`;
}

/** A length of time in milliseconds, as short as it stays meaningful. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1) return '<1 ms';
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min`;
}

/** `TLSv1.3`, as OpenSSL writes it, reads "TLS 1.3". */
export function tlsVersion(version: string): string {
  return version.replace(/^TLSv1$/, 'TLS 1.0').replace(/^TLSv/, 'TLS ');
}

/** A number with separators. */
export function count(value: number): string {
  return numberFormat.format(value);
}

/** The first and last bytes of a fingerprint, enough to compare by eye. */
export function shortFingerprint(fingerprint: string): string {
  const bytes = fingerprint.split(':');
  return bytes.length < 8 ? fingerprint : `${bytes.slice(0, 4).join(':')} … ${bytes.slice(-2).join(':')}`;
}

/** One form for one thing and another for more. */
export function plural(value: number, one: string, more: string): string {
  return `${count(value)} ${value === 1 ? one : more}`;
}
