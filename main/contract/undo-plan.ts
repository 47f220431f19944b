import { z } from 'zod';
import { ledgerEntry } from './shapes.ts';

/** What taking one change of the ledger back would do, before it is agreed to. */
export const undoPlan = z.object({
  entry: ledgerEntry,
  /** Every change, one line each, in order. */
  does: z.array(z.string()),
  /** Command lines as Sealwire runs them or, where `byHand`, as the person types them. */
  commands: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), change: z.enum(['create', 'change', 'remove']) })),
  /** True where Sealwire has not the rights: it changes nothing, the person runs `commands`. */
  byHand: z.boolean(),
  /** What the system will ask of the person meanwhile; empty where nothing. */
  asks: z.string(),
  /** What was there when the plan was made; handed back with the consent, so that what changed since is left alone. */
  seen: z.string(),
});

export type UndoPlan = z.infer<typeof undoPlan>;
