import type { CommandContext, CommandMeta } from '../../command.ts';
import { moment } from '../../moments.ts';
import { table } from '../../table.ts';

export const meta: CommandMeta = { summary: 'List every change made outside the data folder of Sealwire' };

/** Every change that was planned, done or undone. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  const answer = await (await connect()).call('ledger.list', {});
  output.answer(answer, ({ entries }) =>
    entries.length === 0
      ? ['Sealwire has changed nothing outside its own folder.']
      : table(
          ['ID', 'AT', 'STATE', 'WHAT', 'WHERE'],
          entries.map(({ id, at, state, what, where }) => [id, moment(at), state, what, where]),
        ),
  );
}
