import { confirmed } from '../../ask.ts';
import { authorityLines } from '../../authority-lines.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';

export const meta: CommandMeta = {
  summary: 'Retire an older authority: agents no longer get it, and its key is destroyed',
  words: ['ID'],
};

/** Asks first, because a key that is destroyed is gone. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output } = context;
  const [id = ''] = given.words;
  const client = await context.connect();
  const { authorities } = await client.call('authority.list', {});
  const found = authorities.find((each) => each.id === id);
  const valid = found?.validCertificates ?? 0;
  const about = `${found?.commonName ?? id}, under which ${valid} valid ${valid === 1 ? 'certificate is' : 'certificates are'}`;
  if (given.flag('dry-run') === true) {
    output.answer({ id }, () => [`Would retire ${about}.`]);
    return;
  }
  // One that cannot be retired is refused without a question.
  const isQuestion = found?.state === 'older';
  if (isQuestion && !(await confirmed(context, `Retire ${about}?`))) {
    output.note('Nothing was retired.');
    return;
  }
  const retired = await client.call('authority.retire', { id });
  output.answer(retired, (answer) => authorityLines('Retired', answer, output));
}
