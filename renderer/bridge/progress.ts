import { create } from 'zustand';

export interface Progress {
  /** The name that whoever began the work made up for it. */
  readonly job: string;
  readonly done: number;
  readonly total: number;
}

/** How far the work is that the core told of last; it belongs to whoever began the job of that name. */
export const useProgress = create<Progress>(() => ({ job: '', done: 0, total: 0 }));
