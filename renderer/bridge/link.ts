import { create } from 'zustand';
import type { DesktopProblem } from '../../main/contract/index.ts';
import type { LinkState } from './bridge.ts';

interface Link {
  readonly state: LinkState;
  /** True once the core has said that it is stopping, until it is back. */
  readonly isStopped: boolean;
  /** Why it is lost, where that is known. */
  readonly problem: DesktopProblem | null;
}

/** How the page stands with the core at this moment. */
export const useLink = create<Link>(() => ({ state: 'opening', isStopped: false, problem: null }));
