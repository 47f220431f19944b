import type { Fact, FactSink } from '../evidence/facts.ts';

/** A fact without what is the same for all facts of its connection. */
export type FactBody = Fact extends infer Each
  ? Each extends Fact
    ? Omit<Each, 'connection' | 'atMs'>
    : never
  : never;

/** Tells what was observed about one connection. */
export interface ConnectionLog {
  /** The name of the connection. */
  readonly connection: string;
  say(fact: FactBody): void;
}

export function createConnectionLog(connection: string, sink: FactSink, nowMs: () => number): ConnectionLog {
  return { connection, say: (fact) => sink({ ...fact, connection, atMs: nowMs() }) };
}
