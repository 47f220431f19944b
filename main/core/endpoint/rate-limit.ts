import { setTimeout as passed } from 'node:timers/promises';

/** Time as the limiter sees it: milliseconds that only grow, and a way to let them pass. */
export interface LimitClock {
  nowMs(): number;
  wait(ms: number): Promise<void>;
}

/** The allowance of one address. */
export interface Allowance {
  /** Takes one event at once, or nothing. */
  takeOne(): boolean | Promise<boolean>;
  /** Takes that many, waiting up to a second for them; false, and nothing is taken, where that would not be enough or they are more than ever are there. */
  take(events: number): Promise<boolean>;
}

export interface RateLimiter {
  allowanceFor(address: string): Allowance;
}

/** One that keeps the allowances itself, and so knows at once. */
export interface OwnRateLimiter extends RateLimiter {
  allowanceFor(address: string): Pick<Allowance, 'take'> & { takeOne(): boolean };
}

export const STEADY_CLOCK: LimitClock = {
  nowMs: () => performance.now(),
  wait: (ms) => passed(ms),
};

/** An allowance may hold so many seconds' worth of events. */
const BURST_SECONDS = 3;
const LONGEST_WAIT_MS = 1000;

interface Bucket {
  tokens: number;
  filledMs: number;
}

/**
 * How many events may come without credentials from one address (reference B4): `eventLimit` a second with three times as many at once, for the `ipLimit` addresses
 * seen last. One more address takes over the allowance of the one seen longest ago, so that many addresses are no way around the limit.
 */
export function createRateLimiter(
  limits: { readonly eventLimit: number; readonly ipLimit: number },
  clock: LimitClock,
): OwnRateLimiter {
  const { eventLimit, ipLimit } = limits;
  const most = eventLimit * BURST_SECONDS;
  // A map keeps the order of insertion: the first entry is the one seen longest ago.
  const buckets = new Map<string, Bucket>();

  const bucketFor = (address: string): Bucket => {
    const bucket = buckets.get(address) ?? handedOn() ?? { tokens: most, filledMs: clock.nowMs() };
    buckets.delete(address);
    buckets.set(address, bucket);
    return bucket;
  };

  const handedOn = (): Bucket | null => {
    if (buckets.size < ipLimit) return null;
    for (const [address, bucket] of buckets) {
      buckets.delete(address);
      return bucket;
    }
    return null;
  };

  /** Milliseconds until the events are there, having taken them; null where that is longer than `mostMs`. */
  const reserve = (bucket: Bucket, events: number, mostMs: number): number | null => {
    const nowMs = clock.nowMs();
    bucket.tokens = Math.min(most, bucket.tokens + (Math.max(0, nowMs - bucket.filledMs) * eventLimit) / 1000);
    bucket.filledMs = nowMs;
    const lacking = events - bucket.tokens;
    const waitMs = lacking <= 0 ? 0 : (lacking * 1000) / eventLimit;
    if (events > most || waitMs > mostMs) return null;
    bucket.tokens -= events;
    return waitMs;
  };

  return {
    allowanceFor(address) {
      const bucket = bucketFor(address);
      return {
        takeOne: () => reserve(bucket, 1, 0) !== null,
        async take(events) {
          const waitMs = reserve(bucket, events, LONGEST_WAIT_MS);
          if (waitMs === null) return false;
          if (waitMs > 0) await clock.wait(waitMs);
          return true;
        },
      };
    },
  };
}
