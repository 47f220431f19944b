import type { X509Certificate } from 'node:crypto';
import { TLS_CLIENTS, type TlsClient } from '../../agents/tls-client.ts';

/** Something about a chain that one client or another turns down. */
export interface CertificateFault {
  /** What is so, as a sentence. */
  readonly sentence: string;
  readonly refusedBy: readonly TlsClient[];
  /** What mends it, as a sentence. */
  readonly fix: string;
}

/** What the rules look at. */
export interface FaultCase {
  /** The leaf and its issuers; with the authority that it was found to lead to, where that was not sent. */
  readonly path: readonly X509Certificate[];
  /** The name or address in the URL. */
  readonly host: string;
  readonly now: Date;
}

/** Says what is wrong, or yields nothing. Sources: reference/certificates.md §3.1 (measured) and §3.2. May throw `DerMistake`. */
export type FaultRule = (it: FaultCase) => readonly CertificateFault[];

export const EVERYBODY: readonly TlsClient[] = TLS_CLIENTS;

/** All but these. */
export function allBut(...clients: readonly TlsClient[]): readonly TlsClient[] {
  return TLS_CLIENTS.filter((client) => !clients.includes(client));
}
