import type { Push } from '../contract/index.ts';

/** Attempts that are told apart; beyond them each push counts as one more, so that what is remembered stays bounded. */
const MOST_APART = 10_000;

/** Counts what a listener was not told. */
export interface MissedCount {
  /** Takes a push into account that was dropped; those that carry no attempt and no event stand in `changed` anyway. */
  count(push: Push): void;
  /** What was missed since the last time, as the push that says so; null where it was neither attempt nor event. */
  take(): Extract<Push, { topic: 'missed' }> | null;
}

/** An attempt is pushed at each of its steps and counts once. */
export function countMissed(): MissedCount {
  const attempts = new Set<string>();
  let beyond = 0;
  let events = 0;
  return {
    count: (push) => {
      if (push.topic === 'events') events += push.events.length;
      else if (push.topic === 'missed') {
        beyond += push.attempts;
        events += push.events;
      } else if (push.topic === 'attempt') {
        if (attempts.size < MOST_APART) attempts.add(push.attempt.id);
        else if (!attempts.has(push.attempt.id)) beyond += 1;
      }
    },
    take: () => {
      const told = { topic: 'missed', attempts: attempts.size + beyond, events } as const;
      attempts.clear();
      beyond = 0;
      events = 0;
      return told.attempts + told.events === 0 ? null : told;
    },
  };
}
