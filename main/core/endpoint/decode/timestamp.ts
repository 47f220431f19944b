const FORM =
  /^(\d{4}-\d{2}-\d{2}T)(\d{1,2})(:\d{2}:\d{2})(?:[.,](\d+))?(Z|[+-](?:[01]\d|2[0-4])(?::?(?:[0-5]\d|60))?)$/;

/** Microseconds since the epoch of `2006-01-02T15:04:05[.frac]` with `Z`, `±07:00`, `±0700` or `±07` (reference D, `ts`); null for any other text. As in Go, the hour
 * may have one digit and an offset 24 hours and 60 minutes. */
export function microsecondsOf(text: string): number | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const [, day = '', hour = '', rest = '', fraction = '', zone = ''] = match;
  const moment = `${day}${hour.padStart(2, '0')}${rest}`;
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
