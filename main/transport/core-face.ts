import type { Handlers, Push } from '../contract/index.ts';

/** A core as its carriers see it: it answers procedures and tells listeners what happens. `listen` returns what ends the subscription. */
export interface CoreFace {
  readonly handlers: Handlers;
  listen(listener: (push: Push) => void): () => void;
}
