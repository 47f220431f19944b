/** A moment as a person reads it, in the time zone of this machine: `2026-11-24 03:45:28`; a dash where there is none. */
export function moment(iso: string | null): string {
  if (iso === null) return '-';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** How long something still lasts: `389 days left`, `1 day left`, `expired`. */
export function daysLeft(days: number): string {
  if (days < 0) return 'expired';
  return days === 1 ? '1 day left' : `${Math.floor(days)} days left`;
}

/** The same for something that may end within the day: `5 hours left`, `12 minutes left`. */
export function timeLeft(notAfter: string, now: Date): string {
  const minutes = Math.floor((Date.parse(notAfter) - now.getTime()) / 60_000);
  if (minutes < 0) return 'expired';
  if (minutes >= 24 * 60) return daysLeft(Math.floor(minutes / (24 * 60)));
  const [count, unit] = minutes >= 120 ? [Math.floor(minutes / 60), 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'} left`;
}

/** A duration in milliseconds in its natural unit: `0.4 ms`, `12 ms`, `1.3 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return milliseconds >= 10 ? `${Math.round(milliseconds)} ms` : `${milliseconds.toFixed(1)} ms`;
}
