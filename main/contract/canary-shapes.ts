import { z } from 'zod';
import { fix, verification } from './shapes.ts';

/** What became of a canary; `nothing` where no connection came in time, `unclear` where one came and told nothing. */
export const canaryAnswer = z.object({
  service: z.string(),
  environment: z.string().nullable(),
  result: z.enum(['verified', 'off', 'unclear', 'nothing']),
  at: z.string(),
  how: verification.shape.how.nullable(),
  alert: z.string().nullable(),
  /** All of it in one or two sentences. */
  said: z.string(),
  fixes: z.array(fix),
});

export type CanaryAnswer = z.infer<typeof canaryAnswer>;
