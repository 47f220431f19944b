import type { Secret } from '../../contract/index.ts';
import type { AgentDefinition } from '../agents/definition.ts';

/** What lets agents in: a secret token or an API key. */
export interface Credential {
  readonly kind: 'token' | 'api-key';
  readonly secret: Secret;
}

/** An authority that the person has beside those of the system, with where it is from in words. */
export interface KnownAuthorities {
  readonly from: 'given' | 'workspace';
  readonly pems: readonly string[];
}

/** What the doctor is asked to do. */
export interface DoctorOrder {
  readonly url: string;
  /** With `given` nothing else counts as trusted. */
  readonly known: KnownAuthorities | null;
  readonly credential: Credential | null;
  readonly origin: string | null;
  readonly send: boolean;
  readonly catalogue: readonly AgentDefinition[];
  readonly version: string;
}
