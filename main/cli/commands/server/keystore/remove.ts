import { resolve } from 'node:path';
import type { CommandContext, CommandMeta } from '../../../command.ts';

export const meta: CommandMeta = {
  summary: 'Remove keys from a secrets keystore',
  words: ['FILE', 'KEY…'],
};

/** All of the keys or none. */
export async function run({ given, host, output }: CommandContext): Promise<undefined> {
  const { isInKeystore, listKeystore, removeFromKeystore } = await import(
    '../../../../core/server/keystore-changes.ts'
  );
  const [file = '', ...keys] = given.words;
  const path = resolve(file);
  if (given.flag('dry-run') === true) {
    const found = keys.filter((key) => isInKeystore(host, path, key));
    output.answer({ ...listKeystore(host, path), removes: found, dryRun: true }, () => [
      `Would remove ${found.length === 0 ? 'nothing' : found.join(', ')}. Nothing was changed.`,
    ]);
    return;
  }
  output.answer(removeFromKeystore(host, path, keys), () => [`Removed ${keys.join(', ')}.`]);
}
