import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import { type CompressedForm, formOf, gzipHeaderLength, zlibHeaderLength } from './compressed-form.ts';
import { readUntilCorrupt } from './read-until-corrupt.ts';

/** A compressed body that cannot be read on, in Go's words. `isHeader` tells that not a byte of content came out of it. */
export class InflateError extends Error {
  readonly isHeader: boolean;

  constructor(message: string, isHeader: boolean) {
    super(message);
    this.name = 'InflateError';
    this.isHeader = isHeader;
  }
}

/** Takes a body as it arrives. Both methods reject with `InflateError`; what was readable before has then been delivered. */
export interface Inflater {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/**
 * Undoes the compression of a request body as the real server does (reference A2): by `Content-Encoding` gzip or deflate (which is zlib), or else by
 * the first two bytes whatever the header says. Gzip members may follow each other. Delivers plain bytes in pieces, so that a small body
 * that swells without end never is in memory whole.
 */
export function createInflater(contentEncoding: string | null, deliver: (bytes: Uint8Array) => void): Inflater {
  let form: CompressedForm | null = contentEncoding === 'gzip' ? 'gzip' : contentEncoding === 'deflate' ? 'zlib' : null;
  let step: 'header' | 'content' | 'trailer' | 'over' = 'header';
  let pending: Uint8Array = new Uint8Array(0);
  let member: Member | null = null;
  let hasDelivered = false;

  const fail = (message: string): never => {
    throw new InflateError(message, !hasDelivered && member === null);
  };

  const readHeader = (current: 'gzip' | 'zlib'): boolean => {
    const length = current === 'gzip' ? gzipHeaderLength(pending) : zlibHeaderLength(pending);
    if (length === 'bad') return fail(`${current}: invalid header`);
    if (length === 'dictionary') return fail('zlib: invalid dictionary');
    if (length === 'short') return false;
    pending = pending.subarray(length);
    member = openMember(current, (bytes) => {
      hasDelivered = true;
      deliver(bytes);
    });
    step = 'content';
    return pending.length > 0;
  };

  const readContent = async (current: Member): Promise<boolean> => {
    const before = pending;
    pending = new Uint8Array(0);
    const taken = await current.inflate(before);
    pending = before.subarray(taken);
    if (taken < before.length) step = 'trailer';
    return pending.length > 0;
  };

  const readTrailer = (current: Member): boolean => {
    if (pending.length < current.trailerLength) return false;
    if (!current.matches(pending)) return fail(`${current.form}: invalid checksum`);
    pending = pending.subarray(current.trailerLength);
    current.close();
    step = current.form === 'gzip' ? 'header' : 'over';
    return pending.length > 0;
  };

  const advance = async (): Promise<void> => {
    for (let isMore = pending.length > 0; isMore; ) {
      if (form === null) form = formOf(pending);
      if (form === null) return;
      if (form === 'plain') {
        deliver(pending);
        pending = new Uint8Array(0);
        return;
      }
      if (step === 'over') return;
      if (step === 'header') isMore = readHeader(form);
      else if (member === null) return;
      else isMore = step === 'content' ? await readContent(member) : readTrailer(member);
    }
  };

  return {
    async write(bytes) {
      pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
      await advance();
    },
    async end() {
      if (form === null || form === 'plain') {
        if (pending.length > 0) deliver(pending);
        return;
      }
      if (step === 'over' || (step === 'header' && pending.length === 0 && member !== null)) return;
      fail(form === 'gzip' && member === null && pending.length === 0 ? 'EOF' : 'unexpected EOF');
    },
  };
}

interface Member {
  readonly form: 'gzip' | 'zlib';
  readonly trailerLength: number;
  /** Resolves to how many of `bytes` belong to the content; fewer than all means that it has ended. */
  inflate(bytes: Uint8Array): Promise<number>;
  matches(trailer: Uint8Array): boolean;
  close(): void;
}

/** Each piece is a way through the thread pool and back; larger ones would hold up the other bodies of the worker. */
const PIECE_BYTES = 64 * 1024;
/** Of a member so many bytes are kept, to find out where it is corrupt. What is corrupt later loses the content of the piece in which it shows. */
const MOST_KEPT = 64 * 1024;

function openMember(form: 'gzip' | 'zlib', deliver: (bytes: Uint8Array) => void): Member {
  const raw = createInflateRaw({ chunkSize: PIECE_BYTES });
  let crc = 0;
  let adler = 1;
  let length = 0;
  let kept: Uint8Array[] | null = [];
  let keptBytes = 0;
  raw.on('data', (bytes: Buffer) => {
    if (form === 'gzip') crc = crc32(bytes, crc);
    else adler = adler32(bytes, adler);
    length = (length + bytes.length) >>> 0;
    deliver(bytes);
  });
  const keep = (bytes: Uint8Array): void => {
    keptBytes += bytes.length;
    if (keptBytes > MOST_KEPT) kept = null;
    kept?.push(bytes);
  };
  const corrupt = (): InflateError => {
    const until = kept === null ? null : readUntilCorrupt(Buffer.concat(kept));
    if (until !== null && until.content.length > length) deliver(until.content.subarray(length));
    return new InflateError(`flate: corrupt input before offset ${until?.offset ?? raw.bytesWritten}`, false);
  };
  return {
    form,
    trailerLength: form === 'gzip' ? 8 : 4,
    inflate(bytes) {
      keep(bytes);
      return writeRaw(raw, bytes, corrupt);
    },
    matches(trailer) {
      const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength);
      if (form === 'zlib') return view.getUint32(0, false) === adler;
      return view.getUint32(0, true) === crc && view.getUint32(4, true) === length;
    },
    close: () => raw.destroy(),
  };
}

/** The callback of a write that fails is never called; the stream's `error` comes instead. */
function writeRaw(raw: InflateRaw, bytes: Uint8Array, corrupt: () => InflateError): Promise<number> {
  const before = raw.bytesWritten;
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(corrupt());
    raw.once('error', fail);
    raw.write(bytes, () => {
      raw.off('error', fail);
      resolve(raw.bytesWritten - before);
    });
  });
}

/** RFC 1950 §9. Sums may grow for 3800 bytes before 32 bits overflow, so the remainder is taken that rarely. */
function adler32(bytes: Uint8Array, start: number): number {
  let low = start & 0xffff;
  let high = start >>> 16;
  for (let from = 0; from < bytes.length; from += 3800) {
    const to = Math.min(bytes.length, from + 3800);
    for (let at = from; at < to; at += 1) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return ((high << 16) | low) >>> 0;
}
