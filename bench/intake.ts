import { Agent, request } from 'node:https';
import { gzipSync } from 'node:zlib';
import { runEndpoint, TOKEN } from '../test/support/running-endpoint.ts';
import { createTestAuthority } from '../test/support/test-authority.ts';
import { type Bench, medianMs } from './bench.ts';

const CONNECTIONS = 8;
const BODIES = 40;
const EVENTS = 200;
const RUNS = 3;

/** Events that are sent over TLS, packed, unpacked, decoded and committed in a second; `JSON.parse` of the same lines alone beside it. */
export const bench: Bench = {
  name: 'intake over TLS, gzip, 8 connections, stored (events a second)',
  target: '≥ 0.4 of JSON.parse on one core',
  run: async () => {
    const authority = createTestAuthority();
    const running = await runEndpoint(authority.issue(['localhost']));
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, ca: authority.caPem });
    const lines = [METADATA, ...Array.from({ length: EVENTS }, (_, at) => (at % 4 === 0 ? transaction(at) : span(at)))];
    const body = gzipSync(`${lines.join('\n')}\n`);
    const sendAll = async (): Promise<void> => {
      await Promise.all(Array.from({ length: BODIES }, () => send(running.port, agent, body)));
    };
    try {
      const intakeMs = await medianMs(RUNS, sendAll);
      const parseMs = await medianMs(RUNS, () => {
        for (let at = 0; at < BODIES; at += 1) for (const line of lines) JSON.parse(line);
      });
      const perSecond = (ms: number): number => Math.round((BODIES * EVENTS * 1000) / ms);
      return {
        figure: perSecond(intakeMs),
        unit: '/s',
        peer: { name: 'JSON.parse alone', figure: perSecond(parseMs) },
        note: `${Math.round(lines.join('').length / lines.length)} bytes an event; client in the same process`,
      };
    } finally {
      agent.destroy();
      await running.close();
      authority.remove();
    }
  },
};

const METADATA = JSON.stringify({
  metadata: {
    service: { name: 'shop', agent: { name: 'nodejs', version: '4.7.0' }, language: { name: 'javascript' } },
    process: { pid: 1 },
  },
});

function transaction(at: number): string {
  const context = {
    request: {
      method: 'GET',
      url: { full: `https://shop.example/cart/${at}` },
      headers: { accept: '*/*', host: 'shop' },
    },
    response: { status_code: 200, headers: { 'content-type': 'text/html' } },
    tags: { tenant: 'blue', attempt: at },
  };
  const fields = { type: 'request', name: 'GET /cart/:id', duration: 12.345, outcome: 'success', result: 'HTTP 2xx' };
  return JSON.stringify({ transaction: { ...idsOf(at), ...fields, span_count: { started: 3 }, context } });
}

function span(at: number): string {
  const stacktrace = Array.from({ length: 5 }, (_, line) => ({
    filename: 'lib/cart.js',
    lineno: line + 1,
    function: 'load',
    library_frame: false,
  }));
  const context = { db: { type: 'sql', statement: 'SELECT * FROM cart WHERE id = ?' } };
  const fields = {
    parent_id: 'aaaabbbbccccdddd',
    name: 'SELECT FROM cart',
    type: 'db',
    subtype: 'postgresql',
    duration: 3.2,
  };
  return JSON.stringify({ span: { ...idsOf(at), ...fields, context, stacktrace } });
}

function idsOf(at: number): Record<string, string | number> {
  const id = at.toString(16).padStart(16, '0');
  return { id, trace_id: `${id}${id}`, timestamp: 1_790_000_000_000_000 + at };
}

function send(port: number, agent: Agent, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      Authorization: `Bearer ${TOKEN}`,
      'Content-Type': 'application/x-ndjson',
      'Content-Encoding': 'gzip',
      'Content-Length': body.length,
    };
    const sent = request({
      port,
      host: '127.0.0.1',
      servername: 'localhost',
      path: '/intake/v2/events',
      method: 'POST',
      agent,
      headers,
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.resume();
      if (response.statusCode === 202) response.on('end', resolve);
      else reject(new Error(`intake answered ${response.statusCode}`));
    });
    sent.end(body);
  });
}
