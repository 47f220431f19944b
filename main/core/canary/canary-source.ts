import type { ServerIdentity } from '../endpoint/ports.ts';

/** A canary as the endpoint sees it: at most one waits, for one connection. */
export interface CanarySource {
  /** What is presented to the one that is waited for; null while none is. */
  armed(): ServerIdentity | null;
  /** Whether this connection is the one, asked after its `accepted` was told. Yields true once at most, and then the canary no longer waits. */
  claims(connection: string): Promise<boolean>;
  /** Connections that are closed after their next answer, so that their client has to make a new one. */
  ending(): readonly string[];
}
