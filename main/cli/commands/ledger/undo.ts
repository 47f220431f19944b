import type { UndoPlan } from '../../../contract/index.ts';
import { confirmed } from '../../ask.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { plain } from '../../table.ts';

export const meta: CommandMeta = {
  summary: 'Take back a change that Sealwire made outside its own folder',
  words: ['[ID]'],
  examples: [
    ['sealwire ledger undo', 'the newest that can be taken back'],
    ['sealwire ledger undo ID --yes', 'that one, without being asked'],
  ],
};

/** Shows what would be done and asks first; exits 1 where the person declines. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output } = context;
  const client = await context.connect();
  const plan = await client.call('ledger.plan', { id: given.words[0] });
  const { id, what, where } = plan.entry;
  if (given.flag('dry-run') === true) {
    output.answer({ ...plan, dryRun: true }, () => [
      plain(`Would undo: ${what} (${where}).`),
      ...stepLines(plan),
      'Nothing was changed.',
    ]);
    return undefined;
  }
  // Where it is for the person to do, there is nothing to agree to: the answer says what to run.
  if (!plan.byHand) {
    for (const line of stepLines(plan)) output.note(line);
    if (!(await confirmed(context, plain(`Undo “${what}” (${where})?`)))) {
      output.note('Nothing was changed.');
      return 1;
    }
  }
  output.answer(await client.call('ledger.undo', { id, seen: plan.seen }), ({ said }) => [said]);
  return undefined;
}

function stepLines({ does, commands, asks, byHand }: UndoPlan): string[] {
  return [
    ...(byHand ? ['  Sealwire has not the rights for it. Run this yourself:'] : does.map((line) => plain(`  ${line}`))),
    ...commands.map((command) => plain(`    ${command}`)),
    ...(asks === '' ? [] : [plain(`  ${asks}`)]),
  ];
}
