import type { IncomingMessage } from 'node:http';
import { fail } from '../contract/index.ts';

/**
 * The JSON body of a request of at most `mostBytes`. Rejects with `TOO_LARGE` as soon as the bound is passed, without keeping what is
 * beyond it, and with `INPUT_INVALID` where it is not JSON.
 */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const tooLarge = (): Error => fail('TOO_LARGE', { what: 'request', limit: sizeInWords(mostBytes) });
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (error) {
    throw fail('INPUT_INVALID', { what: 'The body of the request is not JSON.' }, { cause: error });
  }
}

function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MiB` : `${bytes} bytes`;
}
