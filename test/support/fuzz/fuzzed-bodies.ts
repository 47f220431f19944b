import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeVectors, streamVector, VECTORS } from '../../conformance/vectors.ts';
import { anyLine, EVENT_TYPES, fullLine } from './model-lines.ts';
import { below, mutate, pick, type Random } from './mutate.ts';

/** An intake body as a broken or hostile sender might send it. */
export interface FuzzedBody {
  readonly bytes: Buffer;
  /** What it says of itself in `Content-Encoding`, true or not. */
  readonly contentEncoding: 'gzip' | 'deflate' | 'br' | null;
  /** Longest line that is taken of it. */
  readonly maxEventSize: number;
}

/** Lines of fast-check's are made this many at a time, and used in turn. */
const A_SAMPLE = 400;
const METADATA = Buffer.from('{"metadata":{"service":{"name":"fuzz","agent":{"name":"nodejs","version":"1"}}}}');
const RECORDED = [
  'errors',
  'events',
  'logs',
  'metricsets',
  'minimal',
  'optional-timestamps',
  'transactions_spans',
  'invalid-event',
];

/**
 * Makes bodies without end, the same for the same seed: lines that hold every field of the event model, recorded ones where `SEALWIRE_CONFORMANCE` names them, and what
 * fast-check makes of the model's rules, most of them changed in a few bytes; then put together, packed, and sometimes changed once more.
 */
export function fuzzedBodies(random: Random): () => FuzzedBody {
  const corpus = corpusLines();
  const made = madeLines(random);
  const lineOf = (): Buffer => {
    const line = random() < 0.4 ? made() : (corpus[below(random, corpus.length)] ?? METADATA);
    return random() < 0.6 ? line : mutate(line, corpus[below(random, corpus.length)] ?? METADATA, random);
  };
  return () => {
    const metadata = random() < 0.9 ? METADATA : lineOf();
    const lines = Array.from({ length: below(random, 14) }, lineOf);
    const plain = Buffer.concat([metadata, ...lines].flatMap((line) => [line, pick(random, NEWLINES)]));
    const maxEventSize = pick(random, [307_200, 307_200, 2000, 100]);
    return { ...packed(plain, random), maxEventSize };
  };
}

const NEWLINES: readonly [Buffer, ...Buffer[]] = [...Array.from({ length: 12 }, () => '\n'), '\n\n\n', '\r\n', ''].map(
  (text) => Buffer.from(text),
) as [Buffer];

function packed(plain: Buffer, random: Random): Pick<FuzzedBody, 'bytes' | 'contentEncoding'> {
  switch (below(random, 12)) {
    case 0:
      return { bytes: gzipSync(plain, { level: 1 }), contentEncoding: 'gzip' };
    case 1:
      return { bytes: mutate(gzipSync(plain, { level: 1 }), plain, random), contentEncoding: 'gzip' };
    case 2:
      return {
        bytes: random() < 0.5 ? deflateSync(plain) : mutate(deflateSync(plain), plain, random),
        contentEncoding: 'deflate',
      };
    case 3:
      return { bytes: random() < 0.5 ? gzipSync(plain) : plain, contentEncoding: pick(random, ['br', 'gzip', null]) };
    default:
      return { bytes: random() < 0.9 ? plain : mutate(plain, plain, random), contentEncoding: null };
  }
}

function corpusLines(): Buffer[] {
  const own = [...EVENT_TYPES, 'metadata', 'm'].map(fullLine);
  const streams = VECTORS === null ? [] : RECORDED.map((name) => streamVector(`intake-v2/${name}`).toString());
  const bodies = decodeVectors().map(({ body }) => body);
  const recorded = [...streams, ...bodies].flatMap((text) => text.split('\n')).filter(Boolean);
  return [...own, ...own, ...new Set(recorded)].map((line) => Buffer.from(line));
}

function madeLines(random: Random): () => Buffer {
  const line = fc.oneof(
    ...EVENT_TYPES.map(anyLine),
    anyLine('metadata'),
    fc
      .tuple(fc.constantFrom('log', 'span', 'x', 'nope'), fc.json({ maxDepth: 3 }))
      .map(([type, json]) => `{"${type}":${json}}`),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  let lines: Buffer[] = [];
  return () => {
    if (lines.length === 0) {
      const sample = fc.sample(line, { numRuns: A_SAMPLE, seed: below(random, 2 ** 31) });
      lines = sample.map((text) => Buffer.from(text));
    }
    return lines.pop() ?? METADATA;
  };
}
