import type { Socket } from 'node:net';

/** Everything outside that an examination touches, so that every server and every moment in time can be played in a test. */
export interface Surroundings {
  /** Every address of a name, as programs of this machine see it. Rejects with the error of the resolver. */
  lookup(name: string): Promise<readonly { readonly address: string; readonly family: number }[]>;
  /** Begins a connection to one address. */
  connect(address: string, port: number): Socket;
  /** Authorities that the system trusts, and those that Mozilla's list has, as PEM. */
  systemAuthorities(): readonly string[];
  mozillaAuthorities(): readonly string[];
  randomBytes(length: number): Buffer;
  now(): Date;
}
