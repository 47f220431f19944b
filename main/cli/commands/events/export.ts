import { resolve } from 'node:path';
import { fail } from '../../../contract/errors.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { momentSince } from '../../given.ts';
import { storedBodies } from '../../stored-bodies.ts';

export const meta: CommandMeta = {
  summary: 'Write stored events to a file, as lines of the intake protocol that can be replayed',
  options: {
    out: { kind: 'value', value: 'FILE', help: 'The file; one that is there is left alone' },
    service: { kind: 'value', value: 'NAME', help: 'Only this service' },
    since: {
      kind: 'value',
      value: 'TIME',
      help: 'Only what was sent after this moment (2026-11-24T03:00) or span (15m)',
    },
  },
  examples: [
    ['sealwire events export --out shop.ndjson --service shop', 'each sender behind a line with its metadata'],
    ['sealwire replay shop.ndjson --to https://apm.example.com:8200', 'and sent to a server'],
  ],
};

/** Events are personal data, so the file is for its owner alone. Nothing of it stays where it cannot be written whole. */
export async function run({ given, output, host, connect }: CommandContext): Promise<undefined> {
  const out = given.value('out');
  if (out === undefined) throw fail('USAGE', { what: 'Events are written to a file.', fix: 'Add --out FILE.' });
  const path = resolve(out);
  if (host.disk.facts(path) !== null) {
    throw fail('USAGE', { what: `${out} is there already.`, fix: 'Name another file, or remove that one.' });
  }
  const client = await connect();
  const texts: Buffer[] = [];
  let events = 0;
  for await (const body of storedBodies(client, {
    service: given.value('service'),
    since: momentSince(given, host.now()),
  })) {
    texts.push(Buffer.from(body.ndjson));
    events += body.events;
  }
  if (given.flag('dry-run') !== true) host.disk.create(path, Buffer.concat(texts), 0o600);
  const isDry = given.flag('dry-run') === true;
  output.answer({ file: path, bodies: texts.length, events, ...(isDry ? { dryRun: true } : {}) }, () => [
    `${isDry ? 'Would write' : 'Wrote'} ${events} events of ${texts.length} senders’ bodies to ${path}.`,
  ]);
  return undefined;
}
