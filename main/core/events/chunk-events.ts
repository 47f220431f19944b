import { lineTypeOf } from '../endpoint/decode/decode-line.ts';
import { eventsOf } from '../endpoint/decode/events-of.ts';
import { isRecord } from '../endpoint/decode/is-record.ts';
import { unfoldLog } from '../endpoint/decode/log-fields.ts';
import { EVENT_LINE } from './event-lines.ts';
import type { IncomingEvent } from './ports.ts';

/** The events of one stored line, in order. A line was accepted once, so it is strict JSON of a known type. */
export function eventsOfLine(line: string, receivedUs: number): readonly IncomingEvent[] {
  const type = lineTypeOf(line);
  const root: unknown = JSON.parse(line);
  const value = isRecord(root) ? root[type] : undefined;
  if (!isRecord(value)) return [];
  // Written by `batchesOfEvents`, so it has the form that it is read with.
  if (type === EVENT_LINE) return [value as unknown as IncomingEvent];
  if (type !== 'log') return eventsOf(type, value, receivedUs);
  const unfolded = unfoldLog(value);
  return eventsOf(type, 'value' in unfolded ? unfolded.value : value, receivedUs).map((event) => ({
    ...event,
    document: value,
  }));
}
