import type { LadderStep } from '../../main/contract/index.ts';
import { clockTime, duration } from './format.ts';

/** Beyond this a rung belongs to a later moment and shows its own time of day. */
const TOGETHER_MS = 60_000;

/** What stands beside each rung: the time of day for the first that was seen, the time since the one before for the next. */
export function ladderTimes(steps: readonly LadderStep[]): (string | null)[] {
  let before: number | null = null;
  return steps.map(({ at }) => {
    if (at === null) return null;
    const since: number | null = before === null ? null : Date.parse(at) - before;
    before = Date.parse(at);
    return since === null || since < 0 || since > TOGETHER_MS
      ? clockTime(at)
      : `+${since < 1000 ? `${Math.round(since)} ms` : duration(since)}`;
  });
}
