import type { Diagnosis } from '../../contract/index.ts';
import type { DiagnosisCode } from './rule.ts';

/** What only Sealwire knows, or what no log of an agent can tell better. */
const OURS: readonly DiagnosisCode[] = ['ENDPOINT_STOPPED', 'CONNECTED_NO_DATA'];

/**
 * What is to be said of a service from both ends: what the endpoint saw for certain, and nothing where all is well; else what the agent itself logged, which tells apart what looks alike from here.
 * Never more than *probable*, because an agent's log does not always say of which server.
 */
export function withLog(seen: Diagnosis | null, logged: Diagnosis | null): Diagnosis | null {
  if (seen === null || logged === null || seen.confidence === 'certain') return seen;
  if (OURS.some((code) => code === seen.code)) return seen;
  return { ...logged, cause: `Its own log says so. ${logged.cause}` };
}
