import type { CommandContext, CommandMeta } from '../../command.ts';
import { moment } from '../../moments.ts';
import { table } from '../../table.ts';

export const meta: CommandMeta = { summary: 'List the tokens: when they were made and who uses them' };

/** Never prints a token itself. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  const answer = await (await connect()).call('token.list', {});
  output.answer(answer, ({ tokens }) =>
    tokens.length === 0
      ? ['There is no token yet. Make one with: sealwire init']
      : table(
          ['ID', 'STATE', 'MADE', 'LAST USED', 'USED BY'],
          tokens.map((token) => [
            token.id,
            token.state,
            moment(token.createdAt),
            moment(token.lastUsedAt),
            token.usedBy.length === 0 ? '-' : token.usedBy.join(', '),
          ]),
        ),
  );
}
