import { basename, dirname, resolve } from 'node:path';
import { fail } from '../../../contract/errors.ts';
import type { ServerPreview } from '../../../contract/index.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { mergeServer } from '../../merge-server.ts';
import type { Output } from '../../output.ts';
import { readServerWish, SERVER_OPTIONS } from '../../server-wish.ts';
import { withVaultOpen } from '../../vault-passphrase.ts';
import { alreadyThere, assertWritable, refuseToReplace, writeFolder } from '../../write-folder.ts';

export const meta: CommandMeta = {
  summary: 'Write everything that a real APM Server needs: settings, keystore, certificate and the steps',
  options: {
    ...SERVER_OPTIONS,
    out: { kind: 'value', value: 'DIR', help: 'Folder for the files (else apm-server-TARGET)' },
    archive: { kind: 'value', value: 'FILE', help: 'One .tar.gz in place of a folder' },
    merge: {
      kind: 'value',
      value: 'FILE',
      help: 'Bring the settings into this apm-server.yml, after showing the change',
    },
    force: { kind: 'flag', help: 'Replace files that are there' },
  },
  examples: [
    ['sealwire server export --name apm.test', 'for the binary, with a certificate for that name'],
    ['sealwire server export --target compose --trial', 'with Elasticsearch and Kibana to try it'],
    ['sealwire server export --name apm.example.com --csr', 'for a certificate of your organisation'],
    [
      'sealwire server export --name apm.test --merge /etc/apm-server/apm-server.yml --target systemd',
      'into settings that are there',
    ],
    ['sealwire server export --target kubernetes --dry-run', 'what would be written'],
  ],
};

/** Prints where the files are and what to do with them. What is in the way, or cannot be written, is found before a certificate is issued. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output, host } = context;
  const wish = readServerWish(context);
  const archive = given.value('archive');
  if (archive !== undefined && given.value('out') !== undefined)
    throw fail('USAGE', { what: 'It is a folder or an archive.', fix: 'Leave out one of --out and --archive.' });
  const client = await context.connect();
  const merge = given.value('merge');
  if (merge !== undefined) return mergeServer(context, client, wish, merge);
  const preview = await withVaultOpen(context, client, () => client.call('server.preview', wish));
  const dir =
    archive === undefined ? resolve(given.value('out') ?? `apm-server-${preview.target}`) : dirname(resolve(archive));
  const names = archive === undefined ? preview.files.map(({ name }) => name) : [basename(archive)];
  const inTheWay = alreadyThere(host, dir, names);
  if (given.flag('dry-run') === true) {
    const plan = { ...preview, dir, replaces: inTheWay, dryRun: true };
    output.answer(plan, () => previewLines(preview, dir, output));
    return undefined;
  }
  if (inTheWay.length > 0 && given.flag('force') !== true) refuseToReplace(inTheWay);
  assertWritable(host, dir);

  const made = await client.call('server.export', { ...wish, archive: archive !== undefined });
  const files = writeFolder(
    host,
    dir,
    made.files.map(({ name, base64, isSecret }, at) => ({
      name: archive === undefined ? name : (names[at] ?? name),
      bytes: Buffer.from(base64, 'base64'),
      isSecret,
    })),
  );
  const { target, url, steps, notes, certificate } = made;
  output.answer({ dir, target, files, steps, url, notes, certificate }, () => [
    `Written to ${archive === undefined ? dir : files.join('')}${archive === undefined ? ':' : '.'}`,
    ...(archive === undefined
      ? made.files.map(({ name, isSecret }) => `  ${name}${isSecret ? '  (secret)' : ''}`)
      : []),
    '',
    ...stepLines(steps, notes, output),
  ]);
  return undefined;
}

function previewLines({ files, steps, notes }: ServerPreview, dir: string, output: Output): string[] {
  return [
    `Would be written to ${dir}:`,
    ...files.flatMap(({ name, text, holds, isSecret }) => [
      '',
      output.paint.strong(`${name}${isSecret ? '  (secret)' : ''}`),
      ...(text ?? holds ?? '')
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    ]),
    '',
    ...(files.some(({ name }) => name === 'README.md') ? [] : stepLines(steps, notes, output)),
    'Nothing was written, and no certificate was issued.',
  ];
}

function stepLines(steps: readonly string[], notes: readonly string[], output: Output): string[] {
  return [
    ...steps.map((step, at) => output.typed(`${at + 1}. ${step}`)),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => output.typed(note))]),
  ];
}
