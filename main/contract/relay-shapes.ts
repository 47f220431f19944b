import { z } from 'zod';

/** How it goes with the server that everything is passed on to. */
export const relayState = z.object({
  url: z.string(),
  /** Passing on, waiting for that server, or held until somebody changes something. */
  state: z.enum(['passing', 'waiting', 'held']),
  /** What is on the disk and not sent yet. */
  queued: z.object({ requests: z.number(), bytes: z.number(), oldestAt: z.string().nullable() }),
  /** So much may wait; what comes beyond it is refused as the real server refuses it. */
  limitBytes: z.number(),
  /** Requests since this run began: taken, and refused for good. */
  sent: z.number(),
  refused: z.number(),
  /** Events that were refused out of requests that were taken. */
  eventsRefused: z.number(),
  lastRefusal: z.object({ at: z.string(), why: z.string() }).nullable(),
  nextTryAt: z.string().nullable(),
  problem: z.object({ message: z.string(), fix: z.string() }).nullable(),
});

export type RelayState = z.infer<typeof relayState>;
