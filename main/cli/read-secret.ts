import { fail } from '../contract/errors.ts';
import { Secret } from '../contract/secret.ts';
import type { CommandContext } from './command.ts';

/** More than any token or key. */
const MOST_BYTES = 16_384;

/**
 * A secret from standard input, or typed without being shown where that is a terminal: it stands in no command line then. One line break at its end is not part of it. Throws `USAGE` where there is none, or too
 * much.
 */
export async function readSecret({ ask }: Pick<CommandContext, 'ask'>, what: string, option: string): Promise<Secret> {
  if (process.stdin.isTTY === true && ask !== null) {
    const typed = await ask.passphrase(what);
    if (typed.reveal() !== '') return typed;
    throw fail('USAGE', { what: `No ${what.toLowerCase()} was typed.`, fix: `Leave out ${option} to go without.` });
  }
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_BYTES) {
      throw fail('USAGE', {
        what: `What comes in on standard input is longer than any ${what.toLowerCase()}.`,
        fix: `Give it the ${what.toLowerCase()} alone, for example: sealwire token show | sealwire doctor URL ${option}`,
      });
    }
  }
  const text = Buffer.concat(pieces)
    .toString()
    .replace(/\r?\n$/, '');
  if (text !== '') return new Secret(text);
  throw fail('USAGE', {
    what: `Nothing came in on standard input, where the ${what.toLowerCase()} was to be.`,
    fix: `For example: printf %s "$TOKEN" | sealwire doctor URL ${option}`,
  });
}
