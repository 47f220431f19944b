import type { Step } from '../../contract/index.ts';

/** One thing that a real agent was seen to do in a test that passed. */
export interface AgentRun {
  /** Name of the test file that saw it. */
  readonly by: string;
  readonly agent: string;
  /** As the agent calls itself in its metadata. */
  readonly version: string;
  /** Form of the snippet that it was started by, or `run` for `sealwire run`. */
  readonly form: string;
  readonly framework: string;
  /** Over which protocol and, where several were tried, on which runtime, such as `over gRPC on Java 25`. */
  readonly how: string;
  /** What was wrong, such as `a wrong token`; null where nothing was. */
  readonly wrong: string | null;
  /** Rung that it stopped at, and the code of the diagnosis; both null where it got to reporting. */
  readonly stoppedAt: Step | null;
  readonly code: string | null;
}
