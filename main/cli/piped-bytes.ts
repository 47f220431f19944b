import { fail } from '../contract/errors.ts';

/** Longer than any token, key or passphrase; whoever sends more has mistaken the file. */
const MOST_BYTES = 64 * 1024;

/** Everything that comes by standard input up to its end. Throws `USAGE` where that is more than a secret has. */
export async function pipedBytes(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    const bytes = Buffer.from(piece);
    pieces.push(bytes);
    length += bytes.length;
    if (length > MOST_BYTES) {
      throw fail('USAGE', { what: 'Standard input holds more than a secret.', fix: 'Pipe in the secret alone.' });
    }
  }
  return Buffer.concat(pieces);
}
