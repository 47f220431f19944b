import type { EventKind, StoredEvent } from '../../../contract/shapes.ts';
import type { CommandContext, CommandMeta } from '../../command.ts';
import { momentSince, wholeNumber } from '../../given.ts';
import { duration, moment } from '../../moments.ts';
import { table } from '../../table.ts';

const KINDS = ['transaction', 'span', 'error', 'metricset', 'log'] as const satisfies readonly EventKind[];

export const meta: CommandMeta = {
  summary: 'List the events that were stored, one JSON document a line with --json',
  options: {
    service: { kind: 'value', value: 'NAME', help: 'Only this service' },
    kind: { kind: 'value', value: 'KIND', help: 'Only these', oneOf: KINDS },
    trace: { kind: 'value', value: 'ID', help: 'Only this trace' },
    text: { kind: 'value', value: 'TEXT', help: 'Only events that mention this: whole words, or the beginning of one' },
    since: { kind: 'value', value: 'TIME', help: 'Only events after this moment (2026-11-24T03:00) or span (15m)' },
    limit: { kind: 'value', value: 'N', help: 'At most this many (1 to 10000, else 100)' },
  },
  examples: [
    ['sealwire events list --kind transaction --since 15m', 'the transactions of the last quarter of an hour'],
  ],
};

/** Prints nothing with `--json` where nothing fits, so that every line of it is an event. */
export async function run({ given, output, host, connect }: CommandContext): Promise<undefined> {
  const query = {
    service: given.value('service'),
    kind: KINDS.find((kind) => kind === given.value('kind')),
    trace: given.value('trace'),
    text: given.value('text'),
    since: momentSince(given, host.now()),
    limit: wholeNumber(given, 'limit', [1, 10_000], 100),
  };
  const { events } = await (await connect()).call('event.list', query);
  if (output.isJson) for (const event of events) output.answer(event, () => []);
  else output.answer(events, eventLines);
}

function eventLines(events: readonly StoredEvent[]): string[] {
  if (events.length === 0) return ['No event is stored that fits.'];
  const rows = events.map(({ at, service, kind, name, durationMs, outcome, traceId }) => [
    moment(at),
    service ?? 'unidentified',
    kind,
    name ?? '-',
    durationMs === null ? '-' : duration(durationMs),
    outcome ?? '-',
    traceId ?? '-',
  ]);
  return table(['AT', 'SERVICE', 'KIND', 'NAME', 'TOOK', 'OUTCOME', 'TRACE'], rows);
}
