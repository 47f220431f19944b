import { microsecondsOf } from '../decode/timestamp.ts';
import { DOUBT, END, firstElement, firstName, nextElement, nextName } from './steps.ts';
import {
  FALSE,
  here,
  MINUS,
  NULL,
  OPEN,
  OPEN_LIST,
  passInteger,
  passNumber,
  passText,
  passValue,
  passWord,
  QUOTE,
  readInteger,
  TRUE,
} from './tokens.ts';

/* The values of the event model, as `rules-v2.ts` names them. Each passes one that is certain to be right, or is in doubt. */

/** 0: equals absent (`{}`, `null`, nothing known in it); 1: certain to decode and to satisfy its rules; 2: for the thorough way to decide. */
export type Verdict = 0 | 1 | 2;

/** What a scan notes of the event itself, for whoever counts it. */
export const noted = {
  /** Where the trace id stands; -1 where there is none. */
  traceFrom: -1,
  traceTo: -1,
  /** Microseconds since the epoch, NaN where there is no time. */
  momentUs: Number.NaN,
  /** Whether a metricset names a transaction. */
  isOfTransaction: false,
};

const OUTCOMES: readonly Uint8Array[] = ['', 'success', 'failure', 'unknown'].map((word) => Buffer.from(word));
const ASTERISK = 42;
const PLUS = 43;
const UNDERSCORE = 95;

/** `null`, which equals absent. */
export const isNull = (): boolean => passWord(NULL);

/** A text. */
export const isAnyText = passText;

/** A text of at most `max` bytes, of which there are never fewer than code points. */
export function isText(max: number): boolean {
  return passText() && here.to - here.from <= max;
}

/** Whether the text that was passed last has anything in it. */
export const isNotEmpty = (): boolean => here.to > here.from;

/** The trace id of an event. */
export function isTrace(max: number): boolean {
  if (!isText(max) || !here.isPlain) return false;
  noted.traceFrom = here.from;
  noted.traceTo = here.to;
  return true;
}

/** Letters, digits, space, `_` and `-`. */
export function isName(max: number): boolean {
  return isText(max) && here.isPlain && isMadeOf(isNameByte);
}

function isMadeOf(isRight: (byte: number) => boolean): boolean {
  const { bytes, from, to } = here;
  for (let at = from; at < to; at += 1) if (!isRight(bytes[at] ?? 0)) return false;
  return true;
}

function isNameByte(byte: number): boolean {
  const letter = byte | 32;
  return isDigit(byte) || (letter >= 97 && letter <= 122) || byte === 32 || byte === MINUS || byte === UNDERSCORE;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** success, failure, unknown or nothing. */
export function isOutcome(): boolean {
  if (!passText()) return false;
  const { bytes, from, to } = here;
  return OUTCOMES.some(
    (word) => word.length === to - from && word.every((byte, index) => bytes[from + index] === byte),
  );
}

/** A text that reads as an int64. */
export function isIntegerText(max: number): boolean {
  if (!isText(max) || !here.isPlain) return false;
  const { bytes, from, to } = here;
  const isSigned = bytes[from] === PLUS || bytes[from] === MINUS;
  const digits = to - from - (isSigned ? 1 : 0);
  if (isSigned) here.from += 1;
  return digits > 0 && digits <= 18 && isMadeOf(isDigit);
}

/** `true` or `false`. */
export const isFlag = (): boolean => passWord(TRUE) || passWord(FALSE);

export const isInteger = passInteger;

/** An integer not below `min`. */
export function isIntegerFrom(min: number): boolean {
  return readInteger() && here.number >= min;
}

/** A uint64. */
export function isNatural(): boolean {
  return here.bytes[here.at] !== MINUS && passInteger();
}

export const isNumber = passNumber;

/** A number that is not negative; -0 is in doubt. */
export function isNumberFromZero(): boolean {
  return here.bytes[here.at] !== MINUS && passNumber();
}

/** Microseconds, or a text that the real server reads as a time. */
export function isMoment(): boolean {
  return momentHere() !== null;
}

/** The time of an event. */
export function isOwnMoment(): boolean {
  const momentUs = momentHere();
  if (momentUs === null) return false;
  noted.momentUs = momentUs;
  return true;
}

function momentHere(): number | null {
  if (here.bytes[here.at] !== QUOTE) return readInteger() ? here.number : null;
  return passText() && here.isPlain
    ? microsecondsOf(String.fromCharCode(...here.bytes.subarray(here.from, here.to)))
    : null;
}

/** The transaction that a metricset is of: such a metricset may be dropped, which its values decide. */
export function noteTransaction(): true {
  noted.isOfTransaction = true;
  return true;
}

/** A value of any type; a number has to be an integer, since only such are certain to be kept as they are. */
export function isAnything(depth: number): boolean {
  const byte = here.bytes[here.at] ?? 0;
  return byte === MINUS || isDigit(byte) ? passInteger() : passValue(depth);
}

/** Whether a text stands here, for values that may be of several types. */
export const isTextNext = (): boolean => here.bytes[here.at] === QUOTE;

/** Whether an object stands here. */
export const isObjectNext = (): boolean => here.bytes[here.at] === OPEN;

/** An object of anything. */
export function passFree(depth: number): Verdict {
  return passNamed(() => passValue(depth + 1));
}

/** Values of labels are texts of at most 1024 bytes, numbers, booleans or null. */
export function passLabels(): Verdict {
  return passNamed(isLabel);
}

function isLabel(): boolean {
  if (isTextNext()) return isText(1024);
  return isNull() || isFlag() || passNumber();
}

/** Texts, or lists of texts, by name. */
export function isHeaders(): boolean {
  return passNamed(isHeader) !== 2;
}

function isHeader(): boolean {
  if (here.bytes[here.at] !== OPEN_LIST) return passText();
  let step = firstElement();
  for (; step > END; step = nextElement()) if (!passText()) return false;
  return step === END;
}

/** Numbers by group and name. */
export function passMarks(): Verdict {
  return passNamed(isMarkGroup);
}

function isMarkGroup(): boolean {
  return isNull() || passNamed(isMark) !== 2;
}

function isMark(): boolean {
  return isNull() || passNumber();
}

function passNamed(isRight: () => boolean): Verdict {
  let set: Verdict = 0;
  let step = firstName();
  for (; step > END; step = nextName()) {
    if (!isRight()) return 2;
    set = 1;
  }
  return step === DOUBT ? 2 : set;
}

/** Whether the name that was read last may be that of a metric: no `*`, and nothing that could stand for a quote. */
export function isMetricName(): boolean {
  const { bytes, from, to, isPlain } = here;
  if (!isPlain) return false;
  for (let at = from; at < to; at += 1) if (bytes[at] === ASTERISK) return false;
  return true;
}
