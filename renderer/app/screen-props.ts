import type { Status } from '../../main/contract/index.ts';

/** What every screen is given: the state of the workspace, and the rest of its path. */
export interface ScreenProps {
  readonly status: Status;
  /** What follows the screen's own path, decoded: the agent on Connect, the attempt on Attempt; empty where nothing does. */
  readonly rest: string;
}
