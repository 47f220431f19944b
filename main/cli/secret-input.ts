import { fail } from '../contract/errors.ts';
import { Secret } from '../contract/secret.ts';
import type { Ask } from './ask.ts';
import { pipedBytes } from './piped-bytes.ts';

/**
 * A secret by standard input, so that it stands in no command line: a line that is not shown where a person types it, else everything up to the end. Throws `USAGE` as `secretFrom` does.
 */
export async function secretOfStdin(ask: Ask | null, question: string): Promise<Secret> {
  if (process.stdin.isTTY !== true || ask === null) return secretFrom(await pipedBytes(), 'Standard input');
  const typed = await ask.passphrase(question);
  return secretFrom(Buffer.from(typed.reveal()), 'The line that was typed');
}

/** The one line that is a secret, without the newline that ends it. Throws `USAGE` where there is none, more than one, or something that no header can carry. */
export function secretFrom(bytes: Buffer, where: string): Secret {
  const text = bytes.toString('utf8').replace(/\r?\n$/, '');
  if (text === '')
    throw fail('USAGE', { what: `${where} holds no secret.`, fix: 'Put the secret there, on one line.' });
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw fail('USAGE', {
      what: `${where} holds more than one line of plain characters, so it is no token that a header can carry.`,
      fix: 'Put the secret alone there, on one line, without spaces.',
    });
  }
  return new Secret(text);
}
