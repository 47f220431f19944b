import { join } from 'node:path';
import { fail } from '../../contract/errors.ts';
import { readRelayTarget } from '../../core/relay/read-target.ts';
import { type SentBodies, sendBodies } from '../../core/relay/send-bodies.ts';
import { splitBodies } from '../../core/relay/split-bodies.ts';
import { openUpstream } from '../../core/relay/upstream.ts';
import type { CommandContext, CommandMeta } from '../command.ts';
import { momentSince } from '../given.ts';
import { readGivenFile } from '../read-given-file.ts';
import { secretFrom, secretOfStdin } from '../secret-input.ts';
import { storedBodies } from '../stored-bodies.ts';

export const meta: CommandMeta = {
  summary: 'Send stored events, or those of a file, to a server again',
  words: ['[FILE]'],
  options: {
    to: { kind: 'value', value: 'URL', help: 'The APM Server' },
    service: { kind: 'value', value: 'NAME', help: 'Only what is stored of this service' },
    since: {
      kind: 'value',
      value: 'TIME',
      help: 'Only what was stored after this moment (2026-11-24T03:00) or span (15m)',
    },
    ca: { kind: 'value', value: 'FILE', help: 'Trust these authorities there, and no others' },
    'token-stdin': { kind: 'flag', help: 'Its secret token comes by standard input' },
    'token-file': { kind: 'value', value: 'FILE', help: 'Its secret token stands in this file' },
  },
  examples: [
    [
      'sealwire replay --service shop --to https://apm.example.com:8200 --token-file token.txt',
      'what is stored of a service',
    ],
    [
      'sealwire replay shop.ndjson --to https://apm.example.com:8200',
      'a file of events export; one sent twice is there twice',
    ],
  ],
};

interface Body {
  readonly ndjson: string;
  readonly events: number;
}

/** Exits 1 where the server did not take all of it. */
export async function run(context: CommandContext): Promise<number | undefined> {
  const { given, output, host, folders } = context;
  const [file] = given.words;
  const url = given.value('to');
  if (url === undefined) throw fail('USAGE', { what: 'Where to is not said.', fix: 'Add --to URL.' });
  if ((file === undefined) === (given.value('service') === undefined && given.value('since') === undefined)) {
    throw fail('USAGE', {
      what: 'What to send is a file, or what is stored of a service.',
      fix: 'Name a FILE, or add --service S.',
    });
  }
  const ca = given.value('ca');
  const wish = { url, ca: ca === undefined ? null : readGivenFile(host, ca).toString('utf8'), credential: null };
  const own =
    host.disk.read(join(folders.workspaces, given.value('workspace') ?? 'default', 'ca.pem'))?.toString('utf8') ?? null;
  const target = readRelayTarget(wish, own, '--to');
  const bodies =
    file === undefined ? storedOnes(context) : splitBodies(readGivenFile(host, file).toString('utf8'), file);
  if (given.flag('dry-run') === true) return dryRun(context, target.origin, bodies);

  const token = await tokenOf(context, target.origin);
  const upstream = openUpstream({ ...target, credential: token === null ? null : { kind: 'Bearer', value: token } });
  try {
    const sent = await sendBodies(each(bodies), {
      upstream,
      pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    });
    output.answer({ to: target.origin, ...sent }, () => linesOf(sent, target.origin));
    return sent.refused > 0 || sent.stoppedBy !== null ? 1 : undefined;
  } finally {
    upstream.close();
  }
}

async function* storedOnes({ given, host, connect }: CommandContext): AsyncGenerator<Body> {
  yield* storedBodies(await connect(), { service: given.value('service'), since: momentSince(given, host.now()) });
}

async function* each(bodies: Iterable<Body> | AsyncIterable<Body>): AsyncGenerator<Body> {
  yield* bodies;
}

async function dryRun(
  { output }: CommandContext,
  to: string,
  bodies: Iterable<Body> | AsyncIterable<Body>,
): Promise<undefined> {
  let events = 0;
  for await (const body of each(bodies)) events += body.events;
  output.answer({ to, events, dryRun: true }, () => [`Would send ${events} events to ${to}.`]);
}

async function tokenOf({ given, host, ask }: CommandContext, origin: string) {
  const path = given.value('token-file');
  if (given.flag('token-stdin') === true) return secretOfStdin(ask, `Secret token of ${origin}`);
  return path === undefined ? null : secretFrom(readGivenFile(host, path), '--token-file');
}

function linesOf({ bodies, events, refused, reasons, stoppedBy }: SentBodies, to: string): string[] {
  return [
    `${to} took ${events} events in ${bodies} bodies.`,
    ...(refused === 0 ? [] : [`It refused ${refused}${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}.`]),
    ...(stoppedBy === null ? [] : [`The rest was not sent: ${stoppedBy}.`, `Find out why: sealwire doctor ${to}`]),
  ];
}
