import { createInflater, InflateError } from '../endpoint/decode/inflate.ts';
import { decodeExport, type ResourceEvents } from '../endpoint/otlp/decode-export.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import { refusalOfSender } from './admission.ts';
import { chunksOf } from './chunk.ts';
import { EVENT_KINDS, noCounts, totalOf } from './event-kinds.ts';
import { batchesOfEvents } from './event-lines.ts';
import type { IntakeSession, SessionOptions } from './intake-session.ts';
import type { IntakeOutcome, OtlpBody } from './ports.ts';

export interface OtlpSessionOptions extends Omit<SessionOptions, 'maxEventSize'> {
  readonly otlp: OtlpBody;
  /** What all bodies together hold in memory. */
  readonly memory: { heldBytes: number };
}

/** Bodies that are still arriving may hold so much together; what comes on top is told that the queue is full. */
const MOST_HELD = 256 * 1024 * 1024;
const QUEUE_FULL = 'queue is full';
/** What the real server would answer over HTTP with a status of its own, if OTLP had any but 500 (reference A5). */
const STATUS = { header: 400, read: 400, size: 400, message: 400, sender: 403, rate: 429, store: 503 } as const;

/**
 * Opens the work on one OTLP body: inflate, keep, decode when it is whole, store resource by resource. Other than an intake stream it cannot be decoded in
 * pieces. Nothing rejects; what goes wrong is in the outcome.
 */
export function openOtlpSession(options: OtlpSessionOptions): IntakeSession {
  const { otlp, memory, admission } = options;
  const pieces: Uint8Array[] = [];
  let length = 0;
  let hasInput = false;
  let over: IntakeOutcome | null = null;

  const forget = (): void => {
    memory.heldBytes -= length;
    length = 0;
    pieces.length = 0;
  };
  const failed = (failedAt: keyof typeof STATUS, message: string): IntakeOutcome => {
    forget();
    over = {
      accepted: 0,
      counts: noCounts(),
      errors: [{ message }],
      status: STATUS[failedAt],
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
      if (over === null) failed(error.isHeader ? 'header' : 'read', error.message);
    }
  };

  /** Why a resource may not come in without credentials, as the outcome; null where it may. */
  const refused = async ({ agent, service }: ServiceMetadata, events: number): Promise<IntakeOutcome | null> => {
    if (admission === null) return null;
    if (!(await admission.take(events))) return failed('rate', 'rate limit exceeded');
    const refusal = refusalOfSender(admission, service, agent.name);
    return refusal === null ? null : failed('sender', refusal);
  };

  const storeAll = async (resources: readonly ResourceEvents[], rejected: number): Promise<IntakeOutcome> => {
    const counts = noCounts();
    let metadata: ServiceMetadata | null = null;
    for (const { resource, events } of resources) {
      const { identity, document } = resource;
      const { service, environment } = identity;
      options.didIdentify(identity);
      metadata = identity;
      if (events.length === 0) continue;
      const refusal = await refused(identity, events.length);
      if (refusal !== null) return refusal;
      const chunks = chunksOf(batchesOfEvents(events), options.receivedUs);
      try {
        await options.store({ service, environment, document }, chunks);
      } catch {
        // The store itself tells a person why; a client can only be told to come back.
        return failed('store', QUEUE_FULL);
      }
      for (const stored of chunks) {
        for (const kind of EVENT_KINDS) counts[kind] += stored.counts[kind];
        options.didStore(stored.counts);
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

  const write = async (bytes: Uint8Array): Promise<IntakeOutcome | null> => {
    hasInput = true;
    if (inflater === null) keep(bytes);
    else await reading(() => inflater.write(bytes));
    return over;
  };

  const end = async (): Promise<IntakeOutcome> => {
    // An empty body is never unpacked, whatever its Content-Encoding says.
    if (inflater !== null && hasInput && over === null) await reading(() => inflater.end());
    if (over !== null) return over;
    try {
      const decoded = decodeExport(otlp.signal, Buffer.concat(pieces), options.receivedUs);
      if ('problem' in decoded) return failed('message', decoded.problem);
      return await storeAll(decoded.resources, decoded.rejected);
    } finally {
      // Also after a fault of ours, or the memory of all bodies would be counted as taken for ever.
      forget();
    }
  };

  return {
    write,
    end,
    breakOff: async (why) => over ?? failed('read', why),
    async take(bytes) {
      return (await write(bytes)) ?? end();
    },
    abandon() {
      failed('read', 'the client has gone');
    },
  };
}
