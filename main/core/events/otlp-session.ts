import { createInflater, InflateError } from '../endpoint/decode/inflate.ts';
import { decodeExport, type ResourceEvents } from '../endpoint/otlp/decode-export.ts';
import { refusalOfSender } from './admission.ts';
import { type Chunk, chunksOf } from './chunk.ts';
import type { Storing } from './chunk-writer.ts';
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
/** So much of a body has the real server read by the time that it finds its header broken (Go's `bufio`); what follows, its handlers take for the message. */
const READ_AHEAD = 4096;
/** What the real server would answer over HTTP with a status of its own, if OTLP had any but 500 (reference A5). */
const STATUS = { header: 400, read: 400, size: 400, message: 400, sender: 403, rate: 429, store: 503 } as const;

/**
 * Opens the work on one OTLP body: inflate, keep, decode when it is whole, let it in or refuse it as one batch, store it in one transaction. Other than an intake stream
 * it cannot be decoded in pieces. Nothing rejects; what goes wrong is in the outcome, and where that is the header of its compression, what becomes of the rest stands
 * second among the errors.
 */
export function openOtlpSession(options: OtlpSessionOptions): IntakeSession {
  const { otlp, memory, admission } = options;
  const pieces: Uint8Array[] = [];
  let length = 0;
  let givenBytes = 0;
  let headerProblem: string | null = null;
  let over: IntakeOutcome | null = null;

  const forget = (): void => {
    memory.heldBytes -= length;
    length = 0;
    pieces.length = 0;
  };
  const failed = (failedAt: keyof typeof STATUS, ...messages: readonly string[]): IntakeOutcome => {
    forget();
    over = {
      accepted: 0,
      counts: noCounts(),
      errors: messages.map((message) => ({ message })),
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
      if (over !== null) return;
      if (error.isHeader) headerProblem = error.message;
      else failed('read', error.message);
    }
  };

  /** Why a request may not come in without credentials, as the outcome; null where it may. All of it is one batch: the allowance of so many events first, then who sent each. */
  const refused = async (resources: readonly ResourceEvents[]): Promise<IntakeOutcome | null> => {
    const count = resources.reduce((sum, { events }) => sum + events.length, 0);
    if (admission === null || count === 0) return null;
    if (!(await admission.take(count))) return failed('rate', 'rate limit exceeded');
    for (const { resource } of resources) {
      const { service, agent } = resource.identity;
      const refusal = refusalOfSender(admission, service, agent.name);
      if (refusal !== null) return failed('sender', refusal);
    }
    return null;
  };

  const storeAll = async (resources: readonly ResourceEvents[], rejected: number): Promise<IntakeOutcome> => {
    const withEvents = resources.filter(({ events }) => events.length > 0);
    const identify = (): void => {
      for (const { resource } of resources) options.didIdentify(resource.identity);
    };
    const refusal = await refused(withEvents);
    if (refusal !== null) {
      identify();
      return refusal;
    }
    const batches = new Map<ResourceEvents, readonly Chunk[]>(
      withEvents.map((each) => [each, chunksOf(batchesOfEvents(each.events), options.receivedUs)]),
    );
    try {
      // In one: a client whose export was refused sends all of it again.
      await options.store([...batches].flatMap(([each, chunks]) => storingOf(each, chunks)));
    } catch {
      identify();
      // The store itself tells a person why; a client can only be told to come back.
      return failed('store', QUEUE_FULL);
    }
    const counts = noCounts();
    for (const each of resources) {
      options.didIdentify(each.resource.identity);
      for (const stored of batches.get(each) ?? []) {
        for (const kind of EVENT_KINDS) counts[kind] += stored.counts[kind];
        options.didStore(stored.counts);
      }
    }
    return {
      accepted: totalOf(counts),
      counts,
      errors: [],
      status: 200,
      metadata: resources.at(-1)?.resource.identity ?? null,
      otlp: { rejected, failedAt: null },
    };
  };

  const write = async (bytes: Uint8Array): Promise<IntakeOutcome | null> => {
    const skipped = Math.max(0, READ_AHEAD - givenBytes);
    givenBytes += bytes.length;
    if (inflater === null) keep(bytes);
    else if (headerProblem === null) await reading(() => inflater.write(bytes));
    if (headerProblem !== null && bytes.length > skipped) keep(bytes.subarray(skipped));
    return over;
  };

  const end = async (): Promise<IntakeOutcome> => {
    // An empty body is never unpacked, whatever its Content-Encoding says.
    if (inflater !== null && headerProblem === null && givenBytes > 0 && over === null)
      await reading(() => inflater.end());
    if (over !== null) return over;
    try {
      const decoded = decodeExport(otlp.signal, Buffer.concat(pieces), options.receivedUs);
      if (headerProblem !== null)
        return failed('header', headerProblem, ...('problem' in decoded ? [decoded.problem] : []));
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

function storingOf({ resource }: ResourceEvents, chunks: readonly Chunk[]): Storing[] {
  const { service, environment } = resource.identity;
  const source = { service, environment, document: resource.document };
  return chunks.map((chunk) => ({ source, chunk }));
}
