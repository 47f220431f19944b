import type { EventKind } from '../../contract/index.ts';
import type { Batch } from '../endpoint/decode/batch.ts';
import { isRecord } from '../endpoint/decode/is-record.ts';
import { eventsOfLine } from './chunk-events.ts';

/** What an event says of its sender by itself; null leaves what the metadata says. */
export interface Sender {
  readonly service: string | null;
  readonly agent: string | null;
}

/**
 * Who sent an event by its own account: its context (`context.service`, in RUM v3 `c.se`), the `service` of a metricset, `service` or `service.name` of a log line.
 * Takes the event as its line has it, without the key that opens the line.
 */
export function senderOf(kind: EventKind, event: unknown): Sender {
  const fields = record(event);
  if (kind === 'metricset') return { service: text(record(fields.service).name), agent: null };
  if (kind === 'log') {
    return { service: text(fields['service.name']) ?? text(record(fields.service).name), agent: null };
  }
  const short = record(record(fields.c).se);
  const long = record(record(fields.context).service);
  return {
    service: text(long.name) ?? text(short.n),
    agent: text(record(long.agent).name) ?? text(record(short.a).n),
  };
}

/** The senders of a batch. Events without credentials are few, so their lines are read again rather than every event made to carry its sender. */
export function sendersOf(batch: Batch): Sender[] {
  const lines = Buffer.concat(batch.pieces).toString('utf8').split('\n').slice(0, -1);
  return lines.flatMap((line) => eventsOfLine(line, 0)).map(({ kind, document }) => senderOf(kind, document));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
