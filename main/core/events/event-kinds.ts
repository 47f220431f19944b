import type { Counts, EventKind } from '../../contract/index.ts';

/** Kinds by the number that stands for them in the database; the order must never change. */
export const EVENT_KINDS: readonly EventKind[] = ['transaction', 'span', 'error', 'metricset', 'log'];

export function noCounts(): Record<EventKind, number> {
  return { transaction: 0, span: 0, error: 0, metricset: 0, log: 0 };
}

export function totalOf(counts: Counts): number {
  return EVENT_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}
