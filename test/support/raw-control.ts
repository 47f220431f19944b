import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Folders } from '../../main/core/host/folders.ts';
import { frameOf, frameReader, MOST_FRAME_BYTES } from '../../main/transport/frames.ts';
import { ownField } from '../../main/transport/own-field.ts';
import { instanceKey, proofOf } from '../../main/transport/proof.ts';
import { runFilesOf } from '../../main/transport/run-folder.ts';

/** One end of a control connection, driven byte by byte. */
export interface RawPeer {
  readonly socket: Socket;
  /** Everything that arrived so far. */
  received(): Buffer;
  send(message: unknown): void;
  /** The next whole message. */
  next(): Promise<unknown>;
  /** Resolves once the other side has hung up. */
  readonly closed: Promise<void>;
}

export function newNonce(): string {
  return randomBytes(32).toString('base64url');
}

export function frame(message: unknown): Buffer {
  const bytes = frameOf(message);
  if (bytes === null) throw new Error('too large for a frame');
  return bytes;
}

export function rawPeer(socket: Socket): RawPeer {
  const chunks: Buffer[] = [];
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  const read = frameReader(() => MOST_FRAME_BYTES);
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    for (const message of read(chunk)) {
      const first = waiting.shift();
      if (first === undefined) messages.push(message);
      else first(message);
    }
  });
  // The other side hangs up on what it does not like, which is what these tests are about.
  socket.on('error', () => undefined);
  onTestFinished(() => {
    socket.destroy();
  });
  return {
    socket,
    received: () => Buffer.concat(chunks),
    send: (message) => {
      socket.write(frame(message));
    },
    next: () =>
      new Promise((resolve) => {
        if (messages.length > 0) resolve(messages.shift());
        else waiting.push(resolve);
      }),
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
  };
}

/** A client that has said nothing yet. */
export function rawClient(address: string): RawPeer {
  return rawPeer(connect(address));
}

/** A client that has exchanged proofs; it also tells what was said on the way. */
export async function provenClient(
  address: string,
  folders: Folders,
): Promise<RawPeer & { readonly clientNonce: string; readonly clientProof: string; readonly greeting: unknown }> {
  const peer = rawClient(address);
  const clientNonce = newNonce();
  peer.send({ nonce: clientNonce });
  const greeting = await peer.next();
  const clientProof = proofOf(keyOf(folders), 'client', address, clientNonce, String(ownField(greeting, 'nonce')));
  peer.send({ proof: clientProof });
  return { ...peer, clientNonce, clientProof, greeting };
}

/** Somebody who listens on `address`; resolves once it does. */
export async function squatter(address: string, onClient: (peer: RawPeer) => void, mode = 0o600): Promise<void> {
  const server = createServer((socket) => onClient(rawPeer(socket)));
  await new Promise<void>((resolve) => server.listen(address, resolve));
  chmodSync(address, mode);
  onTestFinished(() => {
    server.close();
  });
}

/** What an honest server says to a client's nonce. */
export function greetingFor(folders: Folders, address: string, clientNonce: string): { nonce: string; proof: string } {
  const nonce = newNonce();
  return { nonce, proof: proofOf(keyOf(folders), 'server', address, clientNonce, nonce) };
}

export function keyOf(folders: Folders): ReturnType<typeof instanceKey> {
  return instanceKey(readFileSync(runFilesOf(folders).key));
}
