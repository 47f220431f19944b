import type { EventKind } from '../../../contract/index.ts';
import { SCANS } from './generated/scanner.ts';
import { firstKey, key } from './steps.ts';
import { DOUBT, NEWLINE, passSpace, standsAt } from './tokens.ts';
import { noted } from './values.ts';

/** A line that is certain to be one that the real server accepts, and what is counted of it. */
export interface ScannedLine {
  /** The key that opens the line. */
  readonly type: string;
  readonly traceId: string | null;
  /** Microseconds since the epoch, null where the event carries no time. */
  readonly momentUs: number | null;
  /** The one event that it holds; null where it takes the values of the line to tell. */
  readonly kind: EventKind | null;
}

/** Lines that hold exactly one event, of the kind they are named after. */
const ONE_EVENT: ReadonlyMap<string, EventKind> = new Map([
  ['transaction', 'transaction'],
  ['span', 'span'],
  ['error', 'error'],
  ['metricset', 'metricset'],
]);

interface LineType {
  readonly type: string;
  readonly opening: Uint8Array;
  readonly kind: EventKind | null;
  scan(bytes: Uint8Array, start: number, depth: number): number;
}

const TYPES: readonly LineType[] = [...SCANS].map(([type, scan]) => ({
  type,
  opening: key(type),
  kind: ONE_EVENT.get(type) ?? null,
  scan,
}));

/** By the first byte of the key. */
const TYPES_BY_BYTE: readonly (readonly LineType[])[] = Array.from({ length: 256 }, (_, byte) =>
  TYPES.filter(({ opening }) => opening[0] === byte),
);

function typeAt(bytes: Uint8Array, at: number): LineType | null {
  for (const each of TYPES_BY_BYTE[bytes[at] ?? 0] ?? []) if (standsAt(bytes, at, each.opening)) return each;
  return null;
}

/**
 * Scans the line that stands in `bytes` from `from` up to a newline, which has to be there. Null where anything about it is unusual: it may still be right, and `readModel` decides.
 * Strict JSON, keys in their own case and once each, numbers as the real server reads them, every rule of the event model kept (reference C and D).
 */
export function scanLine(bytes: Buffer, from: number): ScannedLine | null {
  const start = passSpace(bytes, from);
  const opening = firstKey(bytes, start);
  const found = opening === DOUBT ? null : typeAt(bytes, opening);
  if (found === null) return null;
  noted.traceFrom = -1;
  noted.momentUs = Number.NaN;
  noted.isOfTransaction = false;
  const end = found.scan(bytes, start, 0);
  if (end === DOUBT || (end & 1) === 0 || bytes[passSpace(bytes, end >> 1)] !== NEWLINE) return null;
  const { traceFrom, traceTo, momentUs, isOfTransaction } = noted;
  return {
    type: found.type,
    traceId: traceFrom === -1 ? null : traceBetween(bytes, traceFrom, traceTo),
    momentUs: Number.isNaN(momentUs) ? null : momentUs,
    kind: isOfTransaction && found.kind === 'metricset' ? null : found.kind,
  };
}

/** Spans of one trace follow each other, so the last id is nearly always the next one too, and need not be made again. */
let lastTrace = { text: '', bytes: Buffer.alloc(0) };

function traceBetween(bytes: Buffer, from: number, to: number): string {
  if (to - from !== lastTrace.bytes.length || !standsAt(bytes, from, lastTrace.bytes)) {
    lastTrace = { text: bytes.toString('latin1', from, to), bytes: Buffer.from(bytes.subarray(from, to)) };
  }
  return lastTrace.text;
}
