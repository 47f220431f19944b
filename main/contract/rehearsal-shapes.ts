import { z } from 'zod';

/** What a change that was played has shown. */
export const rehearsal = z.object({
  change: z.enum(['token', 'certificate']),
  seconds: z.number(),
  services: z.array(
    z.object({
      service: z.string().nullable(),
      environment: z.string().nullable(),
      /** It went on, it would have been lost, or nothing came of it meanwhile. */
      result: z.enum(['stays', 'lost', 'unseen']),
      why: z.string(),
      fix: z.string().nullable(),
    }),
  ),
});

export type Rehearsal = z.infer<typeof rehearsal>;
