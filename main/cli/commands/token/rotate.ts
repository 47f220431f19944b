import { fail } from '../../../contract/errors.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { timeSpan } from '../../given.ts';

export const meta: CommandMeta = {
  summary: 'Make a new active token; the old one stays accepted until it is retired',
  options: {
    within: {
      kind: 'value',
      value: 'SPAN',
      help: 'By when everybody is to have the new one, as 7d; then the old one may be retired whoever uses it',
    },
  },
  examples: [['sealwire token rotate --within 14d', 'and token list says who still uses the old one']],
};

/** Never prints a token; `run` and new snippets give the new one from now on. */
export async function run({ given, output, host, connect }: CommandContext): Promise<undefined> {
  const span = timeSpan(given, 'within');
  if (span !== undefined && span <= 0)
    throw fail('USAGE', { what: '--within takes a span of time.', fix: 'For example: --within 7d' });
  const until = span === undefined ? undefined : new Date(host.now().getTime() + span).toISOString();
  const client = await connect();
  const { tokens } = await client.call('token.list', {});
  const users = tokens.find(({ state }) => state === 'active')?.usedBy ?? [];
  if (given.flag('dry-run') === true) {
    output.answer({ usedBy: users, until: until ?? null, dryRun: true }, () => [
      'Would make a new active token, and keep the present one accepted.',
      ...(users.length === 0 ? [] : [`It is used by ${users.join(', ')}.`]),
    ]);
    return undefined;
  }
  const made = await client.call('token.rotate', { until });
  output.answer(made, ({ id }) => [
    `Token ${id} is active. The one before stays accepted${until === undefined ? '' : `, until ${until.slice(0, 10)} at the longest`}.`,
    ...(users.length === 0
      ? []
      : [
          `Give the new one to ${users.join(', ')}; \`${output.typed('sealwire token list')}\` says who still uses the old one.`,
        ]),
  ]);
  return undefined;
}
