import type { IncomingEvent } from '../../events/ports.ts';
import { exportLogs, exportMetrics, exportTraces, type Resource } from './definitions.ts';
import { eventOfLog } from './log-events.ts';
import { eventsOfMetrics } from './metric-events.ts';
import { type Moments, momentsFor } from './moment.ts';
import { identityOf, type ResourceIdentity } from './resource-identity.ts';
import { eventsOfSpan } from './trace-events.ts';
import { type Cursor, WireError } from './wire.ts';

export type OtlpSignal = 'traces' | 'metrics' | 'logs';

/** What one resource of a request tells. */
export interface ResourceEvents {
  readonly resource: ResourceIdentity;
  readonly events: readonly IncomingEvent[];
}

/** What a request holds, resource by resource, and how many of its data points could not be taken; or why it is no message. */
export type DecodedExport =
  | { readonly resources: readonly ResourceEvents[]; readonly rejected: number }
  | { readonly problem: string };

/**
 * Decodes the body of an export request. Never throws, whatever the bytes; a problem is in the real server's words. `receivedUs` is the moment
 * of arrival in microseconds since the epoch.
 */
export function decodeExport(signal: OtlpSignal, body: Buffer, receivedUs: number): DecodedExport {
  const cursor: Cursor = { bytes: body, at: 0, begin: 0, end: body.length };
  try {
    return DECODERS[signal](cursor, receivedUs);
  } catch (error) {
    if (error instanceof WireError) return { problem: error.message };
    throw error;
  }
}

const DECODERS: Readonly<Record<OtlpSignal, (cursor: Cursor, receivedUs: number) => DecodedExport>> = {
  traces: (cursor, receivedUs) =>
    collect(exportTraces.read(cursor, 0).resourceSpans, receivedUs, ({ scopeSpans }, moments) => ({
      events: scopeSpans.flatMap(({ scope, spans }) => spans.flatMap((span) => eventsOfSpan(span, scope, moments))),
      rejected: 0,
    })),
  metrics: (cursor, receivedUs) =>
    collect(exportMetrics.read(cursor, 0).resourceMetrics, receivedUs, ({ scopeMetrics }, moments) => {
      const scopes = scopeMetrics.map(({ scope, metrics }) => eventsOfMetrics(metrics, scope, moments));
      return {
        events: scopes.flatMap(({ events }) => events),
        rejected: scopes.reduce((sum, { rejected }) => sum + rejected, 0),
      };
    }),
  logs: (cursor, receivedUs) =>
    collect(exportLogs.read(cursor, 0).resourceLogs, receivedUs, ({ scopeLogs }, moments) => ({
      events: scopeLogs.flatMap(({ scope, logRecords }) =>
        logRecords.map((record) => eventOfLog(record, scope, moments)),
      ),
      rejected: 0,
    })),
};

function collect<Group extends { readonly resource: Resource | null }>(
  groups: readonly Group[],
  receivedUs: number,
  read: (group: Group, moments: Moments) => { readonly events: readonly IncomingEvent[]; readonly rejected: number },
): DecodedExport {
  let rejected = 0;
  const resources = groups.map((group) => {
    const resource = identityOf(group.resource);
    const found = read(group, momentsFor(receivedUs, resource.exportedUs));
    rejected += found.rejected;
    return { resource, events: found.events };
  });
  return { resources, rejected };
}
