import { createHash } from 'node:crypto';
import { lineTypeOf } from '../endpoint/decode/decode-line.ts';
import { isRecord } from '../endpoint/decode/is-record.ts';
import { EVENT_LINE } from './event-lines.ts';
import type { IncomingEvent } from './ports.ts';

/** A body of the intake protocol, as it can be sent again. */
export interface IntakeBodyText {
  readonly ndjson: string;
  readonly events: number;
}

/** Kinds of lines that may carry the moment of their event, and its member; those of browsers' short form carry none. */
const MOMENTS: Readonly<Record<string, string>> = {
  transaction: 'timestamp',
  span: 'timestamp',
  error: 'timestamp',
  metricset: 'timestamp',
  log: '@timestamp',
};

/**
 * Stored lines behind their metadata, as one body. An event that came without a time keeps the one at which it was received, since the server would take the moment of the sending for it; what came by
 * OTLP becomes what the intake protocol has for it (reference A5 in reverse), without what that has no place for: links, scopes.
 */
export function intakeBodyOf(metadata: string, lines: readonly string[], receivedUs: number): IntakeBodyText {
  const sent = lines.map((line) => intakeLine(line, receivedUs));
  // The short form of browsers calls a service `se`, and its metadata `m`.
  const opens = isRecord(JSON.parse(metadata)) && 'se' in JSON.parse(metadata) ? 'm' : 'metadata';
  return { ndjson: [`{"${opens}":${metadata}}`, ...sent, ''].join('\n'), events: sent.length };
}

function intakeLine(line: string, receivedUs: number): string {
  const type = lineTypeOf(line);
  if (type === EVENT_LINE) return lineOfEvent(line);
  const member = MOMENTS[type];
  if (member === undefined) return line;
  const root: unknown = JSON.parse(line);
  const value = isRecord(root) ? root[type] : undefined;
  if (!isRecord(value) || (value[member] ?? null) !== null) return line;
  return JSON.stringify({ [type]: { ...value, [member]: receivedUs } });
}

/** Documents that were made of OTLP are in the intake protocol's own members, but for what it asks of an agent and OTLP knows nothing of. */
function lineOfEvent(line: string): string {
  // Written by `batchesOfEvents`, so it has the form that it is read with.
  const { kind, document } = JSON.parse(line)[EVENT_LINE] as IncomingEvent;
  const value = isRecord(document) ? withoutNulls(document) : {};
  switch (kind) {
    case 'transaction':
      return JSON.stringify({ transaction: { ...value, span_count: { started: 0 } } });
    case 'error':
      // The same each time, so that an error that is sent twice is one.
      return JSON.stringify({ error: { id: createHash('sha256').update(line).digest('hex').slice(0, 32), ...value } });
    case 'log': {
      const { timestamp, trace_id: trace, ...rest } = value;
      const moment = timestamp === undefined ? {} : { '@timestamp': timestamp };
      return JSON.stringify({ log: { ...moment, ...(trace === undefined ? {} : { 'trace.id': trace }), ...rest } });
    }
    default:
      return JSON.stringify({ [kind]: value });
  }
}

function withoutNulls(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
}
