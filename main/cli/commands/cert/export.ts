import { basename } from 'node:path';
import type { ExportedFile, GivenFile } from '../../../contract/certificate-shapes.ts';
import type { Client } from '../../../contract/client.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { EXPORT_OPTIONS, exportTo, handOver } from '../../export-files.ts';
import { readGivenFile } from '../../read-given-file.ts';

export const meta: CommandMeta = {
  summary: 'Hand over a certificate, the authorities that agents trust (ca), or the revocation list (crl)',
  words: ['ID|ca|crl'],
  options: {
    ...EXPORT_OPTIONS,
    authority: {
      kind: 'value',
      value: 'ID',
      help: 'Of ca and crl: this authority; the current ones unless said otherwise',
    },
    'merge-with': {
      kind: 'value',
      value: 'FILE',
      help: "A truststore whose entries the new one holds as well, such as a JDK's cacerts",
    },
    alias: { kind: 'value', value: 'NAME', help: 'What files and entries are named after' },
    reveal: { kind: 'flag', help: 'Show a private key on the terminal' },
  },
  examples: [
    ['sealwire cert export ca', 'the authorities on stdout'],
    ['sealwire cert export ca --format jks --out .', 'a truststore for Java'],
    [
      'sealwire cert export ca --format jks --merge-with $JAVA_HOME/lib/security/cacerts --out .',
      'for the internet too',
    ],
    ['sealwire cert export crl --format der --out ca.crl', 'the revocation list'],
  ],
};

/** Writes to `--out`; a single file without a private key goes to stdout where it is left out. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output } = context;
  const client = await context.connect();
  const files = await filesOf(context, client);
  if (given.flag('dry-run') === true) {
    output.answer({ files: files.map(({ name }) => name) }, ({ files: names }) =>
      names.map((name) => `Would write ${name}.`),
    );
    return;
  }
  const paths = await handOver(context, files);
  if (given.value('out') !== undefined) output.answer({ files: paths }, ({ files: written }) => written);
}

async function filesOf(context: CommandContext, client: Client): Promise<readonly ExportedFile[]> {
  const { given, output } = context;
  const [what = ''] = given.words;
  const authority = given.value('authority');
  const format = given.value('format');
  if (what === 'crl') {
    const of = authority === undefined ? {} : { authority };
    const { file, entries } = await client.call('certificate.crl', { ...of, format: format === 'der' ? 'der' : 'pem' });
    output.note(`The list has ${entries} ${entries === 1 ? 'entry' : 'entries'}.`);
    return [file];
  }
  const { passphrase } = await exportTo(context, client);
  const alias = given.value('alias');
  const merged = given.value('merge-with');
  const answer = await client.call('certificate.export', {
    ...(what === 'ca'
      ? { what, ...(authority === undefined ? {} : { id: authority }) }
      : { what: 'certificate', id: what }),
    format: format ?? 'pem',
    ...(passphrase === null ? {} : { passphrase: passphrase.reveal() }),
    ...(alias === undefined ? {} : { alias }),
    ...(merged === undefined ? {} : { mergeWith: givenFile(context, merged) }),
  });
  for (const note of answer.notes) output.note(note);
  return answer.files;
}

function givenFile({ host }: CommandContext, path: string): GivenFile {
  return { name: basename(path), base64: readGivenFile(host, path).toString('base64') };
}
