import type { CommandContext, CommandMeta } from '../../command.ts';
import { facts } from '../../table.ts';

export const meta: CommandMeta = { summary: 'Show one certificate with its PEM text', words: ['ID'] };

/** Prints no key; the PEM text is the certificate alone. */
export async function run({ given, output, connect }: CommandContext): Promise<undefined> {
  const [id = ''] = given.words;
  const answer = await (await connect()).call('certificate.show', { id });
  output.answer(answer, ({ text, files, pem }) => [
    ...facts([...text, ['File', files.cert], ['Authority file', files.ca]]),
    '',
    ...pem.trimEnd().split('\n'),
  ]);
}
