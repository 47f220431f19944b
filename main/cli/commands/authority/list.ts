import type { CommandContext, CommandMeta } from '../../command.ts';
import { daysLeft } from '../../moments.ts';
import { table } from '../../table.ts';

export const meta: CommandMeta = {
  summary: 'List the authorities: which signs, which agents still trust, how long they last',
};

/** Every authority of the workspace, retired ones too. */
export async function run({ output, connect }: CommandContext): Promise<undefined> {
  const answer = await (await connect()).call('authority.list', {});
  output.answer(answer, ({ authorities }) =>
    authorities.length === 0
      ? ['There is no authority yet. Make one with: sealwire init']
      : table(
          ['ID', 'STATE', 'LASTS', 'SIGNS FOR', 'CERTIFICATES', 'NAME'],
          authorities.map(({ id, state, daysLeft: days, nameConstrained, validCertificates, commonName }) => [
            id,
            state,
            daysLeft(days),
            nameConstrained ? 'your names' : 'any name',
            String(validCertificates),
            commonName,
          ]),
        ),
  );
}
