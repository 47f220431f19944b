import type { AgentIdentity, Counts } from '../../contract/index.ts';

/**
 * One thing that was observed about one connection. The endpoint emits facts and draws no conclusions; evidence folds them into attempts
 * and ladders, diagnosis reads those. `atMs` is milliseconds since the epoch, with fractions. `request` numbers the requests of a connection from 1.
 * A fact never holds a secret: header values are masked and bodies cut before the fact is made.
 */
export type Fact = { readonly connection: string; readonly atMs: number } & (
  | { readonly kind: 'accepted'; readonly remote: SocketAddress; readonly local: SocketAddress }
  | { readonly kind: 'owner'; readonly owner: ConnectionOwner }
  /** Cleartext HTTP on the TLS port, with its request line and what came with it of its User-Agent. */
  | { readonly kind: 'plain-http'; readonly requestLine: string; readonly userAgent?: string | null }
  /** Bytes that are neither TLS nor HTTP. */
  | { readonly kind: 'not-tls' }
  | {
      readonly kind: 'hello';
      readonly sni: string | null;
      readonly alpn: readonly string[];
      readonly versions: readonly string[];
      readonly suites?: readonly number[];
    }
  | {
      readonly kind: 'secured';
      readonly version: string;
      readonly cipher: string;
      readonly sni: string | null;
      readonly alpn: string | null;
      readonly certificate: ServedCertificate;
    }
  /** Some seconds after its handshake it is still open, and has not said a byte in it. */
  | { readonly kind: 'silent' }
  /**
   * The handshake ended without success. `alert` is the RFC 8446 §6 name; `by` is who sent it. Without an alert the client just left:
   * `reset` (RST) or `closed` (FIN), or `timeout` where it went silent.
   */
  | {
      readonly kind: 'tls-failed';
      readonly alert: string | null;
      readonly by: 'client' | 'endpoint';
      readonly how: 'alert' | 'reset' | 'closed' | 'timeout';
      readonly code: string | null;
      readonly certificate: ServedCertificate;
      /** What the client showed of its own, where that was refused. */
      readonly clientCertificate?: ClientCertificate;
    }
  | {
      readonly kind: 'request';
      readonly request: number;
      readonly method: string;
      readonly path: string;
      readonly userAgent: string | null;
      readonly headers: readonly (readonly [string, string])[];
    }
  | { readonly kind: 'authenticated'; readonly request: number; readonly verdict: AuthVerdict }
  | { readonly kind: 'metadata'; readonly request: number; readonly metadata: ServiceMetadata }
  /** `environment` is said where one connection may speak for several services (OTLP); otherwise it is that of the newest metadata. */
  | {
      readonly kind: 'stored';
      readonly request: number;
      readonly counts: Counts;
      readonly service: string | null;
      readonly environment?: string | null;
    }
  /** A poll for central configuration: its settings were sent, or it named the tag of those that it holds. `names` are the options, not their values. */
  | {
      readonly kind: 'configured';
      readonly request: number;
      readonly service: string;
      readonly environment: string | null;
      readonly etag: string;
      readonly names: readonly string[];
      readonly reached: 'sent' | 'echoed';
    }
  /**
   * Something was refused, in the server's own words. A gRPC call is refused by `grpcStatus`, whatever its HTTP status; otherwise a `status` below 400 is that of a
   * preflight, whose answer leaves out what the browser waits for, or of an export that was lost though it was answered as taken (`routes/otlp.ts`).
   */
  | {
      readonly kind: 'rejected';
      readonly request: number;
      readonly status: number;
      readonly grpcStatus?: number;
      readonly errors: readonly string[];
    }
  | {
      readonly kind: 'response';
      readonly request: number;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: string | null;
    }
  /** `bytesRead` counts decrypted bytes where TLS was up, raw ones before. `by` is `endpoint` where it closed because it was stopped. */
  | {
      readonly kind: 'closed';
      readonly bytesRead: number;
      readonly error: string | null;
      readonly by: 'client' | 'endpoint';
    }
);

export type FactKind = Fact['kind'];

export interface SocketAddress {
  readonly address: string;
  readonly port: number;
}

export interface ServedCertificate {
  readonly id: string;
  readonly fingerprint256: string;
  readonly names: readonly string[];
  readonly notBefore: string;
  readonly notAfter: string;
}

/** A client's own certificate, by its names; distinguished names stand in one line, the most general part first. */
export interface ClientCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** Whether its extended key usage lets it identify a client, as one without that extension may (RFC 5280 §4.2.1.12); left out in facts of earlier releases. */
  readonly isForClients?: boolean;
}

/** Who made a connection, and how sure that is (design.md §6, "Whose connection it is"). */
export interface ConnectionOwner {
  readonly pid: number;
  /** Command line, redacted. */
  readonly command: string;
  readonly service: string | null;
  readonly environment: string | null;
  /** Catalogue id guessed from the command (`node` → nodejs), or null. */
  readonly agentId: string | null;
  /** Whether its environment is set up for an OpenTelemetry SDK; where the command says nothing, its ClientHello then tells the language. */
  readonly isOpenTelemetry?: boolean;
  readonly via: 'run' | 'socket';
}

/**
 * What the Authorization header amounted to (reference B1). `hint` names a likely slip in a wrong token, found by comparing without telling:
 * `whitespace`, `quotes`, `placeholder` (`${SECRET_TOKEN}` sent as it stands), `retired`, `api-key` (while those are off), `api-key-form` (no base64 of `id:key`), `masked`
 * (bullets copied from the screen). `anonymous` came without credentials where that is allowed; `unverifiable` is an API key that only Elasticsearch could judge.
 */
export type AuthVerdict =
  | { readonly result: 'accepted'; readonly tokenId: string; readonly state: 'active' | 'retiring' }
  | { readonly result: 'not-needed' }
  | { readonly result: 'anonymous' }
  | { readonly result: 'unverifiable' }
  | { readonly result: 'missing' }
  | {
      readonly result: 'refused';
      readonly hint:
        | 'whitespace'
        | 'quotes'
        | 'placeholder'
        | 'retired'
        | 'api-key'
        | 'api-key-form'
        | 'masked'
        | 'scheme'
        | null;
    };

export interface ServiceMetadata {
  readonly service: string;
  readonly environment: string | null;
  readonly version: string | null;
  readonly agent: AgentIdentity;
  readonly language: string | null;
  readonly runtime: string | null;
  readonly framework: string | null;
  readonly hostname: string | null;
  readonly pid: number | null;
}

/** Takes facts as they are observed, in order for each connection; must not throw and must return at once. */
export type FactSink = (fact: Fact) => void;
