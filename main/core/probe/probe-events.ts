import type { ProbeRequest } from './probe-request.ts';

/**
 * The body of one intake request (NDJSON, reference/intake-protocol.md C and D1): metadata, one transaction and one span in it, as an agent
 * would send them. Ids are random hexadecimal, times are microseconds since the epoch.
 */
export function probeEvents(
  request: Pick<ProbeRequest, 'service' | 'version'>,
  nowMs: number,
  hex: (bytes: number) => string,
): string {
  const trace = { trace_id: hex(16), timestamp: Math.round(nowMs * 1000) };
  const transactionId = hex(8);
  const lines = [
    {
      metadata: {
        service: {
          name: request.service,
          agent: { name: 'sealwire-probe', version: request.version },
          language: { name: 'javascript' },
          runtime: { name: 'node', version: process.versions.node },
        },
        process: { pid: process.pid },
      },
    },
    {
      transaction: {
        ...trace,
        id: transactionId,
        name: 'Test transaction',
        type: 'request',
        duration: 12,
        outcome: 'success',
        result: 'success',
        sampled: true,
        span_count: { started: 1 },
      },
    },
    {
      span: {
        ...trace,
        id: hex(8),
        transaction_id: transactionId,
        parent_id: transactionId,
        name: 'Test span',
        type: 'app',
        duration: 5,
        start: 2,
        outcome: 'success',
      },
    },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
