import { noCounts } from './event-kinds.ts';
import type { IntakeOutcome } from './ports.ts';

/** What the real server says while it stops (reference A2). */
export const SHUTTING_DOWN: IntakeOutcome = {
  accepted: 0,
  counts: noCounts(),
  errors: [{ message: 'server is shutting down' }],
  status: 503,
  metadata: null,
};

/** The outcome of a body in which something of ours failed. */
export function panicOf(error: unknown): IntakeOutcome {
  const message = `cannot handle stream: ${error instanceof Error ? error.message : String(error)}`;
  return { accepted: 0, counts: noCounts(), errors: [{ message }], status: 500, metadata: null };
}
