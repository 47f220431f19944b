import type { CommandContext, CommandMeta } from '../../command.ts';
import { EXPORT_OPTIONS, exportedTo, exportTo } from '../../export-files.ts';
import { timeLeft } from '../../moments.ts';

export const meta: CommandMeta = {
  summary: 'Renew a certificate: the same names for as long again, with a new key unless --same-key',
  words: ['ID'],
  options: {
    'same-key': { kind: 'flag', help: 'Keep its key, for agents that pin it, such as by ServerCert of .NET' },
    ...EXPORT_OPTIONS,
  },
};

/** What the endpoint presents is exchanged at once; files elsewhere are written anew with `--out`. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output, host } = context;
  const [id = ''] = given.words;
  const client = await context.connect();
  const out = given.value('out') === undefined ? null : await exportTo(context, client);
  const sameKey = given.flag('same-key') === true;
  if (given.flag('dry-run') === true) {
    const old = await client.call('certificate.show', { id });
    output.answer(old, ({ shownNames }) => [
      `Would renew the certificate for ${shownNames.join(', ')}${sameKey ? ', with the key that it has' : ''}.`,
    ]);
    return;
  }
  const renewed = await client.call('certificate.renew', { id, sameKey });
  const certificate = out === null ? renewed : await exportedTo(out, renewed, false);
  output.answer(certificate, ({ shownNames, inUse, notAfter, id: newId }) => [
    `Renewed as ${newId} for ${shownNames.join(', ')}, ${timeLeft(notAfter, host.now())}.`,
    inUse
      ? 'The endpoint presents it from now on.'
      : output.typed('Where the old one is used, put the new files: sealwire cert export ID --out DIR'),
  ]);
}
