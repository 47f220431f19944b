import type { Socket } from 'node:net';
import { type ClientHello, readClientHello } from './client-hello.ts';

/** How a client left before anything could come of its connection. */
export type Departure = 'closed' | 'reset' | 'timeout';

/** What a connection begins with. `hello` is null where the bytes claim to be TLS and no ClientHello can be made out. */
export type FirstBytes =
  | { readonly kind: 'tls'; readonly hello: ClientHello | null }
  | { readonly kind: 'http'; readonly requestLine: string; readonly userAgent: string | null }
  | { readonly kind: 'other' }
  | { readonly kind: 'gone'; readonly how: Departure; readonly isTls: boolean };

const TLS_HANDSHAKE = 0x16;
const LONGEST_REQUEST_LINE = 2048;
const LONGEST_HEAD = 8192;

/**
 * Looks at the first bytes of a connection and puts them back, so that whoever takes the socket over reads them again. Waits until it can tell, or until
 * the client leaves or `timeoutMs` have passed. The socket is paused when this settles.
 */
export function readFirstBytes(socket: Socket, timeoutMs: number): Promise<FirstBytes> {
  return new Promise((resolve) => {
    let bytes: Buffer = Buffer.alloc(0);
    const isTls = (): boolean => bytes[0] === TLS_HANDSHAKE;
    const settle = (found: FirstBytes): void => {
      clearTimeout(timer);
      socket.off('data', take).off('end', leave).off('close', leave).off('error', reset).pause();
      if (bytes.length > 0 && found.kind !== 'gone') socket.unshift(bytes);
      resolve(found);
    };
    const take = (chunk: Buffer): void => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
      const found = tellApart(bytes);
      if (found !== null) settle(found);
    };
    const leave = (): void => settle({ kind: 'gone', how: 'closed', isTls: isTls() });
    const reset = (): void => settle({ kind: 'gone', how: 'reset', isTls: isTls() });
    const timer = setTimeout(() => settle({ kind: 'gone', how: 'timeout', isTls: isTls() }), timeoutMs);
    socket.on('data', take).once('end', leave).once('close', leave).once('error', reset);
  });
}

/** Null where more bytes are needed. */
function tellApart(bytes: Buffer): FirstBytes | null {
  if (bytes[0] === TLS_HANDSHAKE) {
    const hello = readClientHello(bytes);
    return hello === 'partial' ? null : { kind: 'tls', hello };
  }
  const end = bytes.indexOf(10);
  const text = bytes.toString('latin1', 0, end === -1 ? LONGEST_REQUEST_LINE : Math.min(end, LONGEST_REQUEST_LINE));
  if (!/^[A-Z]{1,20}(?: |$)/.test(text)) return { kind: 'other' };
  if (end === -1 && bytes.length < LONGEST_REQUEST_LINE) return null;
  if (!/^[A-Z]{1,20} \S/.test(text)) return { kind: 'other' };
  return { kind: 'http', requestLine: text.trimEnd(), userAgent: userAgentIn(bytes) };
}

/** The User-Agent, where it came along with the request line, as the head of a request nearly always does. */
function userAgentIn(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, LONGEST_HEAD).split('\r\n\r\n', 1)[0] ?? '';
  return /\r\nuser-agent:[ \t]*([^\r\n]{1,512})\r\n/i.exec(`${head}\r\n`)?.[1]?.trimEnd() ?? null;
}
