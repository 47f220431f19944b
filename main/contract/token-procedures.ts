import { z } from 'zod';
import { rehearsal } from './rehearsal-shapes.ts';
import * as shape from './shapes.ts';

const nothing = z.object({});

/** Procedures of the secret tokens, and of changes that are tried out before they are made where it matters. */
export const TOKEN_PROCEDURES = {
  'token.list': { input: nothing, output: z.object({ tokens: z.array(shape.token) }) },
  'token.show': { input: nothing, output: z.object({ token: z.string() }) },
  /** A new active token; the old one keeps working as retiring until it is retired. After `until` nobody is expected to use it any more. */
  'token.rotate': { input: z.object({ until: z.iso.datetime().optional() }), output: shape.token },
  /** Ends a retiring token. Rejects with `TOKEN_IN_USE` where a service still uses it and `until` has not passed, unless `force`. */
  'token.retire': {
    input: z.object({ id: z.string(), force: z.boolean().default(false) }),
    output: z.object({ done: z.literal(true) }),
  },
  /** How to change the token of a real server, which has one only, so that nothing is lost: steps in their order, changing nothing. */
  'token.plan': {
    input: z.object({ server: z.string() }),
    output: z.object({
      server: z.string(),
      steps: z.array(z.object({ title: z.string(), text: z.string(), commands: z.array(z.string()) })),
    }),
  },
  /**
   * Plays a change for so long, and reports who would have been lost; then everything is as before. `token` refuses the retiring ones; `certificate` presents another on new connections: a renewal with a new key, or the one
   * that is given.
   */
  'rehearsal.run': {
    input: z.object({
      change: z.enum(['token', 'certificate']),
      seconds: z.number().int().min(1).max(600).default(60),
      certificate: z.object({ chain: z.string(), key: z.string() }).optional(),
      agreed: z.literal(true),
    }),
    output: rehearsal,
  },
  /** Ends the one that runs; it then reports what it has seen. False where none runs. */
  'rehearsal.end': { input: nothing, output: z.object({ ended: z.boolean() }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
