import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Client } from '../../../contract/client.ts';
import { fail } from '../../../contract/errors.ts';
import type { ProcedureInput } from '../../../contract/procedures.ts';
import type { Certificate } from '../../../contract/shapes.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { EXPORT_OPTIONS, exportedTo, exportTo } from '../../export-files.ts';
import { wholeNumber } from '../../given.ts';
import { timeLeft } from '../../moments.ts';
import { readGivenFile } from '../../read-given-file.ts';

export const meta: CommandMeta = {
  summary: 'Issue a certificate for names and addresses, or for a signing request',
  words: ['[NAME…]'],
  options: {
    client: { kind: 'flag', help: 'For a client: names are plain names or spiffe:// URIs' },
    key: {
      kind: 'value',
      value: 'KIND',
      help: 'Kind of the key; ec-p256 unless said otherwise',
      oneOf: ['ec-p256', 'ec-p384', 'rsa-2048', 'rsa-3072', 'rsa-4096'],
    },
    days: { kind: 'value', value: 'N', help: 'Days that it lasts, up to 824; 396 unless said otherwise' },
    minutes: { kind: 'value', value: 'N', help: 'Minutes that it lasts, for tests' },
    csr: {
      kind: 'value',
      value: 'FILE',
      help: 'Sign the key of this request (PEM or DER); its names, unless some are typed',
    },
    authority: { kind: 'value', value: 'ID', help: 'Authority that signs; the current one unless said otherwise' },
    use: { kind: 'flag', help: 'The endpoint presents it from now on' },
    each: { kind: 'flag', help: 'A certificate of its own for each name' },
    ...EXPORT_OPTIONS,
  },
  examples: [
    ['sealwire cert issue shop.test 192.168.1.7 --out tls', 'certificate, key, chain and authority as files'],
    ['sealwire cert issue --client billing --format p12 --out tls', 'for a client, as PKCS#12'],
    ['sealwire cert issue --csr web.csr --out tls', 'the key stays where it is'],
  ],
};

/** Prints the certificate; with `--out` its `files` are those that were written. */
export async function run(context: CommandContext): Promise<undefined> {
  const { given, output, host } = context;
  const wish = wishOf(context);
  const isEach = given.flag('each') === true;
  if (isEach && (wish.csr !== undefined || wish.use === true)) {
    throw fail('USAGE', {
      what: '--each makes several certificates, and --csr and --use are about one.',
      fix: 'Leave out --each.',
    });
  }
  const client = await context.connect();
  if (given.flag('dry-run') === true) return sayPlan(context, client, wish);
  const out = given.value('out') === undefined ? null : await exportTo(context, client);
  const issued = isEach ? await issueEach(context, client, wish) : [await client.call('certificate.issue', wish)];
  const certificates: Certificate[] = [];
  for (const certificate of issued) {
    certificates.push(out === null ? certificate : await exportedTo(out, certificate, isEach));
  }
  const answer = isEach ? { certificates } : certificates[0];
  output.answer(answer, () => certificates.flatMap((each) => lines(each, host.now(), certificates.length > 5)));
}

function wishOf({ given, host }: CommandContext): ProcedureInput<'certificate.issue'> & { names: string[] } {
  const days = wholeNumber(given, 'days', [1, 824], 90);
  const minutes = wholeNumber(given, 'minutes', [1, 100_000], 15);
  const csr = given.value('csr');
  const key = KINDS.find((kind) => kind === given.value('key'));
  if (days !== undefined && minutes !== undefined) {
    throw fail('USAGE', {
      what: 'A certificate lasts so many days or so many minutes, not both.',
      fix: 'Leave out one of --days and --minutes.',
    });
  }
  if (csr !== undefined && key !== undefined) {
    throw fail('USAGE', { what: 'A signing request brings its own key.', fix: 'Leave out --key.' });
  }
  if (csr === undefined && given.words.length === 0) {
    throw fail('USAGE', {
      what: '"sealwire cert issue" needs a name.',
      fix: 'For example: sealwire cert issue localhost 127.0.0.1',
    });
  }
  const authority = given.value('authority');
  return {
    names: [...given.words],
    kind: given.flag('client') === true ? 'client' : 'server',
    use: given.flag('use') === true,
    ...(key === undefined ? {} : { key }),
    ...(days === undefined ? {} : { days }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(csr === undefined ? {} : { csr: { base64: readGivenFile(host, csr).toString('base64') } }),
    ...(authority === undefined ? {} : { authority }),
  };
}

const KINDS = ['ec-p256', 'ec-p384', 'rsa-2048', 'rsa-3072', 'rsa-4096'] as const;

/** All or none; Ctrl+C takes back what was made so far. */
async function issueEach(
  { output }: CommandContext,
  client: Client,
  { names, use: _, csr: __, ...wish }: ProcedureInput<'certificate.issue'> & { names: string[] },
): Promise<Certificate[]> {
  const job = randomUUID();
  const cancel = (): void => void client.call('certificate.cancel', { job });
  const unlisten = client.listen((push) => {
    if (push.topic === 'progress' && push.job === job) output.note(`Issued ${push.done} of ${push.total}…`);
  });
  process.once('SIGINT', cancel);
  try {
    const wishes = names.map((name) => ({ ...wish, names: [name] }));
    return (await client.call('certificate.issueMany', { job, wishes })).certificates;
  } finally {
    process.off('SIGINT', cancel);
    unlisten();
  }
}

async function sayPlan(
  { output, given }: CommandContext,
  client: Client,
  { names, kind = 'server', authority }: ProcedureInput<'certificate.issue'> & { names: string[] },
): Promise<undefined> {
  const plan = await client.call('certificate.check', {
    names,
    kind,
    ...(authority === undefined ? {} : { authority }),
  });
  output.answer(plan, (checked) => [
    ...checked.names.map(({ input, name, refusal }) =>
      refusal === null ? `Would name ${name}.` : `Would refuse ${input}: ${refusal.why}. ${refusal.fix}`,
    ),
    ...(given.value('out') === undefined ? [] : [`Would write files into ${resolve(given.value('out') ?? '')}.`]),
  ]);
}

function lines({ id, kind, shownNames, notAfter, files }: Certificate, now: Date, isShort: boolean): string[] {
  const line = `Issued the ${kind} certificate ${id} for ${shownNames.join(', ')}, ${timeLeft(notAfter, now)}.`;
  const written = Object.values(files).filter((path) => path !== null);
  if (!isShort) return [line, ...written.map((path) => `  ${path}`)];
  return [written[0] === undefined ? line : `${line} Files: ${dirname(written[0])}`];
}
