import type { Secret } from '../../contract/index.ts';
import type { ServedCertificate } from '../evidence/facts.ts';
import type { ServerSettings } from './server-settings.ts';

/** The certificate that the endpoint presents, ready for `node:tls`. */
export interface ServerIdentity {
  readonly served: ServedCertificate;
  /** Leaf first, then intermediates, PEM; the root is left out (RFC 8446 §4.4.2). */
  readonly chainPem: string;
  readonly keyPem: Secret;
}

/** The tokens that the endpoint lets in; read anew at each request, so that rotation needs no restart. */
export interface TokenBook {
  accepted(): readonly { readonly id: string; readonly state: 'active' | 'retiring'; readonly value: Secret }[];
  /** Retired or deleted tokens of this run, only to be able to say "that token was retired". */
  retired(): readonly Secret[];
  /** Called when a token let a request in; `service` is known only after the metadata was read. */
  didUse(id: string, service: string | null): void;
}

export interface EndpointSettings {
  readonly port: number;
  /** Addresses to listen on; `127.0.0.1` and `::1` are always among them, and a missing IPv6 is no error. */
  readonly hosts: readonly string[];
  /** `none` asks for nothing, whatever `server.auth` says. */
  readonly auth: 'token' | 'none';
  /** fsync for each batch, so that an accepted event survives power loss. */
  readonly durable: boolean;
  /** What an `apm-server.yml` would say; it holds until the next start. */
  readonly server: ServerSettings;
}
