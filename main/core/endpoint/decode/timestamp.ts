const FORM = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:[.,](\d+))?(Z|[+-]\d{2}(?::?\d{2})?)$/;

/** Microseconds since the epoch of `2006-01-02T15:04:05[.frac]` with `Z`, `±07:00`, `±0700` or `±07` (reference D, `ts`); null for any other text. */
export function microsecondsOf(text: string): number | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const [, moment = '', fraction = '', zone = ''] = match;
  const milliseconds = Date.parse(`${moment}Z`);
  // Date.parse rolls 30 February over; Go refuses it.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 19) !== moment) return null;
  return milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6)) - offsetMinutes(zone) * 60_000_000;
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || '0');
  return zone.startsWith('-') ? -minutes : minutes;
}
