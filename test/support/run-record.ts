import type { AgentRun } from '../../main/core/agents/agent-run.ts';

/** What the real agents of one test file did, as it stands in `.cache/test/agent-runs`. */
export interface RunRecord {
  /** Whether it was a long run in which every test of the file ran and passed, so that what is not among `runs` did not happen. */
  readonly isWhole: boolean;
  readonly runs: readonly AgentRun[];
}
