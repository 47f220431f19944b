import { goQuote } from '../decode/go-quote.ts';

const UNITS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };
/** The longest that a timer can wait. */
const LONGEST_MS = 2_147_483_647;

/**
 * How long a caller waits, in milliseconds, by its `grpc-timeout` header (gRPC over HTTP/2, "Timeout"): at most eight digits and a unit. Null without one; what is wrong with
 * it is told in grpc-go's words (`internal/transport`, `decodeTimeout`).
 */
export function deadlineMs(
  header: string | readonly string[] | undefined,
): number | { readonly problem: string } | null {
  if (header === undefined) return null;
  const text = String(header);
  const wrong = (what: string) => ({ problem: `malformed grpc-timeout: ${what}` });
  if (text.length < 2) return wrong(`transport: timeout string is too short: ${goQuote(text)}`);
  if (text.length > 9) return wrong(`transport: timeout string is too long: ${goQuote(text)}`);
  const unit = UNITS[text.slice(-1)];
  if (unit === undefined) return wrong(`transport: timeout unit is not recognized: ${goQuote(text)}`);
  const amount = text.slice(0, -1);
  if (!/^\d+$/.test(amount)) return wrong(`strconv.ParseUint: parsing ${goQuote(amount)}: invalid syntax`);
  return Math.min(LONGEST_MS, Number(amount) * unit);
}
