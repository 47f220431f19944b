import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Client } from '../contract/client.ts';
import { type ErrorShape, fail, isErrorCode, SealwireError } from '../contract/errors.ts';
import type { ProcedureOutput } from '../contract/procedures.ts';
import type { Push } from '../contract/pushes.ts';
import { frameOf, frameReader, MOST_FRAME_BYTES } from './frames.ts';
import { ownField } from './own-field.ts';

interface Pending {
  resolve(answer: unknown): void;
  reject(error: SealwireError): void;
}

/** A client whose connection can end by itself. */
export interface ControlClient extends Client {
  /** Resolves when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;
}

/** The client's side of a proven connection: calls and subscriptions by number, any number at once, until either side hangs up. */
export function callOverSocket(socket: Socket): ControlClient {
  const pending = new Map<number, Pending>();
  const listeners = new Map<number, (push: Push) => void>();
  let lastId = 0;
  let lostBecause: string | null = null;
  let didClose = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    didClose = resolve;
  });
  const lost = (): SealwireError => fail('CONNECTION_LOST', { why: lostBecause ?? 'it hung up' });

  const lose = (why: string): void => {
    lostBecause ??= why;
    socket.destroy();
    listeners.clear();
    for (const call of pending.values()) call.reject(lost());
    pending.clear();
    didClose();
  };

  const send = (message: unknown): void => {
    if (lostBecause !== null) throw lost();
    const frame = frameOf(message);
    if (frame === null) throw fail('TOO_LARGE', { what: 'request', limit: '16 MiB' });
    socket.write(frame);
  };

  /** Numbers that belong to nobody are answers and pushes that were no longer waited for. */
  const take = ({ id, message }: Numbered): void => {
    if (Object.hasOwn(message, 'push')) {
      listeners.get(id)?.(ownField(message, 'push') as Push);
      return;
    }
    const call = pending.get(id);
    pending.delete(id);
    if (Object.hasOwn(message, 'error')) call?.reject(new SealwireError(errorShape(ownField(message, 'error'))));
    else call?.resolve(ownField(message, 'answer'));
  };

  const read = frameReader(() => MOST_FRAME_BYTES);
  socket.on('data', (chunk) => {
    const messages: Numbered[] = [];
    try {
      for (const message of read(chunk)) messages.push(numbered(message));
    } catch {
      // A proven instance of another version, or damage on the way: nothing that follows can be trusted.
      lose('it sent something that is no answer');
    }
    for (const message of messages) take(message);
  });
  socket.on('error', (error) => lose(error.message));
  socket.on('close', () => lose('it hung up'));
  if (socket.destroyed) lose('it hung up');
  else socket.resume();

  return {
    closed,
    call: (name, input) =>
      new Promise<ProcedureOutput<typeof name>>((resolve, reject) => {
        const id = ++lastId;
        // The server has checked the answer against the schema that this type is made of.
        pending.set(id, { resolve: (answer) => resolve(answer as ProcedureOutput<typeof name>), reject });
        try {
          send({ id, call: name, input });
        } catch (error) {
          pending.delete(id);
          throw error;
        }
      }),
    listen: (listener) => {
      const id = ++lastId;
      send({ id, listen: true });
      listeners.set(id, listener);
      return () => {
        if (listeners.delete(id) && lostBecause === null) send({ id, listen: false });
      };
    },
    close: async () => {
      lose('it was closed on this side');
      if (!socket.closed) await once(socket, 'close');
    },
  };
}

interface Numbered {
  readonly id: number;
  readonly message: object;
}

function numbered(message: unknown): Numbered {
  const id = ownField(message, 'id');
  if (typeof message !== 'object' || message === null || typeof id !== 'number') throw new TypeError('no id');
  return { id, message };
}

/** An error of a newer Sealwire, with a code that this one does not know, keeps its sentences and counts as a failure of the work. */
function errorShape(error: unknown): ErrorShape {
  const code = ownField(error, 'code');
  const message = ownField(error, 'message');
  const fix = ownField(error, 'fix');
  if (typeof message !== 'string' || typeof fix !== 'string') {
    return fail('INTERNAL', { why: 'it failed without saying how' }).toShape();
  }
  return { code: isErrorCode(code) ? code : 'INTERNAL', message, fix };
}
