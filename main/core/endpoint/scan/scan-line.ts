import type { EventKind } from '../../../contract/index.ts';
import { SCANS } from './generated/scanner.ts';
import { firstKey, signOf } from './steps.ts';
import { here, passSpace } from './tokens.ts';
import { noted, type Verdict } from './values.ts';

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

const NEWLINE = 10;

/** Lines that hold exactly one event, of the kind they are named after. */
const ONE_EVENT: ReadonlyMap<string, EventKind> = new Map([
  ['transaction', 'transaction'],
  ['span', 'span'],
  ['error', 'error'],
  ['metricset', 'metricset'],
]);

const SCAN_BY_SIGN: ReadonlyMap<number, { readonly type: string; readonly scan: (depth: number) => Verdict }> = new Map(
  [...SCANS].map(([type, scan]) => [signOf(Buffer.from(type)), { type, scan }]),
);

/**
 * Scans the line that stands in `bytes` from `from` up to a newline, which has to be there. Null where anything about it is unusual: it may still be right, and `readModel` decides.
 * Strict JSON, keys in their own case and once each, numbers as the real server reads them, every rule of the event model kept (reference C and D).
 */
export function scanLine(bytes: Uint8Array, from: number): ScannedLine | null {
  here.bytes = bytes;
  here.at = from;
  const found = SCAN_BY_SIGN.get(firstKey());
  if (found === undefined) return null;
  here.at = from;
  noted.traceFrom = -1;
  noted.momentUs = Number.NaN;
  noted.isOfTransaction = false;
  // The root has no key but those of its model, so that a type whose sign is another's finds none.
  if (found.scan(0) !== 1 || passSpace() !== NEWLINE) return null;
  const { traceFrom, traceTo, momentUs, isOfTransaction } = noted;
  return {
    type: found.type,
    traceId: traceFrom === -1 ? null : textBetween(bytes, traceFrom, traceTo),
    momentUs: Number.isNaN(momentUs) ? null : momentUs,
    kind: isOfTransaction && found.type === 'metricset' ? null : (ONE_EVENT.get(found.type) ?? null),
  };
}

function textBetween(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}
