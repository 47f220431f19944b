import { fail } from '../contract/errors.ts';
import { Secret } from '../contract/secret.ts';
import type { CommandContext } from './command.ts';
import { pipedBytes } from './piped-bytes.ts';

/**
 * A value for a keystore from standard input, which may be any text, without the newline that `echo` puts behind it: the real server would keep that, and pass over it in one place and not in another (reference F). Throws
 * `USAGE` where nothing comes, or something that is no text.
 */
export async function pipedSecret({ output }: Pick<CommandContext, 'output'>): Promise<Secret> {
  const bytes = await pipedBytes();
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes))
    throw fail('USAGE', { what: 'Standard input holds no text in UTF-8.', fix: 'Pipe in the secret alone.' });
  const secret = text.replace(/\r?\n$/, '');
  if (secret !== text) output.note('The newline at the end of standard input is left out.');
  if (secret === '')
    throw fail('USAGE', {
      what: 'Nothing came on standard input.',
      fix: 'Pipe the secret in, for example: … --stdin < FILE',
    });
  return new Secret(secret);
}
