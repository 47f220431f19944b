import type { Attributes } from './attributes.ts';

const HTTP = [
  'http.request.method',
  'http.method',
  'http.response.status_code',
  'http.status_code',
  'http.url',
  'url.full',
  'http.target',
  'http.host',
  'http.scheme',
];
const DATABASE = ['db.system', 'db.statement', 'db.name', 'db.user', 'db.type', 'db.instance', 'sql.query'];
const RPC = ['rpc.system', 'rpc.service', 'rpc.grpc.status_code'];
const MESSAGING = ['messaging.destination', 'message_bus.destination'];
const MESSAGING_SPAN = [...MESSAGING, 'messaging.system', 'messaging.operation'];
const INTERNAL = 1;
const PRODUCER = 4;

/** What a transaction is called by the kind of its attributes, in the real server's order. */
export function transactionTypeOf(attributes: Attributes): string {
  const own = attributes.text('type');
  if (own !== null) return own;
  if (attributes.has(...MESSAGING)) return 'messaging';
  return attributes.has(...HTTP, ...RPC) ? 'request' : 'unknown';
}

/** Type, subtype and action of a span, in the real server's order; what it does not set is left out. */
export function spanTypeOf(
  kind: number,
  attributes: Attributes,
): { readonly type: string; readonly subtype?: string; readonly action?: string } {
  if (attributes.has(...DATABASE)) return { type: 'db', ...subtype(attributes.text('db.system', 'db.type')) };
  if (attributes.has(...MESSAGING_SPAN)) {
    const action = attributes.text('messaging.operation') ?? (kind === PRODUCER ? 'send' : null);
    return {
      type: 'messaging',
      ...subtype(attributes.text('messaging.system')),
      ...(action === null ? {} : { action }),
    };
  }
  if (attributes.has(...RPC)) {
    const system = attributes.has('rpc.grpc.status_code') ? 'grpc' : attributes.text('rpc.system');
    return { type: 'external', ...subtype(system) };
  }
  if (attributes.has(...HTTP)) return { type: 'external', subtype: 'http' };
  return kind === INTERNAL ? { type: 'app', subtype: 'internal' } : { type: 'unknown' };
}

function subtype(name: string | null): { readonly subtype?: string } {
  return name === null ? {} : { subtype: name };
}
