import { microsecondsOf } from '../decode/timestamp.ts';
import { firstElement, firstKey, nextElement, nextKey, passName } from './steps.ts';
import {
  BACKSLASH,
  DOUBT,
  integerBetween,
  isDigit,
  isFraction,
  isNull,
  MINUS,
  NULL_LENGTH,
  OPEN_LIST,
  passColon,
  passFlag,
  passInteger,
  passNumber,
  passText,
  passValue,
  QUOTE,
  SPACE,
  standsAt,
  ZERO,
} from './tokens.ts';

/*
 * The values of the event model, as `rules-v2.ts` names them: each function passes one that is certain to be right, else it returns `DOUBT`. Those of objects return twice the place
 * where it ends, and one more where something in it is set: `{}`, `null` and an object with nothing known in it equal absent.
 */

/** What a scan notes of the event itself, for whoever counts it. */
export const noted = {
  /** Where the trace id stands; -1 where there is none. */
  traceFrom: -1,
  traceTo: -1,
  /** Microseconds since the epoch, NaN where there is no time. */
  momentUs: Number.NaN,
  /** Whether a metricset names a transaction: such a one may be dropped, which its values decide. */
  isOfTransaction: false,
};

const OUTCOMES: readonly Uint8Array[] = ['success"', 'failure"', 'unknown"', '"'].map((word) => Buffer.from(word));
/** Of a time in microseconds: it has sixteen digits in this age. */
const MOMENT_DIGITS = 16;
/** Of a time as a text, with more of a fraction than anybody measures. */
const LONGEST_MOMENT = 64;
const ASTERISK = 42;
const PLUS = 43;
const UNDERSCORE = 95;
/** Digits of which any text of no more is an int64. */
const INT64_DIGITS = 18;

/** A text of at most `max` bytes, of which there are never fewer than code points. */
export function passTextUpTo(bytes: Uint8Array, start: number, max: number): number {
  const at = passText(bytes, start);
  return at - start - 2 > max ? DOUBT : at;
}

/** A text of 1 to `max` bytes. */
export function passSomeText(bytes: Uint8Array, start: number, max: number): number {
  const at = passTextUpTo(bytes, start, max);
  return at === start + 2 ? DOUBT : at;
}

/** The trace id of an event. */
export function passTrace(bytes: Uint8Array, start: number, max: number): number {
  if (bytes[start] !== QUOTE) return DOUBT;
  let at = start + 1;
  for (let byte = bytes[at] ?? 0; byte !== QUOTE; byte = bytes[at] ?? 0) {
    if (byte < SPACE || !isPlain(byte)) return DOUBT;
    at += 1;
  }
  if (at - start - 1 > max) return DOUBT;
  noted.traceFrom = start + 1;
  noted.traceTo = at;
  return at + 1;
}

function isMadeOf(bytes: Uint8Array, from: number, to: number, isRight: (byte: number) => boolean): boolean {
  for (let at = from; at < to; at += 1) if (!isRight(bytes[at] ?? 0)) return false;
  return true;
}

function isPlain(byte: number): boolean {
  return byte < 128 && byte !== BACKSLASH;
}

/** Letters, digits, space, `_` and `-`. */
export function passNameUpTo(bytes: Uint8Array, start: number, max: number): number {
  const at = passTextUpTo(bytes, start, max);
  return at !== DOUBT && isMadeOf(bytes, start + 1, at - 1, isNameByte) ? at : DOUBT;
}

/** The same, with something in it. */
export function passSomeName(bytes: Uint8Array, start: number, max: number): number {
  const at = passNameUpTo(bytes, start, max);
  return at === start + 2 ? DOUBT : at;
}

function isNameByte(byte: number): boolean {
  const letter = byte | 32;
  return isDigit(byte) || (letter >= 97 && letter <= 122) || byte === 32 || byte === MINUS || byte === UNDERSCORE;
}

/** success, failure, unknown or nothing. */
export function passOutcome(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return DOUBT;
  for (const word of OUTCOMES) if (standsAt(bytes, start + 1, word)) return start + 1 + word.length;
  return DOUBT;
}

/** A text that reads as an int64. */
export function passIntegerText(bytes: Uint8Array, start: number, max: number): number {
  const at = passTextUpTo(bytes, start, max);
  if (at === DOUBT) return DOUBT;
  const sign = bytes[start + 1];
  const from = sign === PLUS || sign === MINUS ? start + 2 : start + 1;
  const digits = at - 1 - from;
  return digits > 0 && digits <= INT64_DIGITS && isMadeOf(bytes, from, at - 1, isDigit) ? at : DOUBT;
}

/** An integer not below `min`. */
export function passIntegerFrom(bytes: Uint8Array, start: number, min: number): number {
  const at = passInteger(bytes, start);
  return at !== DOUBT && integerBetween(bytes, start, at) >= min ? at : DOUBT;
}

/** A uint64. */
export function passNatural(bytes: Uint8Array, start: number): number {
  return bytes[start] === MINUS ? DOUBT : passInteger(bytes, start);
}

/** A number that is not negative; -0 is in doubt. */
export function passNumberFromZero(bytes: Uint8Array, start: number): number {
  return bytes[start] === MINUS ? DOUBT : passNumber(bytes, start);
}

/** Microseconds, or a text that the real server reads as a time. */
export function passMoment(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return passMicroseconds(bytes, start);
  const at = passTextUpTo(bytes, start, LONGEST_MOMENT);
  if (at === DOUBT) return DOUBT;
  const microseconds = microsecondsOf(String.fromCharCode(...bytes.subarray(start + 1, at - 1)));
  if (microseconds === null) return DOUBT;
  passed.microseconds = microseconds;
  return at;
}

/** The last time that was passed. */
const passed = { microseconds: 0 };

function passMicroseconds(bytes: Uint8Array, start: number): number {
  let at = start;
  let value = 0;
  for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) {
    value = value * 10 + digit;
    at += 1;
  }
  const digits = at - start;
  if (digits === 0 || digits > MOMENT_DIGITS || (bytes[start] === ZERO && digits > 1)) return DOUBT;
  if (isFraction(bytes[at] ?? 0) || value > Number.MAX_SAFE_INTEGER) return DOUBT;
  passed.microseconds = value;
  return at;
}

/** The time of an event. */
export function passOwnMoment(bytes: Uint8Array, start: number): number {
  const at = passMoment(bytes, start);
  if (at !== DOUBT) noted.momentUs = passed.microseconds;
  return at;
}

/** A value of any type; a number has to be an integer, since only such are certain to be kept as they are. */
export function passAnything(bytes: Uint8Array, start: number, depth: number): number {
  const byte = bytes[start] ?? ZERO;
  return byte === MINUS || isDigit(byte) ? passInteger(bytes, start) : passValue(bytes, start, depth + 1);
}

type Pass = (bytes: Uint8Array, start: number, depth: number) => number;

function passNamed(bytes: Uint8Array, start: number, depth: number, pass: Pass): number {
  let set = 0;
  let at = firstKey(bytes, start);
  while (at > 0) {
    at = passName(bytes, at);
    if (at === DOUBT) return DOUBT;
    at = pass(bytes, at, depth + 1);
    if (at === DOUBT) return DOUBT;
    set = 1;
    at = nextKey(bytes, at);
  }
  return at === DOUBT ? DOUBT : 2 * ~at + set;
}

/** An object of anything. */
export function passFree(bytes: Uint8Array, start: number, depth: number): number {
  return passNamed(bytes, start, depth, passValue);
}

/** The same, where it is only one of several types and need not have anything in it. */
export function passFreeValue(bytes: Uint8Array, start: number, depth: number): number {
  const end = passFree(bytes, start, depth);
  return end === DOUBT ? DOUBT : end >> 1;
}

/** Values of labels are texts of at most 1024 bytes, numbers, booleans or null. */
export function passLabels(bytes: Uint8Array, start: number, depth: number): number {
  return passNamed(bytes, start, depth, passLabel);
}

function passLabel(bytes: Uint8Array, start: number): number {
  const byte = bytes[start] ?? 0;
  if (byte === QUOTE) return passTextUpTo(bytes, start, 1024);
  if (byte === MINUS || isDigit(byte)) return passNumber(bytes, start);
  return isNull(bytes, start) ? start + NULL_LENGTH : passFlag(bytes, start);
}

/** Texts, or lists of texts, by name. */
export function passHeaders(bytes: Uint8Array, start: number, depth: number): number {
  const end = passNamed(bytes, start, depth, passHeader);
  return end === DOUBT ? DOUBT : end >> 1;
}

function passHeader(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== OPEN_LIST) return passText(bytes, start);
  let at = firstElement(bytes, start);
  while (at > 0) {
    at = passText(bytes, at);
    if (at === DOUBT) return DOUBT;
    at = nextElement(bytes, at);
  }
  return at === DOUBT ? DOUBT : ~at;
}

/** Numbers by group and name. */
export function passMarks(bytes: Uint8Array, start: number, depth: number): number {
  return passNamed(bytes, start, depth, passMarkGroup);
}

function passMarkGroup(bytes: Uint8Array, start: number, depth: number): number {
  if (isNull(bytes, start)) return start + NULL_LENGTH;
  const end = passNamed(bytes, start, depth, passMark);
  return end === DOUBT ? DOUBT : end >> 1;
}

function passMark(bytes: Uint8Array, start: number): number {
  return isNull(bytes, start) ? start + NULL_LENGTH : passNumber(bytes, start);
}

/** Passes the name of a metric up to its value: no `*`, and nothing that could stand for a quote. */
export function passMetricName(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at] ?? 0; byte !== QUOTE; byte = bytes[at] ?? 0) {
    if (byte < SPACE || byte === ASTERISK || !isPlain(byte)) return DOUBT;
    at += 1;
  }
  return passColon(bytes, at + 1);
}
