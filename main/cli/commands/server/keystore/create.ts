import { resolve } from 'node:path';
import { fail } from '../../../../contract/errors.ts';
import type { CommandContext, CommandMeta } from '../../../command.ts';

export const meta: CommandMeta = {
  summary: 'Make an empty secrets keystore, as APM Server does',
  words: ['FILE'],
  options: { force: { kind: 'flag', help: 'Replace the one that is there, and lose what is in it' } },
  examples: [['sealwire server keystore create data/apm-server.keystore', 'where APM Server looks for it']],
};

/** As the real one: what is there is replaced with `--force`, or after a question, alone. Exits 1 where the person declines. */
export async function run({ given, host, output, ask }: CommandContext): Promise<number | undefined> {
  const { createKeystore, hasKeystore } = await import('../../../../core/server/keystore-changes.ts');
  const path = resolve(given.words[0] ?? '');
  const isThere = hasKeystore(host, path);
  if (given.flag('dry-run') === true) {
    output.answer({ path, replaces: isThere, dryRun: true }, () => [
      `Would make an empty keystore ${path}${isThere ? ' in place of the one that is there' : ''}. Nothing was changed.`,
    ]);
    return undefined;
  }
  if (isThere && given.flag('force') !== true) {
    if (ask === null)
      throw fail('USAGE', {
        what: `${path} is there already. Nothing was changed.`,
        fix: 'Add --force to replace it, and lose what is in it.',
      });
    if (!(await ask.confirm(`Replace ${path}, and lose what is in it?`))) return 1;
  }
  output.answer(createKeystore(host, path), () => [`Made an empty keystore: ${path}`]);
  return undefined;
}
