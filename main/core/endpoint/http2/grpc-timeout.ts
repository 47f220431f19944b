const UNITS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };
/** The longest that a timer can wait. */
const LONGEST_MS = 2_147_483_647;

/** How long a caller waits, in milliseconds, by its `grpc-timeout` header (gRPC over HTTP/2, "Timeout"): at most eight digits and a unit. Null without one. */
export function deadlineMs(header: string | readonly string[] | undefined): number | 'malformed' | null {
  if (header === undefined) return null;
  const match = /^(\d{1,8})([HMSmun])$/.exec(String(header));
  if (match === null) return 'malformed';
  const [, amount = '', unit = ''] = match;
  return Math.min(LONGEST_MS, Number(amount) * (UNITS[unit] ?? 0));
}
