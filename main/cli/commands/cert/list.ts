import type { CommandContext, CommandMeta } from '../../command.ts';
import { daysLeft } from '../../moments.ts';
import { table } from '../../table.ts';

export const meta: CommandMeta = { summary: 'List the certificates: their names and how long they last' };

/** Every certificate of the workspace, the one in use marked. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  const answer = await (await connect()).call('certificate.list', {});
  output.answer(answer, ({ certificates }) =>
    certificates.length === 0
      ? ['There is no certificate yet. Make one with: sealwire init']
      : table(
          ['ID', 'KIND', 'LASTS', 'IN USE', 'NAMES'],
          certificates.map(({ id, kind, daysLeft: days, inUse, names }) => [
            id,
            kind,
            daysLeft(days),
            inUse ? 'yes' : 'no',
            names.join(', '),
          ]),
        ),
  );
}
