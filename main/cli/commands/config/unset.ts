import type { CommandContext, CommandMeta } from '../../command.ts';
import { serviceWord } from '../../service-word.ts';

export const meta: CommandMeta = {
  summary: 'Take options of agents away again, all of a service where no KEY is given',
  words: ['SERVICE[/ENV]', '[KEY…]'],
  examples: [['sealwire config unset shop transaction_sample_rate --json', '{"entry":null,"notes":[]}']],
};

/** What stays set is printed. */
export async function run({ given, output, connect }: CommandContext): Promise<undefined> {
  const [word = '', ...keys] = given.words;
  const answer = await (await connect()).call('config.unset', { ...serviceWord(word), keys });
  output.answer(answer, ({ entry, notes }) => [
    ...(entry === null
      ? ['Nothing is set any more.']
      : Object.entries(entry.settings).map(([name, value]) => `${name}=${value}`)),
    ...notes,
  ]);
}
