import { z } from 'zod';

/* Central configuration of agents, as `shapes.ts` has the rest. */

/** Central configuration of one service in one environment; null stands for all of them. */
export const configEntry = z.object({
  service: z.string().nullable(),
  environment: z.string().nullable(),
  settings: z.record(z.string(), z.string()),
  etag: z.string(),
  changedAt: z.string(),
  /** Who asked for it since it was changed or Sealwire started: `applied` once an agent named its tag in a later poll. */
  agents: z.array(
    z.object({
      service: z.string(),
      environment: z.string(),
      state: z.enum(['sent', 'applied']),
      sentAt: z.string().nullable(),
      appliedAt: z.string().nullable(),
      lastAskedAt: z.string(),
    }),
  ),
  /**
   * The same for each option: one that has not changed stays `applied` while others are on their way. `applied` once an agent named a tag that stands for its present
   * value; one without agents has reached nobody yet.
   */
  options: z.array(
    z.object({
      name: z.string(),
      agents: z.array(
        z.object({
          service: z.string(),
          environment: z.string(),
          state: z.enum(['sent', 'applied']),
          sentAt: z.string().nullable(),
          appliedAt: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/** One option that can be set centrally, with what a person needs to know to set it. */
export const centralOption = z.object({
  name: z.string(),
  kind: z.enum(['rate', 'count', 'duration', 'boolean', 'choice', 'list']),
  /** What it changes, in one sentence. */
  hint: z.string(),
  /** What it takes, e.g. `a whole number with a unit (ms, s, m), such as 10ms`. */
  takes: z.string(),
  /** Every value there is, for `boolean` and `choice`; else empty. */
  choices: z.array(z.string()),
});

/** What one agent takes from central configuration; `tagMeans` is what its next poll proves: that it took the settings, or only that they reached it. */
export const centralAgent = z.object({
  agent: z.string(),
  title: z.string(),
  tagMeans: z.enum(['applied', 'received']),
  options: z.array(centralOption),
});

export type ConfigEntry = z.infer<typeof configEntry>;
export type CentralOption = z.infer<typeof centralOption>;
export type CentralAgent = z.infer<typeof centralAgent>;
