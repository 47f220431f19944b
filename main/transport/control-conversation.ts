import type { KeyObject } from 'node:crypto';
import type { Socket } from 'node:net';
import { asSealwireError, type ErrorShape, fail, type Push } from '../contract/index.ts';
import type { CoreFace } from './core-face.ts';
import { dispatch } from './dispatch.ts';
import { frameOf, frameReader, MOST_FRAME_BYTES } from './frames.ts';
import { ownField } from './own-field.ts';
import { isNonce, isProof, proofOf } from './proof.ts';
import { feedPushes } from './push-feed.ts';

/** What a client may send before it has proven itself: a nonce or a proof, nothing longer. */
const MOST_UNPROVEN_BYTES = 256;

/** Subscriptions of one connection; a client needs one or two. */
const MOST_SUBSCRIPTIONS = 64;

/** What a proven client says. `id` is its own, and comes back with every answer and push that belongs to it. */
export type ClientMessage =
  | { readonly id: number; readonly call: string; readonly input: unknown }
  | { readonly id: number; readonly listen: boolean };

/** What the server says to a proven client. */
export type ServerMessage =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: ErrorShape }
  | { readonly id: number; readonly push: Push };

/**
 * The server's side of one connection: nonce against nonce, the server's proof, the client's proof, then calls and subscriptions. A
 * client that fails to prove itself, or breaks the rules of the wire, is hung up on without a word.
 */
export function converse(
  socket: Socket,
  options: {
    readonly core: CoreFace;
    readonly key: KeyObject;
    readonly address: string;
    readonly newNonce: () => string;
    readonly proofWithinMs: number;
  },
): void {
  const { core, key, address } = options;
  const serverNonce = options.newNonce();
  let clientNonce: string | null = null;
  let isProven = false;
  const subscriptions = new Map<number, () => void>();

  const read = frameReader(() => (isProven ? MOST_FRAME_BYTES : MOST_UNPROVEN_BYTES));
  const deadline = setTimeout(() => socket.destroy(), options.proofWithinMs);

  const take = (message: unknown): void => {
    if (isProven) serve(clientMessage(message));
    else if (clientNonce === null) greet(message);
    else judge(message, clientNonce);
  };

  const greet = (message: unknown): void => {
    const nonce = ownField(message, 'nonce');
    if (!isNonce(nonce)) throw new TypeError('no nonce');
    clientNonce = nonce;
    const proof = proofOf(key, 'server', address, nonce, serverNonce);
    socket.write(frameOf({ nonce: serverNonce, proof }) ?? '');
  };

  const judge = (message: unknown, nonce: string): void => {
    const expected = proofOf(key, 'client', address, nonce, serverNonce);
    if (!isProof(ownField(message, 'proof'), expected)) throw new TypeError('no proof');
    isProven = true;
    clearTimeout(deadline);
  };

  const serve = (message: ClientMessage): void => {
    const { id } = message;
    if ('call' in message) {
      dispatch(core.handlers, message.call, message.input).then(
        (answer) => send({ id, answer }),
        (error: unknown) => send({ id, error: asSealwireError(error).toShape() }),
      );
    } else if (message.listen) {
      if (subscriptions.has(id) || subscriptions.size >= MOST_SUBSCRIPTIONS) throw new RangeError('subscriptions');
      subscriptions.set(
        id,
        feedPushes(core, socket, (push) => frameOf({ id, push })),
      );
    } else {
      subscriptions.get(id)?.();
      subscriptions.delete(id);
    }
  };

  /** Nothing more is read from a client that does not read, so that what waits for it stays bounded. */
  const send = (message: ServerMessage): void => {
    if (socket.destroyed) return;
    const frame = frameOf(message) ?? frameOf({ id: message.id, error: tooLarge() });
    if (frame === null || socket.write(frame)) return;
    socket.pause();
    socket.once('drain', () => socket.resume());
  };

  socket.on('data', (chunk) => {
    try {
      for (const message of read(chunk)) take(message);
    } catch {
      // Not our client, or not a sane one: whatever it was that it sent, it learns nothing from us.
      socket.destroy();
    }
  });
  // A peer that went away (ECONNRESET, EPIPE) is seen by 'close' all the same.
  socket.on('error', () => undefined);
  socket.once('close', () => {
    clearTimeout(deadline);
    for (const end of subscriptions.values()) end();
  });
}

function tooLarge(): ErrorShape {
  return fail('TOO_LARGE', { what: 'answer', limit: '16 MiB' }).toShape();
}

function clientMessage(message: unknown): ClientMessage {
  const id = ownField(message, 'id');
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw new TypeError('no id');
  const call = ownField(message, 'call');
  if (typeof call === 'string') return { id, call, input: ownField(message, 'input') };
  const listen = ownField(message, 'listen');
  if (typeof listen === 'boolean') return { id, listen };
  throw new TypeError('neither a call nor a subscription');
}
