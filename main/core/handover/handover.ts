import type { Secret } from '../../contract/index.ts';
import type { ServerSettings } from '../endpoint/server-settings.ts';
import type { ServerVersion } from './server-version.ts';

/** Certificate and key of the server, as PEM. */
export interface ServerMaterial {
  /** The server's own certificate first, then what lies between it and the root; null where it is still to be signed. */
  readonly chain: string | null;
  readonly key: Secret;
  /** Opens the key, where it is encrypted. */
  readonly passphrase: Secret | null;
  /** Whom agents have to trust; null where that is not known. */
  readonly ca: string | null;
  /** What the organisation's authority signs; null where there is a certificate. */
  readonly request: string | null;
  /** Whose certificates clients may show; null where they are asked for none. */
  readonly clientsCa: string | null;
}

/** Everything that a server is set up from. */
export interface ServerPlan {
  readonly version: ServerVersion;
  /** Host names and addresses of the certificate, the one that agents are told first. */
  readonly names: readonly string[];
  readonly port: number;
  /** Where the server sends to. */
  readonly elasticsearch: string;
  readonly token: Secret;
  readonly material: ServerMaterial;
  readonly settings: ServerSettings;
  readonly clientAuthentication: 'none' | 'optional' | 'required';
  /** Null leaves the server's default, TLS 1.2 and 1.3. */
  readonly protocols: readonly string[] | null;
  /** With an Elasticsearch and a Kibana to try it out, where the target has them. */
  readonly trial: boolean;
}

/** One file of a hand-over. Its name may have folders, with `/` between; a secret one is its owner's alone. */
export interface HandoverFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly isSecret: boolean;
}

export interface Handover {
  readonly files: readonly HandoverFile[];
  /** What to do with them, in order; whole sentences, with commands in backticks. */
  readonly steps: readonly string[];
  /** What is to be known about them. */
  readonly notes: readonly string[];
}
