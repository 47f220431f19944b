import { scanLine } from '../scan/scan-line.ts';
import { type Batch, type BatchDraft, beginBatch, countEvent, isEmptyBatch } from './batch.ts';
import { textOfBytes } from './byte-text.ts';
import { countLine } from './count-line.ts';
import { decodeLine, lineTypeOf } from './decode-line.ts';
import { goQuote } from './go-quote.ts';
import { isRecord } from './is-record.ts';
import { createLineSplitter, type Line } from './line-splitter.ts';
import { type ReadMetadata, readMetadataLine } from './metadata-line.ts';

export interface IntakeError {
  readonly message: string;
  readonly document?: string;
}

export interface StreamDecoder {
  /** Decodes the lines that end in `bytes` and returns the batches that are full. */
  push(bytes: Uint8Array): Batch[];
  /** The stream is over: decodes a last line without newline and returns what is left. */
  end(): Batch[];
  /** The stream broke off, in words such as `unexpected EOF`; returns the events that were read before. */
  breakOff(why: string): Batch[];
  /** An error that ends the stream from outside, such as a full store: it is told after those of the events, and nothing more is read. */
  stop(status: number, message: string): void;
  readonly metadata: ReadMetadata | null;
  /** True when nothing more of the stream will be looked at. */
  readonly isOver: boolean;
  /** 202, or the highest status among the errors. */
  readonly status: number;
  readonly errors: readonly IntakeError[];
}

export interface DecoderOptions {
  readonly maxEventSize: number;
  /** Time of events that carry none, in microseconds. */
  readonly receivedUs: number;
}

const BATCH_LINES = 10;
const MOST_ERRORS = 5;
const EVENT_TYPES = new Set(['error', 'metricset', 'span', 'transaction', 'log', 'e', 'x']);
const TOO_LONG = 'event exceeded the permitted size';
const NEWLINE = Buffer.from('\n');
const NOTHING: Buffer = Buffer.alloc(0);

/** Decodes one intake stream by the rules of reference C: metadata first, then events in batches of ten lines, bad ones told and passed over. */
export function createStreamDecoder({ maxEventSize, receivedUs }: DecoderOptions): StreamDecoder {
  const splitter = createLineSplitter(maxEventSize);
  const errors: IntakeError[] = [];
  let metadata: StreamDecoder['metadata'] = null;
  let status = 202;
  let eventErrors = 0;
  let isOver = false;
  let batch: BatchDraft = beginBatch();
  let batchLines = 0;
  /** The chunk that is being read, and the run of accepted lines in it that has not joined the batch yet. */
  let chunk: Buffer = NOTHING;
  let runFrom = 0;
  let runTo = 0;

  const fail = (failure: number, error: IntakeError): void => {
    status = Math.max(status, failure);
    errors.push(error);
  };
  const refuseEvent = (message: string, document: string): void => {
    eventErrors += 1;
    status = Math.max(status, 400);
    if (eventErrors <= MOST_ERRORS) errors.push(withDocument(message, document));
  };
  const refuseMetadata = (message: string, document: string): void => {
    fail(400, withDocument(message, document));
    isOver = true;
  };

  const endRun = (): void => {
    if (runTo > runFrom) batch.pieces.push(chunk.subarray(runFrom, runTo));
    runFrom = runTo;
  };
  const keep = ({ from, to, bytes }: Line, rewritten: string | null): void => {
    if (from === -1 || rewritten !== null) {
      endRun();
      batch.pieces.push(rewritten === null ? Buffer.concat([bytes(), NEWLINE]) : Buffer.from(`${rewritten}\n`));
      return;
    }
    if (from !== runTo) {
      endRun();
      runFrom = from;
    }
    runTo = to + 1;
  };

  /** What is wrong with the first line, or null where it is metadata. */
  const readMetadata = (line: Line): string | null => {
    if (line.isTooLong) return TOO_LONG;
    if (!line.isWhole) return 'EOF while reading metadata';
    const read = readMetadataLine(line.bytes());
    if ('error' in read) return read.error;
    metadata = read;
    return null;
  };

  /** What is wrong with a later line, or null where its events joined the batch. */
  const readEvent = (line: Line): string | null => {
    if (line.isTooLong) return TOO_LONG;
    // A line that came in pieces has lost its newline, at which a scan stops.
    const scanned = line.from === -1 ? scanLine(Buffer.concat([line.bytes(), NEWLINE]), 0) : scanLine(chunk, line.from);
    if (scanned === null || !EVENT_TYPES.has(scanned.type)) return readThoroughly(line);
    const { type, kind, traceId, momentUs } = scanned;
    if (kind !== null) countEvent(batch, kind, traceId, momentUs ?? receivedUs);
    else if (!countLine(batch, type, valueIn(line, type), receivedUs)) return null;
    keep(line, null);
    return null;
  };

  const readThoroughly = (line: Line): string | null => {
    const bytes = line.bytes();
    const type = lineTypeOf(textOfBytes(bytes));
    if (!EVENT_TYPES.has(type)) return `did not recognize object type: ${goQuote(type)}`;
    const decoded = decodeLine(bytes, type);
    if ('error' in decoded) return decoded.error;
    if (countLine(batch, type, decoded.value, receivedUs)) keep(line, decoded.rewritten);
    return null;
  };

  const takeBatch = (into: Batch[]): void => {
    endRun();
    if (!isEmptyBatch(batch)) into.push(batch);
    batch = beginBatch();
    // Empty lines count too, and may have come as one: what goes beyond whole batches of them belongs to the next one.
    batchLines %= BATCH_LINES;
  };

  const read = (lines: readonly Line[]): Batch[] => {
    const full: Batch[] = [];
    for (const line of lines) {
      if (isOver) break;
      if (metadata === null) {
        const problem = readMetadata(line);
        if (problem !== null) refuseMetadata(problem, textOfBytes(line.bytes()));
        continue;
      }
      const problem = line.length === 0 ? null : readEvent(line);
      if (problem !== null) refuseEvent(problem, textOfBytes(line.bytes()));
      batchLines += line.times;
      if (batchLines >= BATCH_LINES) takeBatch(full);
    }
    endRun();
    return full;
  };

  const readChunk = (bytes: Uint8Array): Batch[] => {
    chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    runFrom = 0;
    runTo = 0;
    return read(splitter.push(chunk));
  };

  const finish = (): Batch[] => {
    const last: Batch[] = [];
    takeBatch(last);
    isOver = true;
    return last;
  };

  return {
    push: (bytes) => (isOver ? [] : readChunk(bytes)),
    end() {
      const rest = splitter.rest();
      const full = rest === null || isOver ? [] : read([rest]);
      return [...full, ...finish()];
    },
    breakOff(why) {
      if (isOver) return [];
      if (metadata === null) refuseMetadata(why, textOfBytes(splitter.rest()?.bytes() ?? NOTHING));
      else fail(500, { message: `cannot handle stream: ${why}` });
      return finish();
    },
    stop(failure, message) {
      if (isOver && metadata === null) return;
      fail(failure, { message });
      isOver = true;
      batch = beginBatch();
      runFrom = runTo;
    },
    get metadata() {
      return metadata;
    },
    get isOver() {
      return isOver;
    },
    get status() {
      return status;
    },
    get errors() {
      return errors;
    },
  };
}

function withDocument(message: string, document: string): IntakeError {
  return document === '' ? { message } : { message, document };
}

/** What stands in a line of strict JSON under the key that opens it. */
function valueIn(line: Line, type: string): Readonly<Record<string, unknown>> {
  const root: unknown = JSON.parse(textOfBytes(line.bytes()));
  return isRecord(root) && isRecord(root[type]) ? root[type] : {};
}
