import { confirmed } from '../ask.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { plain } from '../table.ts';

export const meta: CommandMeta = {
  summary: 'Remove everything that Sealwire ever made on this machine, after showing it',
  examples: [['sealwire uninstall --dry-run', 'what would be removed']],
};

/** The program itself stays: it goes the way it came. Exits 1 where the person declines. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output } = context;
  const client = await context.connect();
  const { plan } = await client.call('app.remove', { confirm: false });
  if (given.flag('dry-run') === true) {
    output.answer({ removed: false, plan, dryRun: true }, () => [...plan.map(plain), 'Nothing was removed.']);
    return undefined;
  }
  for (const line of plan) output.note(plain(line));
  if (!(await confirmed(context, 'Remove all of this?'))) {
    output.note('Nothing was removed.');
    return 1;
  }
  output.answer(await client.call('app.remove', { confirm: true }), () => [
    'Everything is removed. The program itself goes the way it came: by its package, or with its folder.',
  ]);
  return undefined;
}
