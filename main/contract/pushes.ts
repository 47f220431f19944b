import type { DoctorCheck } from './doctor-shapes.ts';
import type { Attempt, Service, StoredEvent } from './shapes.ts';

/**
 * What a running core tells its listeners without being asked. `changed` names the procedures whose answer is out of date;
 * the others carry the new state itself, for live lists.
 */
export type Push =
  | { readonly topic: 'changed'; readonly what: readonly ChangedTopic[] }
  | { readonly topic: 'attempt'; readonly attempt: Attempt }
  | { readonly topic: 'service'; readonly service: Service }
  | { readonly topic: 'events'; readonly events: readonly StoredEvent[] }
  /** So many attempts and events were not pushed, because they came faster than this listener takes them; the store has all of the events. */
  | { readonly topic: 'missed'; readonly attempts: number; readonly events: number }
  /** How far the work is that a caller began under the name `job`. */
  | { readonly topic: 'progress'; readonly job: string; readonly done: number; readonly total: number }
  /** One check of the examination that a caller began under the name `job`. */
  | { readonly topic: 'checked'; readonly job: string; readonly check: DoctorCheck }
  | { readonly topic: 'stopping' };

/** Every topic of `changed`: what a listener is told at the start, and again where it was too slow to hear everything. */
export const CHANGED_TOPICS = [
  'status',
  'vault',
  'endpoint',
  'certificates',
  'tokens',
  'services',
  'attempts',
  'events',
  'ledger',
  'settings',
  'configuration',
  'trust',
] as const;

export type ChangedTopic = (typeof CHANGED_TOPICS)[number];
