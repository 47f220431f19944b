import { create } from 'zustand';
import type { LinkState } from './bridge.ts';

interface Link {
  readonly state: LinkState;
  /** True once the core has said that it is stopping, until it is back. */
  readonly isStopped: boolean;
}

/** How the page stands with the core at this moment. */
export const useLink = create<Link>(() => ({ state: 'opening', isStopped: false }));
