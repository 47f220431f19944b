import type { CommandContext, CommandMeta } from '../../command.ts';
import { EXPORT_OPTIONS, exportedTo, exportTo } from '../../export-files.ts';
import { timeLeft } from '../../moments.ts';

export const meta: CommandMeta = {
  summary: 'Renew a certificate: the same names for as long again, with a new key',
  words: ['ID'],
  options: EXPORT_OPTIONS,
};

/** What the endpoint presents is exchanged at once; files elsewhere are written anew with `--out`. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output, host } = context;
  const [id = ''] = given.words;
  const client = await context.connect();
  const out = given.value('out') === undefined ? null : await exportTo(context, client);
  if (given.flag('dry-run') === true) {
    const old = await client.call('certificate.show', { id });
    output.answer(old, ({ shownNames }) => [`Would renew the certificate for ${shownNames.join(', ')}.`]);
    return;
  }
  const renewed = await client.call('certificate.renew', { id });
  const certificate = out === null ? renewed : await exportedTo(out, renewed, false);
  output.answer(certificate, ({ shownNames, inUse, notAfter, id: newId }) => [
    `Renewed as ${newId} for ${shownNames.join(', ')}, ${timeLeft(notAfter, host.now())}.`,
    inUse
      ? 'The endpoint presents it from now on.'
      : output.typed('Where the old one is used, put the new files: sealwire cert export ID --out DIR'),
  ]);
}
