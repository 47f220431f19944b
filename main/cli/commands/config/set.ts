import { fail } from '../../../contract/errors.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { serviceWord } from '../../service-word.ts';

export const meta: CommandMeta = {
  summary: 'Change options of agents while they run',
  words: ['SERVICE[/ENV]', 'KEY=VALUE…'],
  examples: [
    ['sealwire config set shop transaction_sample_rate=0.25', 'one transaction in four, in every environment'],
    ['sealwire config set shop/production log_level=debug --json', '{"entry":…,"notes":[]}'],
  ],
};

/** All settings or none. */
export async function run({ given, output, connect }: CommandContext): Promise<undefined> {
  const [word = '', ...pairs] = given.words;
  const settings = Object.fromEntries(pairs.map(pairOf));
  const answer = await (await connect()).call('config.set', { ...serviceWord(word), settings });
  output.answer(answer, ({ entry, notes }) => [
    ...Object.entries(entry.settings).map(([name, value]) => `${name}=${value}`),
    ...notes,
  ]);
}

function pairOf(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw fail('USAGE', {
    what: `"${pair}" is not KEY=VALUE.`,
    fix: 'For example: sealwire config set shop transaction_sample_rate=0.25',
  });
}
