import { fail } from '../../contract/errors.ts';
import { commandNames, loadCommand } from '../catalogue.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { nearestCommand } from '../find-command.ts';
import { commandHelp, listHelp, type NamedMeta } from '../help-text.ts';

export const meta: CommandMeta = {
  summary: 'List the commands, or explain one',
  words: ['[COMMAND]', '[WORD…]'],
  examples: [['sealwire help token show', 'the same as: sealwire token show --help']],
};

/** Made from every command's own `meta`, so that a new command is in it by being there. */
export async function run({ given, output }: CommandContext): Promise<undefined> {
  const topic = given.words.join(' ');
  const commands = await Promise.all(
    commandNames().map(async (name): Promise<NamedMeta> => ({ name, meta: (await loadCommand(name)).meta })),
  );
  const one = commands.find(({ name }) => name === topic);
  const members = commands.filter(({ name }) => topic === '' || name === topic || name.startsWith(`${topic} `));
  if (members.length === 0) {
    const near = nearestCommand(given.words, commandNames());
    throw fail('USAGE', {
      what: `There is no command "${topic}".`,
      fix: near === null ? 'See them all: sealwire help' : `Did you mean: sealwire help ${near}`,
    });
  }
  output.answer({ commands: members.map(({ name, meta: about }) => ({ name, ...about })) }, () =>
    one === undefined ? listHelp(commands, topic, output.paint) : commandHelp(one, output.paint),
  );
}
