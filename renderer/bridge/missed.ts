import { create } from 'zustand';

/** How many attempts and events came too fast to be pushed to this page since it was loaded. */
export const useMissed = create<{ readonly attempts: number; readonly events: number }>(() => ({
  attempts: 0,
  events: 0,
}));
