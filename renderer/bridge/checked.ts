import { create } from 'zustand';
import type { DoctorCheck } from '../../main/contract/index.ts';

interface Checked {
  /** The name that whoever began the examination made up for it. */
  readonly job: string;
  /** What was found so far, in the order in which it was told. */
  readonly checks: readonly DoctorCheck[];
}

/** The checks of the examination that the core told of last; they belong to whoever began the job of that name. */
export const useChecked = create<Checked>(() => ({ job: '', checks: [] }));

/** Takes in one more check; the first of another job begins anew. */
export function didCheck(job: string, check: DoctorCheck): void {
  useChecked.setState((former) => ({
    job,
    checks: former.job === job ? [...former.checks, check] : [check],
  }));
}
