import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** More than any handshake: OpenSSL itself takes no more than 100 KB of certificates. */
const MOST_BYTES = 262_144;

/** A connection that TLS is spoken over and whose received bytes can be read again afterwards. What a server sends beyond a handshake's size ends it. */
export class RecordedStream extends Duplex {
  readonly #socket: Socket;
  readonly #pieces: Buffer[] = [];
  #length = 0;
  isOverfull = false;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.once('end', () => this.push(null));
    socket.once('error', (error) => this.destroy(error));
    socket.once('close', () => this.destroy());
  }

  /** Everything that was received so far. */
  received(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  #take(chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > MOST_BYTES) {
      this.isOverfull = true;
      this.destroy();
      return;
    }
    this.#pieces.push(chunk);
    if (!this.push(chunk)) this.#socket.pause();
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.on('error', () => undefined).destroy();
    done(error);
  }
}
