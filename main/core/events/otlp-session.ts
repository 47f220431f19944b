import type { Counts } from '../../contract/index.ts';
import { createInflater, InflateError } from '../endpoint/decode/inflate.ts';
import { decodeExport, type ResourceEvents } from '../endpoint/otlp/decode-export.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import { EVENT_KINDS, noCounts, totalOf } from './event-kinds.ts';
import type { EventSource } from './event-writer.ts';
import type { IntakeSession } from './intake-session.ts';
import type { IncomingEvent, IntakeOutcome, OtlpBody } from './ports.ts';

export interface OtlpSessionOptions {
  readonly contentEncoding: string | null;
  readonly receivedUs: number;
  readonly otlp: OtlpBody;
  /** What all bodies together hold in memory. */
  readonly memory: { heldBytes: number };
  store(source: EventSource, batches: readonly (readonly IncomingEvent[])[]): Counts;
  didIdentify(metadata: ServiceMetadata): void;
  didStore(counts: Counts): void;
}

/** Bodies that are still arriving may hold so much together; what comes on top is told that the queue is full. */
const MOST_HELD = 256 * 1024 * 1024;
const QUEUE_FULL = 'queue is full';

/**
 * Opens the work on one OTLP body: inflate, keep, decode when it is whole, store resource by resource. Other than an intake stream it cannot be decoded in
 * pieces. Nothing rejects; what goes wrong is in the outcome.
 */
export function openOtlpSession(options: OtlpSessionOptions): IntakeSession {
  const { otlp, memory } = options;
  const pieces: Uint8Array[] = [];
  let length = 0;
  let hasInput = false;
  let over: IntakeOutcome | null = null;

  const forget = (): void => {
    memory.heldBytes -= length;
    length = 0;
    pieces.length = 0;
  };
  const failed = (failedAt: 'read' | 'size' | 'message' | 'store', message: string): IntakeOutcome => {
    forget();
    over = {
      accepted: 0,
      counts: noCounts(),
      errors: [{ message }],
      status: failedAt === 'store' ? 503 : 400,
      metadata: null,
      otlp: { rejected: 0, failedAt },
    };
    return over;
  };
  const keep = (bytes: Uint8Array): void => {
    if (over !== null) return;
    length += bytes.length;
    memory.heldBytes += bytes.length;
    pieces.push(bytes);
    if (length > otlp.mostBytes) failed('size', 'http: request body too large');
    else if (memory.heldBytes > MOST_HELD) failed('store', QUEUE_FULL);
  };

  const inflater = otlp.isPlain ? null : createInflater(options.contentEncoding, keep);
  const reading = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof InflateError)) throw error;
      if (over === null) failed('read', error.message);
    }
  };

  const storeAll = (resources: readonly ResourceEvents[], rejected: number): IntakeOutcome => {
    const counts = noCounts();
    let metadata: ServiceMetadata | null = null;
    for (const { resource, events } of resources) {
      const { identity, document } = resource;
      const { service, environment } = identity;
      options.didIdentify(identity);
      metadata = identity;
      if (events.length === 0) continue;
      try {
        const stored = options.store({ service, environment, document }, [events]);
        for (const kind of EVENT_KINDS) counts[kind] += stored[kind];
        options.didStore(stored);
      } catch {
        // The store itself tells a person why; a client can only be told to come back.
        return failed('store', QUEUE_FULL);
      }
    }
    return {
      accepted: totalOf(counts),
      counts,
      errors: [],
      status: 200,
      metadata,
      otlp: { rejected, failedAt: null },
    };
  };

  return {
    async write(bytes) {
      hasInput = true;
      if (inflater === null) keep(bytes);
      else await reading(() => inflater.write(bytes));
      return over;
    },
    async end() {
      // An empty body is never unpacked, whatever its Content-Encoding says.
      if (inflater !== null && hasInput && over === null) await reading(() => inflater.end());
      if (over !== null) return over;
      try {
        const decoded = decodeExport(otlp.signal, Buffer.concat(pieces), options.receivedUs);
        if ('problem' in decoded) return failed('message', decoded.problem);
        return storeAll(decoded.resources, decoded.rejected);
      } finally {
        // Also after a fault of ours, or the memory of all bodies would be counted as taken for ever.
        forget();
      }
    },
    abandon() {
      failed('read', 'the client has gone');
    },
  };
}
