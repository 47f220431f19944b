import { confirmed } from './ask.ts';
import type { CommandContext } from './command.ts';
import { adviceLines, planLines, resultLines } from './trust-lines.ts';

/** Shows the plan, asks, and does it; exits 1 where the person declines or a store failed. */
export async function changeTrust(
  context: CommandContext,
  action: 'install' | 'uninstall',
): Promise<number | undefined> {
  const { given, output } = context;
  const client = await context.connect();
  const stores = [...given.words];
  const plan = await client.call('trust.plan', { action, stores });
  // A list looks into every store, and nobody reads the advice in JSON.
  const wantsAdvice = action === 'install' && !output.isJson;
  const hints = wantsAdvice ? adviceLines((await client.call('trust.list', {})).advice) : [];
  const shown = (): string[] => [...planLines(plan), ...hints.map((line) => output.typed(line))];
  if (given.flag('dry-run') === true) {
    output.answer({ ...plan, dryRun: true }, () => [...shown(), 'Nothing was changed.']);
    return undefined;
  }
  const able = plan.steps.filter(({ byHand }) => !byHand);
  if (able.length > 0) {
    for (const line of shown()) output.note(line);
    const count = able.length === 1 ? 'one store' : `${able.length} stores`;
    const question = action === 'install' ? `Let ${count} trust the authority?` : `Take it out of ${count}?`;
    if (!(await confirmed(context, question))) {
      output.note('Nothing was changed.');
      return 1;
    }
  }
  const seen = Object.fromEntries(plan.steps.map((step) => [step.store, step.seen]));
  const answer = await client.call(`trust.${action}`, { stores, agreed: true, seen });
  output.answer(answer, ({ results }) => [
    ...resultLines(results, output.paint),
    ...(able.length === 0 ? [...planLines({ ...plan, steps: [] }), ...hints.map((line) => output.typed(line))] : []),
  ]);
  return answer.results.some(({ outcome }) => outcome === 'failed') ? 1 : undefined;
}
