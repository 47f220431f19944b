import { confirmed } from '../../ask.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';

export const meta: CommandMeta = {
  summary: 'End a retiring token: it is refused from then on',
  words: ['ID'],
  options: { force: { kind: 'flag', help: 'Also where a service still uses it, which then reports no more' } },
  examples: [['sealwire token retire 4f1c', 'refused while somebody still uses it, before its overlap has ended']],
};

/** Asks first; exits 1 where the person declines, and where somebody still uses it. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output } = context;
  const [id = ''] = given.words;
  const client = await context.connect();
  if (given.flag('dry-run') === true) {
    output.answer({ id, dryRun: true }, () => [`Would end token ${id}. Nothing was changed.`]);
    return undefined;
  }
  if (!(await confirmed(context, `End token ${id}? It cannot be taken back.`))) {
    output.note('Nothing was changed.');
    return 1;
  }
  await client.call('token.retire', { id, force: given.flag('force') === true });
  output.answer({ id, retired: true }, () => [`Token ${id} is refused from now on.`]);
  return undefined;
}
