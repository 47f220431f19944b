import type { LadderStep } from '../../contract/index.ts';

/** What the probe process is told, as one JSON document on its standard input: the token is in no argv and no environment. */
export interface ProbeRequest {
  readonly url: string;
  /** PEM file of the authority to trust and no other; null for the ones of the system. */
  readonly caPath: string | null;
  readonly token: string | null;
  readonly service: string;
  readonly version: string;
  readonly timeoutMs: number;
}

/** What the probe process writes to its standard output, one JSON document a line: each rung as it is climbed, then the time it all took. */
export type ProbeReport = { readonly rung: LadderStep } | { readonly ms: number };
