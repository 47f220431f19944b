import { extname, join, resolve } from 'node:path';
import type { ExportedFile } from '../contract/certificate-shapes.ts';
import type { Client } from '../contract/client.ts';
import { fail } from '../contract/errors.ts';
import { Secret } from '../contract/secret.ts';
import type { Certificate } from '../contract/shapes.ts';
import { newPassphrase } from './ask.ts';
import type { CommandContext, OptionMeta } from './command.ts';
import { readGivenFile } from './read-given-file.ts';
import { writeFiles } from './write-files.ts';

/** What every command takes that hands over certificates. */
export const EXPORT_OPTIONS = {
  out: { kind: 'value', value: 'DIR', help: 'Folder for the files; private keys can be read by you alone' },
  format: {
    kind: 'value',
    value: 'FORMAT',
    help: 'How the files are written: pem and chain unless said otherwise',
    oneOf: [
      'pem',
      'chain',
      'p12',
      'p12-legacy',
      'jks',
      'java-truststore',
      'java-keystore',
      'der',
      'windows-crt',
      'mobileconfig',
      'android',
    ],
  },
  'passphrase-file': { kind: 'value', value: 'FILE', help: 'File that holds the passphrase for the key or the store' },
} as const satisfies Readonly<Record<string, OptionMeta>>;

/** Where exports go, and how. */
export interface ExportTarget {
  readonly context: CommandContext;
  readonly client: Client;
  /** Absolute; a folder, or a file where one alone is written and the path has an extension. */
  readonly out: string;
  readonly formats: readonly string[];
  readonly passphrase: Secret | null;
}

/** Reads `--out`, `--format` and the passphrase, asking for one where the format needs it. Throws `USAGE` before anything is made. */
export async function exportTo(context: CommandContext, client: Client): Promise<ExportTarget> {
  const { given } = context;
  const format = given.value('format');
  const passphrase = await passphraseFor(context, client, format ?? 'pem');
  return {
    context,
    client,
    out: resolve(given.value('out') ?? '.'),
    formats: format === undefined ? ['pem', 'chain'] : [format],
    passphrase,
  };
}

/** Writes the files of a certificate; its `files` are what was written. With `isApart` into a folder of its own. */
export async function exportedTo(
  target: ExportTarget,
  certificate: Certificate,
  isApart: boolean,
): Promise<Certificate> {
  const { context, client, formats, passphrase } = target;
  const written: Certificate['files'] = { cert: null, key: null, chain: null, ca: null, p12: null, jks: null };
  const out = isApart
    ? join(target.out, certificate.names[0]?.replace(/[^\w.-]+/g, '_') ?? certificate.id)
    : target.out;
  const files = new Map<string, { file: ExportedFile; format: string }>();
  for (const format of formats) {
    const answer = await client.call('certificate.export', {
      what: 'certificate',
      id: certificate.id,
      format,
      ...(passphrase === null ? {} : { passphrase: passphrase.reveal() }),
    });
    for (const file of answer.files) files.set(file.name, { file, format });
    for (const note of answer.notes) context.output.note(note);
  }
  const all = [...files.values()];
  await writeFiles(
    context,
    out,
    all.map(({ file }) => file),
  );
  for (const { file, format } of all) {
    const role = roleOf(file, format);
    if (role !== null) written[role] = join(out, file.name);
  }
  return { ...certificate, files: written };
}

/** Writes files to `--out`, or the only one of them to stdout. A private key goes to a terminal with `--reveal` alone. Resolves with the paths. */
export async function handOver(context: CommandContext, files: readonly ExportedFile[]): Promise<string[]> {
  const { given } = context;
  const out = given.value('out');
  if (out !== undefined) return writeTo(context, resolve(out), files);
  const [file, ...others] = files;
  if (file === undefined) return [];
  if (others.length > 0 && !context.output.isJson) {
    throw fail('USAGE', {
      what: `This makes ${files.length} files: ${files.map(({ name }) => name).join(', ')}.`,
      fix: 'Name a folder for them: --out DIR',
    });
  }
  const bytes = Buffer.from(file.base64, 'base64');
  const isText = /^[\t\r\n\x20-\x7e]*$/.test(bytes.toString('latin1'));
  const isTerminal = process.stdout.isTTY === true;
  const isHidden = files.some(({ isSecret }) => isSecret) && given.flag('reveal') !== true;
  if (isTerminal && (isHidden || (!isText && !context.output.isJson))) {
    throw fail('USAGE', {
      what: isHidden
        ? 'This would show a private key on the terminal.'
        : 'This would write bytes to the terminal that are no text.',
      fix: isHidden ? 'Write it to a folder with --out DIR, or add --reveal.' : 'Write it to a folder: --out DIR',
    });
  }
  if (context.output.isJson) context.output.answer({ files }, () => []);
  else process.stdout.write(bytes);
  return [];
}

async function writeTo(context: CommandContext, out: string, files: readonly ExportedFile[]): Promise<string[]> {
  const [only] = files;
  const isFolder = context.host.disk.facts(out)?.isFolder === true;
  if (files.length === 1 && only !== undefined && !isFolder && extname(out) !== '') {
    const name = out.slice(out.lastIndexOf('/') + 1);
    return writeFiles(context, join(out, '..'), [{ ...only, name }]);
  }
  return writeFiles(context, out, files);
}

async function passphraseFor(
  { given, ask, host }: CommandContext,
  client: Client,
  format: string,
): Promise<Secret | null> {
  const path = given.value('passphrase-file');
  if (path !== undefined)
    return new Secret(
      readGivenFile(host, path)
        .toString('utf8')
        .replace(/\r?\n$/, ''),
    );
  const { formats } = await client.call('certificate.formats', {});
  const rule = formats.find(({ id }) => id === format)?.passphrase;
  if (rule !== 'required') return null;
  if (ask !== null) return newPassphrase(ask, 'the files');
  throw fail('USAGE', {
    what: `The format ${format} holds the private key and needs a passphrase, and there is no terminal to ask on.`,
    fix: 'Name a file that holds one: --passphrase-file FILE',
  });
}

function roleOf({ name }: ExportedFile, format: string): keyof Certificate['files'] | null {
  if (name.endsWith('.key')) return 'key';
  if (name === 'ca.pem' || name === 'ca.crt') return 'ca';
  if (name.endsWith('.p12') || name.endsWith('.pfx')) return 'p12';
  if (name.endsWith('.jks')) return 'jks';
  return format === 'chain' ? 'chain' : 'cert';
}
