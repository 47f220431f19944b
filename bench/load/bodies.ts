import { gzipSync } from 'node:zlib';

/** One intake body as an agent sends it. */
export interface LoadBody {
  readonly name: string;
  readonly events: number;
  /** The stream, metadata line first. */
  readonly text: string;
  readonly gzip: Buffer;
}

/** 40 events in 32 KB: what a busy service sends ten times a minute (a transaction with its three spans, each with a stack). */
export function typicalBody(): LoadBody {
  const events = Array.from({ length: 40 }, (_, at) => (at % 4 === 0 ? transaction(at) : span(at)));
  return bodyOf('typical', events);
}

/** 1920 small events of four kinds in 400 KB: nothing but the cost of an event. */
export function heavyBody(): LoadBody {
  const kinds = [smallError, smallSpan, smallTransaction, smallMetricset];
  const events = Array.from({ length: 1920 }, (_, at) => (kinds[at % kinds.length] ?? smallError)(at));
  return bodyOf('heavy', events);
}

function bodyOf(name: string, events: readonly object[]): LoadBody {
  const text = `${[METADATA, ...events].map((each) => JSON.stringify(each)).join('\n')}\n`;
  return { name, events: events.length, text, gzip: gzipSync(text) };
}

const METADATA = {
  metadata: {
    service: {
      name: 'shop',
      environment: 'bench',
      version: '1.4.2',
      agent: { name: 'nodejs', version: '4.15.0' },
      language: { name: 'javascript' },
      runtime: { name: 'node', version: '24.1.0' },
      framework: { name: 'express', version: '5.1.0' },
    },
    process: { pid: 4711, title: 'node', argv: ['node', 'server.js'] },
    system: { hostname: 'bench', architecture: 'x64', platform: 'linux' },
  },
};

function transaction(at: number): object {
  const context = {
    request: {
      method: 'GET',
      url: { full: `https://shop.example/cart/${at}`, hostname: 'shop.example', pathname: `/cart/${at}` },
      headers: { accept: '*/*', host: 'shop.example', 'user-agent': 'bench/1.0' },
    },
    response: { status_code: 200, headers: { 'content-type': 'text/html' } },
    tags: { tenant: 'blue', attempt: at },
  };
  const fields = { type: 'request', name: 'GET /cart/:id', duration: 12.345, outcome: 'success', result: 'HTTP 2xx' };
  return { transaction: { ...idsOf(at), ...fields, sampled: true, span_count: { started: 3 }, context } };
}

function span(at: number): object {
  const stacktrace = Array.from({ length: 6 }, (_, frame) => ({
    filename: 'lib/cart.js',
    lineno: 10 * frame + 1,
    function: 'loadCart',
    library_frame: frame > 3,
    abs_path: '/srv/shop/lib/cart.js',
  }));
  const context = { db: { type: 'sql', instance: 'shop', statement: 'SELECT * FROM cart WHERE id = ?' } };
  const parents = { parent_id: idsOf(at - (at % 4)).id, transaction_id: idsOf(at - (at % 4)).id };
  const fields = { name: 'SELECT FROM cart', type: 'db', subtype: 'postgresql', action: 'query', duration: 3.2 };
  return { span: { ...idsOf(at), ...parents, ...fields, context, stacktrace } };
}

function smallError(at: number): object {
  return { error: { id: idsOf(at).id, timestamp: START_US + at, log: { level: 'warning', message: 'cart is empty' } } };
}

function smallSpan(at: number): object {
  const { id, trace_id } = idsOf(at);
  const fields = { name: 'GET /api/types', type: 'request', start: 1.845, duration: 3.5642981, stacktrace: [] };
  return { span: { id, trace_id, parent_id: id, transaction_id: id, ...fields, context: {} } };
}

function smallTransaction(at: number): object {
  const fields = { type: 'request', duration: 32.592981, result: '200', context: null, sampled: null };
  return { transaction: { ...idsOf(at), ...fields, span_count: { started: 0 } } };
}

function smallMetricset(at: number): object {
  return { metricset: { samples: { 'nodejs.handles.active': { value: 61_235 } }, timestamp: START_US + at } };
}

const START_US = 1_790_000_000_000_000;

/** A transaction and its spans, four events in a row, are one trace. */
function idsOf(at: number): { readonly id: string; readonly trace_id: string; readonly timestamp: number } {
  const trace = Math.floor(at / 4) + 1;
  const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
  return {
    id: hex(Math.imul(at + 1, 0x9e3779b1) >>> 0, 16),
    trace_id: hex(Math.imul(trace, 0x85ebca6b) >>> 0, 32),
    timestamp: START_US + at * 100,
  };
}
