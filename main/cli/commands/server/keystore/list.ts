import { resolve } from 'node:path';
import type { CommandContext, CommandMeta } from '../../../command.ts';

export const meta: CommandMeta = {
  summary: 'List the keys of a secrets keystore, without their values',
  words: ['FILE'],
};

/** One key a line, sorted; what a server would refuse goes to stderr. */
export async function run({ given, host, output }: CommandContext): Promise<undefined> {
  const { listKeystore } = await import('../../../../core/server/keystore-changes.ts');
  const content = listKeystore(host, resolve(given.words[0] ?? ''));
  for (const note of content.notes) output.note(note);
  output.answer(content, ({ keys }) => keys);
}
