import type { Diagnosis, Step } from '../../contract/index.ts';
import type { Wiring } from '../agents/definition.ts';
import type { AttemptState, RequestState } from '../evidence/attempt-state.ts';
import type { KnownAgent } from './known-agent.ts';

/** Everything a rule may look at. `request` is the newest request that got an answer or a verdict. */
export interface Case {
  readonly attempt: AttemptState;
  readonly request: RequestState | null;
  /** The agent behind the connection; null where it is unknown, then the general words are used. */
  readonly definition: KnownAgent | null;
  readonly wiring: Wiring;
}

/** Where an attempt stopped, since when, the evidence in one line, and what it means. */
export interface Finding {
  readonly step: Step;
  readonly atMs: number;
  readonly evidence: string;
  readonly diagnosis: Diagnosis;
}

/** What a rule says when it matches: a finding without the parts that the engine knows. */
export interface Explanation extends Omit<Diagnosis, 'code'> {
  readonly step: Step;
  readonly evidence: string;
}

/** One way to fail. Rules are tried in order and the first that matches explains; they only read, and never throw. */
export interface Rule {
  readonly code: DiagnosisCode;
  matches(it: Case): boolean;
  explain(it: Case): Explanation;
}

export type DiagnosisCode =
  | 'CA_NOT_TRUSTED'
  | 'NAME_NOT_COVERED'
  | 'CERTIFICATE_EXPIRED'
  | 'CLIENT_CERTIFICATE_MISSING'
  | 'CLIENT_CERTIFICATE_UNKNOWN_CA'
  | 'CLIENT_CERTIFICATE_EXPIRED'
  | 'CLIENT_CERTIFICATE_REVOKED'
  | 'CLIENT_CERTIFICATE_REFUSED'
  | 'TOKEN_MISSING'
  | 'TOKEN_WRONG'
  | 'ORIGIN_REFUSED'
  | 'RUM_DISABLED'
  | 'ANONYMOUS_REFUSED'
  | 'RATE_LIMITED'
  | 'API_KEY_UNCHECKED'
  | 'PLAIN_HTTP'
  | 'NOT_TLS'
  | 'TLS_VERSION'
  | 'NO_SHARED_PROTOCOL'
  | 'CLIENT_WENT_SILENT'
  | 'HANDSHAKE_DROPPED'
  | 'HANDSHAKE_FAILED'
  | 'WRONG_PATH'
  | 'EVENTS_REJECTED'
  | 'REQUEST_REFUSED'
  | 'OTLP_JSON'
  | 'OTLP_PATH'
  | 'OTLP_FROM_PAGE'
  | 'VERIFICATION_OFF'
  | 'CONNECTED_NO_DATA'
  | 'NOTHING_ARRIVED'
  | 'ENDPOINT_STOPPED';
