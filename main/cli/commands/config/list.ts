import type { ConfigEntry } from '../../../contract/central-shapes.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { moment } from '../../moments.ts';
import { plain, table } from '../../table.ts';

export const meta: CommandMeta = {
  summary: 'List the central configuration of agents, and who took it up',
  examples: [
    [
      'sealwire config list --json',
      '{"entries":[{"service","environment","settings","etag","changedAt","agents","options"}]}',
    ],
  ],
};

/** One line a setting. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  const { entries } = await (await connect()).call('config.list', {});
  output.answer({ entries }, () =>
    entries.length === 0
      ? ['Nothing is configured centrally. For example: sealwire config set SERVICE transaction_sample_rate=0.5']
      : table(
          ['SERVICE', 'ENVIRONMENT', 'SETTING', 'VALUE', 'STATE'],
          entries.flatMap((entry) =>
            Object.entries(entry.settings).map(([name, value]) => [
              plain(entry.service ?? '*'),
              plain(entry.environment ?? '*'),
              plain(name),
              plain(value),
              plain(stateOf(entry, name)),
            ]),
          ),
        ),
  );
}

function stateOf({ options, changedAt }: ConfigEntry, name: string): string {
  const agents = options.find((option) => option.name === name)?.agents ?? [];
  if (agents.length === 0) return `not fetched yet since ${moment(changedAt)}`;
  return agents
    .map(({ service, state, appliedAt, sentAt }) => `${service} ${state} at ${moment(appliedAt ?? sentAt)}`)
    .join(', ');
}
