import { fail } from '../../../contract/errors.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';

export const meta: CommandMeta = { summary: 'Make a secret token where there is none' };

/** Never prints the token; `token show` does. */
export async function run({ given, output, connect }: CommandContext): Promise<undefined> {
  const client = await connect();
  const { tokens } = await client.call('token.list', {});
  if (tokens.some(({ state }) => state === 'active')) {
    throw fail('USAGE', {
      what: 'There is an active token already.',
      fix: '`sealwire token rotate` makes its successor, and keeps the old one accepted for as long as you need it.',
    });
  }
  if (given.flag('dry-run') === true) {
    output.answer({ dryRun: true }, () => ['Would make a secret token.']);
    return undefined;
  }
  output.answer(await client.call('token.rotate', {}), ({ id }) => [
    `Made token ${id}. See it with: ${output.typed('sealwire token show')}`,
  ]);
  return undefined;
}
