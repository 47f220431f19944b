import { fail } from '../../../contract/errors.ts';
import { confirmed } from '../../ask.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';

export const meta: CommandMeta = {
  summary: 'Take back a change that Sealwire made outside its own folder',
  words: ['[ID]'],
  examples: [
    ['sealwire ledger undo', 'the newest that can be taken back'],
    ['sealwire ledger undo ID --yes', 'that one, without being asked'],
  ],
};

/** Says which change it is and asks first; exits 1 where the person declines. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output } = context;
  const client = await context.connect();
  const { entries } = await client.call('ledger.list', {});
  const open = entries.filter(({ state, change }) => state !== 'undone' && change !== undefined);
  const id = given.words[0] ?? open.at(-1)?.id;
  if (id === undefined) throw fail('NOTHING_TO_UNDO', { why: 'There is no change that could be undone.' });
  const entry = entries.find((each) => each.id === id);
  if (entry !== undefined && open.includes(entry)) {
    const { what, where } = entry;
    if (given.flag('dry-run') === true) {
      output.answer({ entry, dryRun: true }, () => [`Would undo: ${what} (${where}). Nothing was changed.`]);
      return undefined;
    }
    if (!(await confirmed(context, `Undo “${what}” (${where})?`))) {
      output.note('Nothing was changed.');
      return 1;
    }
  }
  output.answer(await client.call('ledger.undo', { id }), ({ said }) => [said]);
  return undefined;
}
