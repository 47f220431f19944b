import type { Certificate } from '../../../contract/shapes.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { timeLeft } from '../../moments.ts';
import { table } from '../../table.ts';

export const meta: CommandMeta = { summary: 'List every certificate that was issued, and how long each lasts' };

/** Every certificate of the workspace, the one in use marked; those that are renewed, expired or revoked are its history. */
export async function run({ output, connect, host }: CommandContext): Promise<undefined> {
  const answer = await (await connect()).call('certificate.list', {});
  const now = host.now();
  output.answer(answer, ({ certificates }) =>
    certificates.length === 0
      ? ['There is no certificate yet. Make one with: sealwire init']
      : table(
          ['ID', 'KIND', 'KEY', 'LASTS', 'STATE', 'NAMES'],
          certificates.map((certificate) => [
            certificate.id,
            certificate.kind,
            certificate.key,
            certificate.state === 'revoked' ? '-' : timeLeft(certificate.notAfter, now),
            stateWords(certificate),
            certificate.shownNames.join(', '),
          ]),
        ),
  );
}

function stateWords({ inUse, state, renewsItselfAt }: Certificate): string {
  if (!inUse) return state;
  return renewsItselfAt === null ? 'in use' : 'in use, renews itself';
}
