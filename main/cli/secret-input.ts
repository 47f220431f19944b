import { fail } from '../contract/errors.ts';
import { Secret } from '../contract/secret.ts';
import type { Ask } from './ask.ts';

/** Longer than any token or key; whoever sends more has mistaken the file. */
const MOST_BYTES = 64 * 1024;

/** A secret by standard input: a line that is not shown where a person types it, else everything up to the end. Throws `USAGE` as `secretFrom` does. */
export async function secretOfStdin(ask: Ask | null, question: string): Promise<Secret> {
  if (process.stdin.isTTY === true && ask !== null) return ask.passphrase(question);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin) {
    size += piece.length;
    pieces.push(piece);
    if (size > MOST_BYTES) break;
  }
  return secretFrom(Buffer.concat(pieces), 'Standard input');
}

/** The one line that is a secret, without the newline that ends it. Throws `USAGE` where there is none, more than one, or something that no header can carry. */
export function secretFrom(bytes: Buffer, where: string): Secret {
  const text = bytes.toString('utf8').replace(/\r?\n$/, '');
  if (text === '')
    throw fail('USAGE', { what: `${where} holds no secret.`, fix: 'Put the secret there, on one line.' });
  if (bytes.length > MOST_BYTES || !/^[\x21-\x7e]+$/.test(text)) {
    throw fail('USAGE', {
      what: `${where} holds more than one line of plain characters, so it is no token that a header can carry.`,
      fix: 'Put the secret alone there, on one line, without spaces.',
    });
  }
  return new Secret(text);
}
