/* Written by `npm run generate` from the rules of the event model (../../model/rules-v2.ts, ../../model/rules-rum-v3.ts). Not to be edited. */

import { firstElement, firstKey, nextElement, nextKey, passUnknown } from '../steps.ts';
import { DOUBT, isNull, DEEPEST, NULL_LENGTH, passColon, passFlag, passInteger, passNumber, passText, QUOTE } from '../tokens.ts';
import { noted, passAnything, passFree, passFreeValue, passHeaders, passIntegerFrom, passIntegerText, passLabels, passMarks, passMetricName, passNameUpTo, passNatural, passNumberFromZero, passOutcome, passOwnMoment, passSomeName, passSomeText, passTextUpTo, passTrace } from '../values.ts';


function v2_errorRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 101:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 114 && bytes[at + 3] === 111 && bytes[at + 4] === 114 && bytes[at + 5] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_errorEvent(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function v2_errorEvent(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 115 && bytes[at + 5] === 116 && bytes[at + 6] === 97 && bytes[at + 7] === 109 && bytes[at + 8] === 112 && bytes[at + 9] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOwnMoment(bytes, at);
            set |= 1;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 99 && bytes[at + 4] === 101 && bytes[at + 5] === 95 && bytes[at + 6] === 105 && bytes[at + 7] === 100 && bytes[at + 8] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passTrace(bytes, at, 1024);
            set |= 32;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 115 && bytes[at + 5] === 97 && bytes[at + 6] === 99 && bytes[at + 7] === 116 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 95 && bytes[at + 12] === 105 && bytes[at + 13] === 100 && bytes[at + 14] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 15] === 58 && (bytes[at + 16] ?? 0) > 32 ? at + 16 : passColon(bytes, at + 15);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 115 && bytes[at + 5] === 97 && bytes[at + 6] === 99 && bytes[at + 7] === 116 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_errorTransactionRef(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 256;
            at = end >> 1;
            noted.isOfTransaction = true;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_errorLog(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 108 && bytes[at + 3] === 112 && bytes[at + 4] === 114 && bytes[at + 5] === 105 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 116 && bytes[at + 4] === 101 && bytes[at + 5] === 120 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_context(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 512;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 114 && bytes[at + 3] === 101 && bytes[at + 4] === 110 && bytes[at + 5] === 116 && bytes[at + 6] === 95 && bytes[at + 7] === 105 && bytes[at + 8] === 100 && bytes[at + 9] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 120 && bytes[at + 2] === 99 && bytes[at + 3] === 101 && bytes[at + 4] === 112 && bytes[at + 5] === 116 && bytes[at + 6] === 105 && bytes[at + 7] === 111 && bytes[at + 8] === 110 && bytes[at + 9] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_errorException(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 128;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 8) === 8 && (set & 130) !== 0 && ((set & 96) === 0 || (set & 16) !== 0) && ((set & 80) === 0 || (set & 32) !== 0) ? 2 * ~at + 1 : DOUBT;
}

function v2_errorLog(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 108:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 118 && bytes[at + 3] === 101 && bytes[at + 4] === 108 && bytes[at + 5] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 103 && bytes[at + 4] === 101 && bytes[at + 5] === 114 && bytes[at + 6] === 95 && bytes[at + 7] === 110 && bytes[at + 8] === 97 && bytes[at + 9] === 109 && bytes[at + 10] === 101 && bytes[at + 11] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 115 && bytes[at + 4] === 97 && bytes[at + 5] === 103 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 114 && bytes[at + 3] === 97 && bytes[at + 4] === 109 && bytes[at + 5] === 95 && bytes[at + 6] === 109 && bytes[at + 7] === 101 && bytes[at + 8] === 115 && bytes[at + 9] === 115 && bytes[at + 10] === 97 && bytes[at + 11] === 103 && bytes[at + 12] === 101 && bytes[at + 13] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 14] === 58 && (bytes[at + 15] ?? 0) > 32 ? at + 15 : passColon(bytes, at + 14);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 99 && bytes[at + 4] === 107 && bytes[at + 5] === 116 && bytes[at + 6] === 114 && bytes[at + 7] === 97 && bytes[at + 8] === 99 && bytes[at + 9] === 101 && bytes[at + 10] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = v2_stacktraceFrame(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 16;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 4) === 4 ? 2 * ~at + 1 : DOUBT;
}

function v2_stacktraceFrame(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 118:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 108 && bytes[at + 3] === 101 && bytes[at + 4] === 110 && bytes[at + 5] === 97 && bytes[at + 6] === 109 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else if (bytes[at + 1] === 117 && bytes[at + 2] === 110 && bytes[at + 3] === 99 && bytes[at + 4] === 116 && bytes[at + 5] === 105 && bytes[at + 6] === 111 && bytes[at + 7] === 110 && bytes[at + 8] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 97:
        if (bytes[at + 1] === 98 && bytes[at + 2] === 115 && bytes[at + 3] === 95 && bytes[at + 4] === 112 && bytes[at + 5] === 97 && bytes[at + 6] === 116 && bytes[at + 7] === 104 && bytes[at + 8] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 108 && bytes[at + 2] === 97 && bytes[at + 3] === 115 && bytes[at + 4] === 115 && bytes[at + 5] === 110 && bytes[at + 6] === 97 && bytes[at + 7] === 109 && bytes[at + 8] === 101 && bytes[at + 9] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 8;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 116 && bytes[at + 4] === 101 && bytes[at + 5] === 120 && bytes[at + 6] === 116 && bytes[at + 7] === 95 && bytes[at + 8] === 108 && bytes[at + 9] === 105 && bytes[at + 10] === 110 && bytes[at + 11] === 101 && bytes[at + 12] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 13] === 58 && (bytes[at + 14] ?? 0) > 32 ? at + 14 : passColon(bytes, at + 13);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 16;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 108 && bytes[at + 3] === 110 && bytes[at + 4] === 111 && bytes[at + 5] === 34) {
          if ((seen & 1024) !== 0) return DOUBT;
          seen |= 1024;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 1024;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 117 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 95 && bytes[at + 5] === 99 && bytes[at + 6] === 111 && bytes[at + 7] === 110 && bytes[at + 8] === 116 && bytes[at + 9] === 101 && bytes[at + 10] === 120 && bytes[at + 11] === 116 && bytes[at + 12] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 13] === 58 && (bytes[at + 14] ?? 0) > 32 ? at + 14 : passColon(bytes, at + 13);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              step = passText(bytes, step);
              if (step === DOUBT) return DOUBT;
              set |= 128;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 101 && bytes[at + 3] === 95 && bytes[at + 4] === 99 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 116 && bytes[at + 8] === 101 && bytes[at + 9] === 120 && bytes[at + 10] === 116 && bytes[at + 11] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              step = passText(bytes, step);
              if (step === DOUBT) return DOUBT;
              set |= 256;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 110 && bytes[at + 3] === 101 && bytes[at + 4] === 110 && bytes[at + 5] === 111 && bytes[at + 6] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 512;
          }
        } else if (bytes[at + 1] === 105 && bytes[at + 2] === 98 && bytes[at + 3] === 114 && bytes[at + 4] === 97 && bytes[at + 5] === 114 && bytes[at + 6] === 121 && bytes[at + 7] === 95 && bytes[at + 8] === 102 && bytes[at + 9] === 114 && bytes[at + 10] === 97 && bytes[at + 11] === 109 && bytes[at + 12] === 101 && bytes[at + 13] === 34) {
          if ((seen & 2048) !== 0) return DOUBT;
          seen |= 2048;
          at = bytes[at + 14] === 58 && (bytes[at + 15] ?? 0) > 32 ? at + 15 : passColon(bytes, at + 14);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 2048;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 10) !== 0 ? 2 * ~at + 1 : DOUBT;
}

function v2_errorException(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 116 && bytes[at + 3] === 114 && bytes[at + 4] === 105 && bytes[at + 5] === 98 && bytes[at + 6] === 117 && bytes[at + 7] === 116 && bytes[at + 8] === 101 && bytes[at + 9] === 115 && bytes[at + 10] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = bytes[at] === QUOTE ? passTextUpTo(bytes, at, 1024) : passInteger(bytes, at);
            set |= 2;
          }
        } else if (bytes[at + 1] === 97 && bytes[at + 2] === 117 && bytes[at + 3] === 115 && bytes[at + 4] === 101 && bytes[at + 5] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = v2_errorException(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 4;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 99 && bytes[at + 4] === 107 && bytes[at + 5] === 116 && bytes[at + 6] === 114 && bytes[at + 7] === 97 && bytes[at + 8] === 99 && bytes[at + 9] === 101 && bytes[at + 10] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = v2_stacktraceFrame(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 8;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 115 && bytes[at + 4] === 97 && bytes[at + 5] === 103 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 16;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 117 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 104:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 110 && bytes[at + 3] === 100 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 128;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 80) !== 0 ? 2 * ~at + 1 : DOUBT;
}

function v2_errorTransactionRef(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 112 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_context(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 111 && bytes[at + 5] === 109 && bytes[at + 6] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 108 && bytes[at + 2] === 111 && bytes[at + 3] === 117 && bytes[at + 4] === 100 && bytes[at + 5] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextCloud(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 103 && bytes[at + 3] === 115 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passLabels(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 101 && bytes[at + 3] === 114 && bytes[at + 4] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_user(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 103 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextPage(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 113 && bytes[at + 3] === 117 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextRequest(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 64;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 112 && bytes[at + 4] === 111 && bytes[at + 5] === 110 && bytes[at + 6] === 115 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextResponse(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 256;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 115 && bytes[at + 4] === 97 && bytes[at + 5] === 103 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextMessage(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 128;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 103 && bytes[at + 2] === 101 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextServiceAgent(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 118 && bytes[at + 3] === 105 && bytes[at + 4] === 114 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 109 && bytes[at + 8] === 101 && bytes[at + 9] === 110 && bytes[at + 10] === 116 && bytes[at + 11] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 109 && bytes[at + 4] === 101 && bytes[at + 5] === 119 && bytes[at + 6] === 111 && bytes[at + 7] === 114 && bytes[at + 8] === 107 && bytes[at + 9] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextServiceFramework(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 110 && bytes[at + 3] === 103 && bytes[at + 4] === 117 && bytes[at + 5] === 97 && bytes[at + 6] === 103 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextServiceLanguage(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNameUpTo(bytes, at, 1024);
            set |= 32;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextServiceNode(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 64;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 111:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 105 && bytes[at + 3] === 103 && bytes[at + 4] === 105 && bytes[at + 5] === 110 && bytes[at + 6] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextServiceOrigin(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 128;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 110 && bytes[at + 3] === 116 && bytes[at + 4] === 105 && bytes[at + 5] === 109 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextServiceRuntime(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 256;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 114 && bytes[at + 3] === 103 && bytes[at + 4] === 101 && bytes[at + 5] === 116 && bytes[at + 6] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextServiceTarget(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 512;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 1024) !== 0) return DOUBT;
          seen |= 1024;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1024;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextServiceAgent(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 101:
        if (bytes[at + 1] === 112 && bytes[at + 2] === 104 && bytes[at + 3] === 101 && bytes[at + 4] === 109 && bytes[at + 5] === 101 && bytes[at + 6] === 114 && bytes[at + 7] === 97 && bytes[at + 8] === 108 && bytes[at + 9] === 95 && bytes[at + 10] === 105 && bytes[at + 11] === 100 && bytes[at + 12] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 13] === 58 && (bytes[at + 14] ?? 0) > 32 ? at + 14 : passColon(bytes, at + 13);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextServiceFramework(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextServiceLanguage(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextServiceNode(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 102 && bytes[at + 4] === 105 && bytes[at + 5] === 103 && bytes[at + 6] === 117 && bytes[at + 7] === 114 && bytes[at + 8] === 101 && bytes[at + 9] === 100 && bytes[at + 10] === 95 && bytes[at + 11] === 110 && bytes[at + 12] === 97 && bytes[at + 13] === 109 && bytes[at + 14] === 101 && bytes[at + 15] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 16] === 58 && (bytes[at + 17] ?? 0) > 32 ? at + 17 : passColon(bytes, at + 16);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextServiceOrigin(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextServiceRuntime(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextServiceTarget(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 3) !== 0 ? 2 * ~at + 1 : DOUBT;
}

function v2_contextCloud(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 111:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 105 && bytes[at + 3] === 103 && bytes[at + 4] === 105 && bytes[at + 5] === 110 && bytes[at + 6] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextCloudOrigin(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextCloudOrigin(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 99 && bytes[at + 2] === 99 && bytes[at + 3] === 111 && bytes[at + 4] === 117 && bytes[at + 5] === 110 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextCloudOriginAccount(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 100 && bytes[at + 6] === 101 && bytes[at + 7] === 114 && bytes[at + 8] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 103 && bytes[at + 3] === 105 && bytes[at + 4] === 111 && bytes[at + 5] === 110 && bytes[at + 6] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextCloudOriginService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextCloudOriginAccount(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextCloudOriginService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_user(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 100:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 109 && bytes[at + 3] === 97 && bytes[at + 4] === 105 && bytes[at + 5] === 110 && bytes[at + 6] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = bytes[at] === QUOTE ? passTextUpTo(bytes, at, 1024) : passInteger(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 109 && bytes[at + 2] === 97 && bytes[at + 3] === 105 && bytes[at + 4] === 108 && bytes[at + 5] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 101 && bytes[at + 3] === 114 && bytes[at + 4] === 110 && bytes[at + 5] === 97 && bytes[at + 6] === 109 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextPage(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 102 && bytes[at + 3] === 101 && bytes[at + 4] === 114 && bytes[at + 5] === 101 && bytes[at + 6] === 114 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 108 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextRequest(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 111 && bytes[at + 3] === 107 && bytes[at + 4] === 105 && bytes[at + 5] === 101 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 118 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 98:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 121 && bytes[at + 4] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = bytes[at] === QUOTE ? passText(bytes, at) : passFreeValue(bytes, at, depth);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 104:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 97 && bytes[at + 3] === 100 && bytes[at + 4] === 101 && bytes[at + 5] === 114 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passHeaders(bytes, at, depth);
            set |= 8;
          }
        } else if (bytes[at + 1] === 116 && bytes[at + 2] === 116 && bytes[at + 3] === 112 && bytes[at + 4] === 95 && bytes[at + 5] === 118 && bytes[at + 6] === 101 && bytes[at + 7] === 114 && bytes[at + 8] === 115 && bytes[at + 9] === 105 && bytes[at + 10] === 111 && bytes[at + 11] === 110 && bytes[at + 12] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 13] === 58 && (bytes[at + 14] ?? 0) > 32 ? at + 14 : passColon(bytes, at + 13);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 108 && bytes[at + 3] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextRequestURL(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 116 && bytes[at + 3] === 104 && bytes[at + 4] === 111 && bytes[at + 5] === 100 && bytes[at + 6] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 99 && bytes[at + 3] === 107 && bytes[at + 4] === 101 && bytes[at + 5] === 116 && bytes[at + 6] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextRequestSocket(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 128;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 64) === 64 ? 2 * ~at + 1 : DOUBT;
}

function v2_contextRequestURL(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 112:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 114 && bytes[at + 3] === 116 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = bytes[at] === QUOTE ? passIntegerText(bytes, at, 1024) : passInteger(bytes, at);
            set |= 1;
          }
        } else if (bytes[at + 1] === 97 && bytes[at + 2] === 116 && bytes[at + 3] === 104 && bytes[at + 4] === 110 && bytes[at + 5] === 97 && bytes[at + 6] === 109 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 116 && bytes[at + 4] === 111 && bytes[at + 5] === 99 && bytes[at + 6] === 111 && bytes[at + 7] === 108 && bytes[at + 8] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 108 && bytes[at + 3] === 108 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 104:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 115 && bytes[at + 3] === 104 && bytes[at + 4] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 110 && bytes[at + 5] === 97 && bytes[at + 6] === 109 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 119 && bytes[at + 3] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 97 && bytes[at + 3] === 114 && bytes[at + 4] === 99 && bytes[at + 5] === 104 && bytes[at + 6] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 128;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextRequestSocket(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 109 && bytes[at + 3] === 111 && bytes[at + 4] === 116 && bytes[at + 5] === 101 && bytes[at + 6] === 95 && bytes[at + 7] === 97 && bytes[at + 8] === 100 && bytes[at + 9] === 100 && bytes[at + 10] === 114 && bytes[at + 11] === 101 && bytes[at + 12] === 115 && bytes[at + 13] === 115 && bytes[at + 14] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 15] === 58 && (bytes[at + 16] ?? 0) > 32 ? at + 16 : passColon(bytes, at + 15);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 99 && bytes[at + 3] === 114 && bytes[at + 4] === 121 && bytes[at + 5] === 112 && bytes[at + 6] === 116 && bytes[at + 7] === 101 && bytes[at + 8] === 100 && bytes[at + 9] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextMessage(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 104:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 97 && bytes[at + 3] === 100 && bytes[at + 4] === 101 && bytes[at + 5] === 114 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passHeaders(bytes, at, depth);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 98:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 121 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 113:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 101 && bytes[at + 3] === 117 && bytes[at + 4] === 101 && bytes[at + 5] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextMessageQueue(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 117 && bytes[at + 3] === 116 && bytes[at + 4] === 105 && bytes[at + 5] === 110 && bytes[at + 6] === 103 && bytes[at + 7] === 95 && bytes[at + 8] === 107 && bytes[at + 9] === 101 && bytes[at + 10] === 121 && bytes[at + 11] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 97:
        if (bytes[at + 1] === 103 && bytes[at + 2] === 101 && bytes[at + 3] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextMessageAge(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextMessageQueue(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextMessageAge(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 109:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_contextResponse(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 104:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 97 && bytes[at + 3] === 100 && bytes[at + 4] === 101 && bytes[at + 5] === 114 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passHeaders(bytes, at, depth);
            set |= 1;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 97 && bytes[at + 3] === 100 && bytes[at + 4] === 101 && bytes[at + 5] === 114 && bytes[at + 6] === 115 && bytes[at + 7] === 95 && bytes[at + 8] === 115 && bytes[at + 9] === 101 && bytes[at + 10] === 110 && bytes[at + 11] === 116 && bytes[at + 12] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 13] === 58 && (bytes[at + 14] ?? 0) > 32 ? at + 14 : passColon(bytes, at + 13);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 116 && bytes[at + 4] === 117 && bytes[at + 5] === 115 && bytes[at + 6] === 95 && bytes[at + 7] === 99 && bytes[at + 8] === 111 && bytes[at + 9] === 100 && bytes[at + 10] === 101 && bytes[at + 11] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 115 && bytes[at + 5] === 102 && bytes[at + 6] === 101 && bytes[at + 7] === 114 && bytes[at + 8] === 95 && bytes[at + 9] === 115 && bytes[at + 10] === 105 && bytes[at + 11] === 122 && bytes[at + 12] === 101 && bytes[at + 13] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 14] === 58 && (bytes[at + 15] ?? 0) > 32 ? at + 15 : passColon(bytes, at + 14);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 99 && bytes[at + 3] === 111 && bytes[at + 4] === 100 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 95 && bytes[at + 8] === 98 && bytes[at + 9] === 111 && bytes[at + 10] === 100 && bytes[at + 11] === 121 && bytes[at + 12] === 95 && bytes[at + 13] === 115 && bytes[at + 14] === 105 && bytes[at + 15] === 122 && bytes[at + 16] === 101 && bytes[at + 17] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 99 && bytes[at + 3] === 111 && bytes[at + 4] === 100 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 95 && bytes[at + 8] === 98 && bytes[at + 9] === 111 && bytes[at + 10] === 100 && bytes[at + 11] === 121 && bytes[at + 12] === 95 && bytes[at + 13] === 115 && bytes[at + 14] === 105 && bytes[at + 15] === 122 && bytes[at + 16] === 101 && bytes[at + 17] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 110 && bytes[at + 3] === 105 && bytes[at + 4] === 115 && bytes[at + 5] === 104 && bytes[at + 6] === 101 && bytes[at + 7] === 100 && bytes[at + 8] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 116 && bytes[at + 3] === 97 && bytes[at + 4] === 100 && bytes[at + 5] === 97 && bytes[at + 6] === 116 && bytes[at + 7] === 97 && bytes[at + 8] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadata(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function v2_metadata(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 108:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 98 && bytes[at + 3] === 101 && bytes[at + 4] === 108 && bytes[at + 5] === 115 && bytes[at + 6] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passLabels(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 121 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 101 && bytes[at + 5] === 109 && bytes[at + 6] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataSystem(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 108 && bytes[at + 2] === 111 && bytes[at + 3] === 117 && bytes[at + 4] === 100 && bytes[at + 5] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataCloud(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 101 && bytes[at + 3] === 114 && bytes[at + 4] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_user(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 116 && bytes[at + 3] === 119 && bytes[at + 4] === 111 && bytes[at + 5] === 114 && bytes[at + 6] === 107 && bytes[at + 7] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_network(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 99 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataProcess(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 64;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 2) === 2 ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 103 && bytes[at + 2] === 101 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataServiceAgent(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 118 && bytes[at + 3] === 105 && bytes[at + 4] === 114 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 109 && bytes[at + 8] === 101 && bytes[at + 9] === 110 && bytes[at + 10] === 116 && bytes[at + 11] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 109 && bytes[at + 4] === 101 && bytes[at + 5] === 119 && bytes[at + 6] === 111 && bytes[at + 7] === 114 && bytes[at + 8] === 107 && bytes[at + 9] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataServiceFramework(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 110 && bytes[at + 3] === 103 && bytes[at + 4] === 117 && bytes[at + 5] === 97 && bytes[at + 6] === 103 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataServiceLanguage(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passSomeName(bytes, at, 1024);
            set |= 32;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataServiceNode(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 64;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 110 && bytes[at + 3] === 116 && bytes[at + 4] === 105 && bytes[at + 5] === 109 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataServiceRuntime(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 128;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 256;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 33) === 33 ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataServiceAgent(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 99 && bytes[at + 2] === 116 && bytes[at + 3] === 105 && bytes[at + 4] === 118 && bytes[at + 5] === 97 && bytes[at + 6] === 116 && bytes[at + 7] === 105 && bytes[at + 8] === 111 && bytes[at + 9] === 110 && bytes[at + 10] === 95 && bytes[at + 11] === 109 && bytes[at + 12] === 101 && bytes[at + 13] === 116 && bytes[at + 14] === 104 && bytes[at + 15] === 111 && bytes[at + 16] === 100 && bytes[at + 17] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 112 && bytes[at + 2] === 104 && bytes[at + 3] === 101 && bytes[at + 4] === 109 && bytes[at + 5] === 101 && bytes[at + 6] === 114 && bytes[at + 7] === 97 && bytes[at + 8] === 108 && bytes[at + 9] === 95 && bytes[at + 10] === 105 && bytes[at + 11] === 100 && bytes[at + 12] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 13] === 58 && (bytes[at + 14] ?? 0) > 32 ? at + 14 : passColon(bytes, at + 13);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passSomeText(bytes, at, 1024);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 12) === 12 ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataServiceFramework(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataServiceLanguage(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataServiceNode(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 102 && bytes[at + 4] === 105 && bytes[at + 5] === 103 && bytes[at + 6] === 117 && bytes[at + 7] === 114 && bytes[at + 8] === 101 && bytes[at + 9] === 100 && bytes[at + 10] === 95 && bytes[at + 11] === 110 && bytes[at + 12] === 97 && bytes[at + 13] === 109 && bytes[at + 14] === 101 && bytes[at + 15] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 16] === 58 && (bytes[at + 17] ?? 0) > 32 ? at + 17 : passColon(bytes, at + 16);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataServiceRuntime(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 3) === 3 ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataCloud(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 99 && bytes[at + 2] === 99 && bytes[at + 3] === 111 && bytes[at + 4] === 117 && bytes[at + 5] === 110 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataCloudAccount(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 118 && bytes[at + 2] === 97 && bytes[at + 3] === 105 && bytes[at + 4] === 108 && bytes[at + 5] === 97 && bytes[at + 6] === 98 && bytes[at + 7] === 105 && bytes[at + 8] === 108 && bytes[at + 9] === 105 && bytes[at + 10] === 116 && bytes[at + 11] === 121 && bytes[at + 12] === 95 && bytes[at + 13] === 122 && bytes[at + 14] === 111 && bytes[at + 15] === 110 && bytes[at + 16] === 101 && bytes[at + 17] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 97 && bytes[at + 5] === 110 && bytes[at + 6] === 99 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataCloudInstance(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 99 && bytes[at + 3] === 104 && bytes[at + 4] === 105 && bytes[at + 5] === 110 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataCloudMachine(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 106 && bytes[at + 4] === 101 && bytes[at + 5] === 99 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataCloudProject(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 100 && bytes[at + 6] === 101 && bytes[at + 7] === 114 && bytes[at + 8] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 103 && bytes[at + 3] === 105 && bytes[at + 4] === 111 && bytes[at + 5] === 110 && bytes[at + 6] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataCloudService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 128;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 32) === 32 ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataCloudAccount(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataCloudInstance(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataCloudMachine(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataCloudProject(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataCloudService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataSystem(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 99 && bytes[at + 3] === 104 && bytes[at + 4] === 105 && bytes[at + 5] === 116 && bytes[at + 6] === 101 && bytes[at + 7] === 99 && bytes[at + 8] === 116 && bytes[at + 9] === 117 && bytes[at + 10] === 114 && bytes[at + 11] === 101 && bytes[at + 12] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 13] === 58 && (bytes[at + 14] ?? 0) > 32 ? at + 14 : passColon(bytes, at + 13);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 102 && bytes[at + 4] === 105 && bytes[at + 5] === 103 && bytes[at + 6] === 117 && bytes[at + 7] === 114 && bytes[at + 8] === 101 && bytes[at + 9] === 100 && bytes[at + 10] === 95 && bytes[at + 11] === 104 && bytes[at + 12] === 111 && bytes[at + 13] === 115 && bytes[at + 14] === 116 && bytes[at + 15] === 110 && bytes[at + 16] === 97 && bytes[at + 17] === 109 && bytes[at + 18] === 101 && bytes[at + 19] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 20] === 58 && (bytes[at + 21] ?? 0) > 32 ? at + 21 : passColon(bytes, at + 20);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 116 && bytes[at + 4] === 97 && bytes[at + 5] === 105 && bytes[at + 6] === 110 && bytes[at + 7] === 101 && bytes[at + 8] === 114 && bytes[at + 9] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataSystemContainer(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 116 && bytes[at + 3] === 101 && bytes[at + 4] === 99 && bytes[at + 5] === 116 && bytes[at + 6] === 101 && bytes[at + 7] === 100 && bytes[at + 8] === 95 && bytes[at + 9] === 104 && bytes[at + 10] === 111 && bytes[at + 11] === 115 && bytes[at + 12] === 116 && bytes[at + 13] === 110 && bytes[at + 14] === 97 && bytes[at + 15] === 109 && bytes[at + 16] === 101 && bytes[at + 17] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 104:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 110 && bytes[at + 5] === 97 && bytes[at + 6] === 109 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 95 && bytes[at + 5] === 105 && bytes[at + 6] === 100 && bytes[at + 7] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 128;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 107:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 98 && bytes[at + 3] === 101 && bytes[at + 4] === 114 && bytes[at + 5] === 110 && bytes[at + 6] === 101 && bytes[at + 7] === 116 && bytes[at + 8] === 101 && bytes[at + 9] === 115 && bytes[at + 10] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataSystemKubernetes(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 108 && bytes[at + 2] === 97 && bytes[at + 3] === 116 && bytes[at + 4] === 102 && bytes[at + 5] === 111 && bytes[at + 6] === 114 && bytes[at + 7] === 109 && bytes[at + 8] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataSystemContainer(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataSystemKubernetes(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 115 && bytes[at + 5] === 112 && bytes[at + 6] === 97 && bytes[at + 7] === 99 && bytes[at + 8] === 101 && bytes[at + 9] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataSystemKubernetesNode(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metadataSystemKubernetesPod(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataSystemKubernetesNode(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataSystemKubernetesPod(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_network(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 110 && bytes[at + 4] === 101 && bytes[at + 5] === 99 && bytes[at + 6] === 116 && bytes[at + 7] === 105 && bytes[at + 8] === 111 && bytes[at + 9] === 110 && bytes[at + 10] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_networkConnection(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_networkConnection(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metadataProcess(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 103 && bytes[at + 3] === 118 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              step = passText(bytes, step);
              if (step === DOUBT) return DOUBT;
              set |= 1;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 116 && bytes[at + 3] === 108 && bytes[at + 4] === 101 && bytes[at + 5] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 4;
          }
        } else if (bytes[at + 1] === 112 && bytes[at + 2] === 105 && bytes[at + 3] === 100 && bytes[at + 4] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 4) === 4 ? 2 * ~at + 1 : DOUBT;
}

function v2_metricsetRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 116 && bytes[at + 3] === 114 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 115 && bytes[at + 7] === 101 && bytes[at + 8] === 116 && bytes[at + 9] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metricset(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function v2_metricset(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 115 && bytes[at + 5] === 116 && bytes[at + 6] === 97 && bytes[at + 7] === 109 && bytes[at + 8] === 112 && bytes[at + 9] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOwnMoment(bytes, at);
            set |= 1;
          }
        } else if (bytes[at + 1] === 97 && bytes[at + 2] === 103 && bytes[at + 3] === 115 && bytes[at + 4] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passLabels(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 115 && bytes[at + 5] === 97 && bytes[at + 6] === 99 && bytes[at + 7] === 116 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metricsetTransactionRef(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
            noted.isOfTransaction = true;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 112 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstKey(bytes, at);
            while (step > 0) {
              step = passMetricName(bytes, step);
              if (step === DOUBT) return DOUBT;
              const end = v2_metricsetSampleValue(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 2;
              step = nextKey(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 112 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metricsetSpanRef(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_metricsetServiceRef(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 97 && bytes[at + 3] === 115 && bytes[at + 4] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_faas(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 64;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 2) === 2 ? 2 * ~at + 1 : DOUBT;
}

function v2_metricsetSampleValue(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 105 && bytes[at + 3] === 116 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 108 && bytes[at + 3] === 117 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              step = passNumber(bytes, step);
              if (step === DOUBT) return DOUBT;
              set |= 4;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 97 && bytes[at + 2] === 108 && bytes[at + 3] === 117 && bytes[at + 4] === 101 && bytes[at + 5] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumber(bytes, at);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 117 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 115 && bytes[at + 6] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              step = passNatural(bytes, step);
              if (step === DOUBT) return DOUBT;
              set |= 8;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 20) !== 0 && ((set & 8) === 0 || (set & 4) !== 0) && ((set & 4) === 0 || (set & 8) !== 0) ? 2 * ~at + 1 : DOUBT;
}

function v2_metricsetSpanRef(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 115:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 98 && bytes[at + 3] === 116 && bytes[at + 4] === 121 && bytes[at + 5] === 112 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metricsetTransactionRef(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_metricsetServiceRef(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_faas(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 120 && bytes[at + 2] === 101 && bytes[at + 3] === 99 && bytes[at + 4] === 117 && bytes[at + 5] === 116 && bytes[at + 6] === 105 && bytes[at + 7] === 111 && bytes[at + 8] === 110 && bytes[at + 9] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 105 && bytes[at + 3] === 103 && bytes[at + 4] === 103 && bytes[at + 5] === 101 && bytes[at + 6] === 114 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_trigger(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 108 && bytes[at + 3] === 100 && bytes[at + 4] === 115 && bytes[at + 5] === 116 && bytes[at + 6] === 97 && bytes[at + 7] === 114 && bytes[at + 8] === 116 && bytes[at + 9] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_trigger(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 113 && bytes[at + 3] === 117 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 116 && bytes[at + 7] === 95 && bytes[at + 8] === 105 && bytes[at + 9] === 100 && bytes[at + 10] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_spanRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 115:
        if (bytes[at + 1] === 112 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_span(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function v2_span(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 115 && bytes[at + 5] === 116 && bytes[at + 6] === 97 && bytes[at + 7] === 109 && bytes[at + 8] === 112 && bytes[at + 9] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOwnMoment(bytes, at);
            set |= 1;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 99 && bytes[at + 4] === 101 && bytes[at + 5] === 95 && bytes[at + 6] === 105 && bytes[at + 7] === 100 && bytes[at + 8] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passTrace(bytes, at, 1024);
            set |= 8;
          }
        } else if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 2048) !== 0) return DOUBT;
          seen |= 2048;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2048;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 115 && bytes[at + 5] === 97 && bytes[at + 6] === 99 && bytes[at + 7] === 116 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 95 && bytes[at + 12] === 105 && bytes[at + 13] === 100 && bytes[at + 14] === 34) {
          if ((seen & 8192) !== 0) return DOUBT;
          seen |= 8192;
          at = bytes[at + 15] === 58 && (bytes[at + 16] ?? 0) > 32 ? at + 16 : passColon(bytes, at + 15);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8192;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 111:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 101 && bytes[at + 3] === 108 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_otel(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 117 && bytes[at + 2] === 116 && bytes[at + 3] === 99 && bytes[at + 4] === 111 && bytes[at + 5] === 109 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOutcome(bytes, at);
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 97:
        if (bytes[at + 1] === 99 && bytes[at + 2] === 116 && bytes[at + 3] === 105 && bytes[at + 4] === 111 && bytes[at + 5] === 110 && bytes[at + 6] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 104 && bytes[at + 2] === 105 && bytes[at + 3] === 108 && bytes[at + 4] === 100 && bytes[at + 5] === 95 && bytes[at + 6] === 105 && bytes[at + 7] === 100 && bytes[at + 8] === 115 && bytes[at + 9] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              step = passTextUpTo(bytes, step, 1024);
              if (step === DOUBT) return DOUBT;
              set |= 128;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 109 && bytes[at + 3] === 112 && bytes[at + 4] === 111 && bytes[at + 5] === 115 && bytes[at + 6] === 105 && bytes[at + 7] === 116 && bytes[at + 8] === 101 && bytes[at + 9] === 34) {
          if ((seen & 16384) !== 0) return DOUBT;
          seen |= 16384;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_spanComposite(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16384;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 116 && bytes[at + 4] === 101 && bytes[at + 5] === 120 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 32768) !== 0) return DOUBT;
          seen |= 32768;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_spanContext(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32768;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 114 && bytes[at + 3] === 101 && bytes[at + 4] === 110 && bytes[at + 5] === 116 && bytes[at + 6] === 95 && bytes[at + 7] === 105 && bytes[at + 8] === 100 && bytes[at + 9] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 256;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 110 && bytes[at + 3] === 107 && bytes[at + 4] === 115 && bytes[at + 5] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = v2_spanLink(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 512;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 99 && bytes[at + 4] === 107 && bytes[at + 5] === 116 && bytes[at + 6] === 114 && bytes[at + 7] === 97 && bytes[at + 8] === 99 && bytes[at + 9] === 101 && bytes[at + 10] === 34) {
          if ((seen & 1024) !== 0) return DOUBT;
          seen |= 1024;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = v2_stacktraceFrame(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 1024;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 117 && bytes[at + 2] === 98 && bytes[at + 3] === 116 && bytes[at + 4] === 121 && bytes[at + 5] === 112 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 4096) !== 0) return DOUBT;
          seen |= 4096;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4096;
          }
        } else if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 114 && bytes[at + 4] === 116 && bytes[at + 5] === 34) {
          if ((seen & 65536) !== 0) return DOUBT;
          seen |= 65536;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumber(bytes, at);
            set |= 65536;
          }
        } else if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 112 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 95 && bytes[at + 7] === 114 && bytes[at + 8] === 97 && bytes[at + 9] === 116 && bytes[at + 10] === 101 && bytes[at + 11] === 34) {
          if ((seen & 131072) !== 0) return DOUBT;
          seen |= 131072;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumber(bytes, at);
            set |= 131072;
          }
        } else if (bytes[at + 1] === 121 && bytes[at + 2] === 110 && bytes[at + 3] === 99 && bytes[at + 4] === 34) {
          if ((seen & 524288) !== 0) return DOUBT;
          seen |= 524288;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 524288;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 114 && bytes[at + 3] === 97 && bytes[at + 4] === 116 && bytes[at + 5] === 105 && bytes[at + 6] === 111 && bytes[at + 7] === 110 && bytes[at + 8] === 34) {
          if ((seen & 262144) !== 0) return DOUBT;
          seen |= 262144;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 262144;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 264492) === 264492 && (set & 65537) !== 0 ? 2 * ~at + 1 : DOUBT;
}

function v2_otel(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 116 && bytes[at + 3] === 114 && bytes[at + 4] === 105 && bytes[at + 5] === 98 && bytes[at + 6] === 117 && bytes[at + 7] === 116 && bytes[at + 8] === 101 && bytes[at + 9] === 115 && bytes[at + 10] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 112 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 95 && bytes[at + 5] === 107 && bytes[at + 6] === 105 && bytes[at + 7] === 110 && bytes[at + 8] === 100 && bytes[at + 9] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_spanLink(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 115:
        if (bytes[at + 1] === 112 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 95 && bytes[at + 5] === 105 && bytes[at + 6] === 100 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 99 && bytes[at + 4] === 101 && bytes[at + 5] === 95 && bytes[at + 6] === 105 && bytes[at + 7] === 100 && bytes[at + 8] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 3) === 3 ? 2 * ~at + 1 : DOUBT;
}

function v2_spanComposite(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 109 && bytes[at + 3] === 112 && bytes[at + 4] === 114 && bytes[at + 5] === 101 && bytes[at + 6] === 115 && bytes[at + 7] === 115 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 95 && bytes[at + 12] === 115 && bytes[at + 13] === 116 && bytes[at + 14] === 114 && bytes[at + 15] === 97 && bytes[at + 16] === 116 && bytes[at + 17] === 101 && bytes[at + 18] === 103 && bytes[at + 19] === 121 && bytes[at + 20] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 21] === 58 && (bytes[at + 22] ?? 0) > 32 ? at + 22 : passColon(bytes, at + 21);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 117 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passIntegerFrom(bytes, at, 2);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 109 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 7) === 7 ? 2 * ~at + 1 : DOUBT;
}

function v2_spanContext(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 103 && bytes[at + 3] === 115 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passLabels(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 115 && bytes[at + 4] === 97 && bytes[at + 5] === 103 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_contextMessage(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 98 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_spanContextDatabase(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 105 && bytes[at + 5] === 110 && bytes[at + 6] === 97 && bytes[at + 7] === 116 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_spanContextDestination(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 104:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 116 && bytes[at + 3] === 112 && bytes[at + 4] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_spanContextHTTP(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_spanContextDatabase(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 97 && bytes[at + 5] === 110 && bytes[at + 6] === 99 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 110 && bytes[at + 3] === 107 && bytes[at + 4] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 116 && bytes[at + 4] === 101 && bytes[at + 5] === 109 && bytes[at + 6] === 101 && bytes[at + 7] === 110 && bytes[at + 8] === 116 && bytes[at + 9] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 101 && bytes[at + 3] === 114 && bytes[at + 4] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 119 && bytes[at + 3] === 115 && bytes[at + 4] === 95 && bytes[at + 5] === 97 && bytes[at + 6] === 102 && bytes[at + 7] === 102 && bytes[at + 8] === 101 && bytes[at + 9] === 99 && bytes[at + 10] === 116 && bytes[at + 11] === 101 && bytes[at + 12] === 100 && bytes[at + 13] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 14] === 58 && (bytes[at + 15] ?? 0) > 32 ? at + 15 : passColon(bytes, at + 14);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_spanContextDestination(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_spanContextDestinationService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 97:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 100 && bytes[at + 3] === 114 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 114 && bytes[at + 3] === 116 && bytes[at + 4] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_spanContextDestinationService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 111 && bytes[at + 4] === 117 && bytes[at + 5] === 114 && bytes[at + 6] === 99 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 2) === 2 ? 2 * ~at + 1 : DOUBT;
}

function v2_spanContextHTTP(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 113 && bytes[at + 3] === 117 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_spanContextHTTPRequest(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 112 && bytes[at + 4] === 111 && bytes[at + 5] === 110 && bytes[at + 6] === 115 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_spanContextHTTPResponse(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 116 && bytes[at + 3] === 104 && bytes[at + 4] === 111 && bytes[at + 5] === 100 && bytes[at + 6] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 108 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 116 && bytes[at + 4] === 117 && bytes[at + 5] === 115 && bytes[at + 6] === 95 && bytes[at + 7] === 99 && bytes[at + 8] === 111 && bytes[at + 9] === 100 && bytes[at + 10] === 101 && bytes[at + 11] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_spanContextHTTPRequest(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 98:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 100 && bytes[at + 3] === 121 && bytes[at + 4] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passAnything(bytes, at, depth);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_spanContextHTTPResponse(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 104:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 97 && bytes[at + 3] === 100 && bytes[at + 4] === 101 && bytes[at + 5] === 114 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passHeaders(bytes, at, depth);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 99 && bytes[at + 3] === 111 && bytes[at + 4] === 100 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 95 && bytes[at + 8] === 98 && bytes[at + 9] === 111 && bytes[at + 10] === 100 && bytes[at + 11] === 121 && bytes[at + 12] === 95 && bytes[at + 13] === 115 && bytes[at + 14] === 105 && bytes[at + 15] === 122 && bytes[at + 16] === 101 && bytes[at + 17] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 99 && bytes[at + 3] === 111 && bytes[at + 4] === 100 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 95 && bytes[at + 8] === 98 && bytes[at + 9] === 111 && bytes[at + 10] === 100 && bytes[at + 11] === 121 && bytes[at + 12] === 95 && bytes[at + 13] === 115 && bytes[at + 14] === 105 && bytes[at + 15] === 122 && bytes[at + 16] === 101 && bytes[at + 17] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 116 && bytes[at + 4] === 117 && bytes[at + 5] === 115 && bytes[at + 6] === 95 && bytes[at + 7] === 99 && bytes[at + 8] === 111 && bytes[at + 9] === 100 && bytes[at + 10] === 101 && bytes[at + 11] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 115 && bytes[at + 5] === 102 && bytes[at + 6] === 101 && bytes[at + 7] === 114 && bytes[at + 8] === 95 && bytes[at + 9] === 115 && bytes[at + 10] === 105 && bytes[at + 11] === 122 && bytes[at + 12] === 101 && bytes[at + 13] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 14] === 58 && (bytes[at + 15] ?? 0) > 32 ? at + 15 : passColon(bytes, at + 14);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_transactionRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 115 && bytes[at + 5] === 97 && bytes[at + 6] === 99 && bytes[at + 7] === 116 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_transaction(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function v2_transaction(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 109:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 114 && bytes[at + 3] === 107 && bytes[at + 4] === 115 && bytes[at + 5] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passMarks(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 115 && bytes[at + 5] === 116 && bytes[at + 6] === 97 && bytes[at + 7] === 109 && bytes[at + 8] === 112 && bytes[at + 9] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOwnMoment(bytes, at);
            set |= 2;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 99 && bytes[at + 4] === 101 && bytes[at + 5] === 95 && bytes[at + 6] === 105 && bytes[at + 7] === 100 && bytes[at + 8] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passTrace(bytes, at, 1024);
            set |= 16;
          }
        } else if (bytes[at + 1] === 121 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 256;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 111:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 101 && bytes[at + 3] === 108 && bytes[at + 4] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_otel(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 117 && bytes[at + 2] === 116 && bytes[at + 3] === 99 && bytes[at + 4] === 111 && bytes[at + 5] === 109 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 2048) !== 0) return DOUBT;
          seen |= 2048;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOutcome(bytes, at);
            set |= 2048;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 110 && bytes[at + 3] === 107 && bytes[at + 4] === 115 && bytes[at + 5] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = v2_spanLink(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 8;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 114 && bytes[at + 3] === 101 && bytes[at + 4] === 110 && bytes[at + 5] === 116 && bytes[at + 6] === 95 && bytes[at + 7] === 105 && bytes[at + 8] === 100 && bytes[at + 9] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 128;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 117 && bytes[at + 4] === 108 && bytes[at + 5] === 116 && bytes[at + 6] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 512;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 112 && bytes[at + 4] === 112 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 95 && bytes[at + 8] === 115 && bytes[at + 9] === 112 && bytes[at + 10] === 97 && bytes[at + 11] === 110 && bytes[at + 12] === 115 && bytes[at + 13] === 95 && bytes[at + 14] === 115 && bytes[at + 15] === 116 && bytes[at + 16] === 97 && bytes[at + 17] === 116 && bytes[at + 18] === 115 && bytes[at + 19] === 34) {
          if ((seen & 1024) !== 0) return DOUBT;
          seen |= 1024;
          at = bytes[at + 20] === 58 && (bytes[at + 21] ?? 0) > 32 ? at + 21 : passColon(bytes, at + 20);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = v2_transactionDroppedSpanStats(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 1024;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 117 && bytes[at + 2] === 114 && bytes[at + 3] === 97 && bytes[at + 4] === 116 && bytes[at + 5] === 105 && bytes[at + 6] === 111 && bytes[at + 7] === 110 && bytes[at + 8] === 34) {
          if ((seen & 262144) !== 0) return DOUBT;
          seen |= 262144;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 262144;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 97 && bytes[at + 3] === 115 && bytes[at + 4] === 34) {
          if ((seen & 4096) !== 0) return DOUBT;
          seen |= 4096;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_faas(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4096;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 115 && bytes[at + 4] === 105 && bytes[at + 5] === 111 && bytes[at + 6] === 110 && bytes[at + 7] === 34) {
          if ((seen & 8192) !== 0) return DOUBT;
          seen |= 8192;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_transactionSession(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8192;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 112 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 95 && bytes[at + 5] === 99 && bytes[at + 6] === 111 && bytes[at + 7] === 117 && bytes[at + 8] === 110 && bytes[at + 9] === 116 && bytes[at + 10] === 34) {
          if ((seen & 65536) !== 0) return DOUBT;
          seen |= 65536;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_transactionSpanCount(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 65536;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 112 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 95 && bytes[at + 7] === 114 && bytes[at + 8] === 97 && bytes[at + 9] === 116 && bytes[at + 10] === 101 && bytes[at + 11] === 34) {
          if ((seen & 131072) !== 0) return DOUBT;
          seen |= 131072;
          at = bytes[at + 12] === 58 && (bytes[at + 13] ?? 0) > 32 ? at + 13 : passColon(bytes, at + 12);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumber(bytes, at);
            set |= 131072;
          }
        } else if (bytes[at + 1] === 97 && bytes[at + 2] === 109 && bytes[at + 3] === 112 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 34) {
          if ((seen & 524288) !== 0) return DOUBT;
          seen |= 524288;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 524288;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 116 && bytes[at + 4] === 101 && bytes[at + 5] === 120 && bytes[at + 6] === 116 && bytes[at + 7] === 34) {
          if ((seen & 16384) !== 0) return DOUBT;
          seen |= 16384;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_context(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16384;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 120 && bytes[at + 2] === 112 && bytes[at + 3] === 101 && bytes[at + 4] === 114 && bytes[at + 5] === 105 && bytes[at + 6] === 101 && bytes[at + 7] === 110 && bytes[at + 8] === 99 && bytes[at + 9] === 101 && bytes[at + 10] === 34) {
          if ((seen & 32768) !== 0) return DOUBT;
          seen |= 32768;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_transactionUserExperience(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32768;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 327984) === 327984 ? 2 * ~at + 1 : DOUBT;
}

function v2_transactionDroppedSpanStats(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 100:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 116 && bytes[at + 4] === 105 && bytes[at + 5] === 110 && bytes[at + 6] === 97 && bytes[at + 7] === 116 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 95 && bytes[at + 12] === 115 && bytes[at + 13] === 101 && bytes[at + 14] === 114 && bytes[at + 15] === 118 && bytes[at + 16] === 105 && bytes[at + 17] === 99 && bytes[at + 18] === 101 && bytes[at + 19] === 95 && bytes[at + 20] === 114 && bytes[at + 21] === 101 && bytes[at + 22] === 115 && bytes[at + 23] === 111 && bytes[at + 24] === 117 && bytes[at + 25] === 114 && bytes[at + 26] === 99 && bytes[at + 27] === 101 && bytes[at + 28] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 29] === 58 && (bytes[at + 30] ?? 0) > 32 ? at + 30 : passColon(bytes, at + 29);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else if (bytes[at + 1] === 117 && bytes[at + 2] === 114 && bytes[at + 3] === 97 && bytes[at + 4] === 116 && bytes[at + 5] === 105 && bytes[at + 6] === 111 && bytes[at + 7] === 110 && bytes[at + 8] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_transactionDroppedSpansDuration(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 95 && bytes[at + 8] === 116 && bytes[at + 9] === 97 && bytes[at + 10] === 114 && bytes[at + 11] === 103 && bytes[at + 12] === 101 && bytes[at + 13] === 116 && bytes[at + 14] === 95 && bytes[at + 15] === 116 && bytes[at + 16] === 121 && bytes[at + 17] === 112 && bytes[at + 18] === 101 && bytes[at + 19] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 20] === 58 && (bytes[at + 21] ?? 0) > 32 ? at + 21 : passColon(bytes, at + 20);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 514) return DOUBT;
            at = end;
            set |= 2;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 95 && bytes[at + 8] === 116 && bytes[at + 9] === 97 && bytes[at + 10] === 114 && bytes[at + 11] === 103 && bytes[at + 12] === 101 && bytes[at + 13] === 116 && bytes[at + 14] === 95 && bytes[at + 15] === 110 && bytes[at + 16] === 97 && bytes[at + 17] === 109 && bytes[at + 18] === 101 && bytes[at + 19] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 20] === 58 && (bytes[at + 21] ?? 0) > 32 ? at + 21 : passColon(bytes, at + 20);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 514) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 111:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 116 && bytes[at + 3] === 99 && bytes[at + 4] === 111 && bytes[at + 5] === 109 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOutcome(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_transactionDroppedSpansDuration(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 117 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passIntegerFrom(bytes, at, 1);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 109 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_transactionDroppedSpansDurationSum(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_transactionDroppedSpansDurationSum(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 117:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passIntegerFrom(bytes, at, 0);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_transactionSession(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 113 && bytes[at + 3] === 117 && bytes[at + 4] === 101 && bytes[at + 5] === 110 && bytes[at + 6] === 99 && bytes[at + 7] === 101 && bytes[at + 8] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passIntegerFrom(bytes, at, 1);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function v2_transactionUserExperience(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 108 && bytes[at + 2] === 115 && bytes[at + 3] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 110 && bytes[at + 3] === 103 && bytes[at + 4] === 116 && bytes[at + 5] === 97 && bytes[at + 6] === 115 && bytes[at + 7] === 107 && bytes[at + 8] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_longtaskMetrics(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 98 && bytes[at + 2] === 116 && bytes[at + 3] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function v2_longtaskMetrics(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 117 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passIntegerFrom(bytes, at, 0);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 120 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 109 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 7) === 7 ? 2 * ~at + 1 : DOUBT;
}

function v2_transactionSpanCount(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 100:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 112 && bytes[at + 4] === 112 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 97 && bytes[at + 3] === 114 && bytes[at + 4] === 116 && bytes[at + 5] === 101 && bytes[at + 6] === 100 && bytes[at + 7] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 2) === 2 ? 2 * ~at + 1 : DOUBT;
}

function v2_logRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 108:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_log(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function v2_log(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 108:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 98 && bytes[at + 3] === 101 && bytes[at + 4] === 108 && bytes[at + 5] === 115 && bytes[at + 6] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 7] === 58 && (bytes[at + 8] ?? 0) > 32 ? at + 8 : passColon(bytes, at + 7);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passLabels(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 34) {
          if ((seen & 1048576) !== 0) return DOUBT;
          seen |= 1048576;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            return DOUBT;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 46 && bytes[at + 4] === 108 && bytes[at + 5] === 101 && bytes[at + 6] === 118 && bytes[at + 7] === 101 && bytes[at + 8] === 108 && bytes[at + 9] === 34) {
          if ((seen & 2097152) !== 0) return DOUBT;
          seen |= 2097152;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2097152;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 46 && bytes[at + 4] === 108 && bytes[at + 5] === 111 && bytes[at + 6] === 103 && bytes[at + 7] === 103 && bytes[at + 8] === 101 && bytes[at + 9] === 114 && bytes[at + 10] === 34) {
          if ((seen & 4194304) !== 0) return DOUBT;
          seen |= 4194304;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4194304;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 46 && bytes[at + 4] === 111 && bytes[at + 5] === 114 && bytes[at + 6] === 105 && bytes[at + 7] === 103 && bytes[at + 8] === 105 && bytes[at + 9] === 110 && bytes[at + 10] === 46 && bytes[at + 11] === 102 && bytes[at + 12] === 105 && bytes[at + 13] === 108 && bytes[at + 14] === 101 && bytes[at + 15] === 46 && bytes[at + 16] === 110 && bytes[at + 17] === 97 && bytes[at + 18] === 109 && bytes[at + 19] === 101 && bytes[at + 20] === 34) {
          if ((seen & 8388608) !== 0) return DOUBT;
          seen |= 8388608;
          at = bytes[at + 21] === 58 && (bytes[at + 22] ?? 0) > 32 ? at + 22 : passColon(bytes, at + 21);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8388608;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 46 && bytes[at + 4] === 111 && bytes[at + 5] === 114 && bytes[at + 6] === 105 && bytes[at + 7] === 103 && bytes[at + 8] === 105 && bytes[at + 9] === 110 && bytes[at + 10] === 46 && bytes[at + 11] === 102 && bytes[at + 12] === 117 && bytes[at + 13] === 110 && bytes[at + 14] === 99 && bytes[at + 15] === 116 && bytes[at + 16] === 105 && bytes[at + 17] === 111 && bytes[at + 18] === 110 && bytes[at + 19] === 34) {
          if ((seen & 16777216) !== 0) return DOUBT;
          seen |= 16777216;
          at = bytes[at + 20] === 58 && (bytes[at + 21] ?? 0) > 32 ? at + 21 : passColon(bytes, at + 20);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 16777216;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 46 && bytes[at + 4] === 111 && bytes[at + 5] === 114 && bytes[at + 6] === 105 && bytes[at + 7] === 103 && bytes[at + 8] === 105 && bytes[at + 9] === 110 && bytes[at + 10] === 46 && bytes[at + 11] === 102 && bytes[at + 12] === 105 && bytes[at + 13] === 108 && bytes[at + 14] === 101 && bytes[at + 15] === 46 && bytes[at + 16] === 108 && bytes[at + 17] === 105 && bytes[at + 18] === 110 && bytes[at + 19] === 101 && bytes[at + 20] === 34) {
          if ((seen & 33554432) !== 0) return DOUBT;
          seen |= 33554432;
          at = bytes[at + 21] === 58 && (bytes[at + 22] ?? 0) > 32 ? at + 22 : passColon(bytes, at + 21);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 33554432;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 64:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 105 && bytes[at + 3] === 109 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 116 && bytes[at + 7] === 97 && bytes[at + 8] === 109 && bytes[at + 9] === 112 && bytes[at + 10] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOwnMoment(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            return DOUBT;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 46 && bytes[at + 8] === 110 && bytes[at + 9] === 97 && bytes[at + 10] === 109 && bytes[at + 11] === 101 && bytes[at + 12] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 13] === 58 && (bytes[at + 14] ?? 0) > 32 ? at + 14 : passColon(bytes, at + 13);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 46 && bytes[at + 8] === 118 && bytes[at + 9] === 101 && bytes[at + 10] === 114 && bytes[at + 11] === 115 && bytes[at + 12] === 105 && bytes[at + 13] === 111 && bytes[at + 14] === 110 && bytes[at + 15] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 16] === 58 && (bytes[at + 17] ?? 0) > 32 ? at + 17 : passColon(bytes, at + 16);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 46 && bytes[at + 8] === 101 && bytes[at + 9] === 110 && bytes[at + 10] === 118 && bytes[at + 11] === 105 && bytes[at + 12] === 114 && bytes[at + 13] === 111 && bytes[at + 14] === 110 && bytes[at + 15] === 109 && bytes[at + 16] === 101 && bytes[at + 17] === 110 && bytes[at + 18] === 116 && bytes[at + 19] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 20] === 58 && (bytes[at + 21] ?? 0) > 32 ? at + 21 : passColon(bytes, at + 20);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else if (bytes[at + 1] === 101 && bytes[at + 2] === 114 && bytes[at + 3] === 118 && bytes[at + 4] === 105 && bytes[at + 5] === 99 && bytes[at + 6] === 101 && bytes[at + 7] === 46 && bytes[at + 8] === 110 && bytes[at + 9] === 111 && bytes[at + 10] === 100 && bytes[at + 11] === 101 && bytes[at + 12] === 46 && bytes[at + 13] === 110 && bytes[at + 14] === 97 && bytes[at + 15] === 109 && bytes[at + 16] === 101 && bytes[at + 17] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else if (bytes[at + 1] === 112 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 46 && bytes[at + 5] === 105 && bytes[at + 6] === 100 && bytes[at + 7] === 34) {
          if ((seen & 131072) !== 0) return DOUBT;
          seen |= 131072;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 131072;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 114 && bytes[at + 3] === 111 && bytes[at + 4] === 114 && bytes[at + 5] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            return DOUBT;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 114 && bytes[at + 3] === 111 && bytes[at + 4] === 114 && bytes[at + 5] === 46 && bytes[at + 6] === 116 && bytes[at + 7] === 121 && bytes[at + 8] === 112 && bytes[at + 9] === 101 && bytes[at + 10] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 11] === 58 && (bytes[at + 12] ?? 0) > 32 ? at + 12 : passColon(bytes, at + 11);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 256;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 114 && bytes[at + 3] === 111 && bytes[at + 4] === 114 && bytes[at + 5] === 46 && bytes[at + 6] === 109 && bytes[at + 7] === 101 && bytes[at + 8] === 115 && bytes[at + 9] === 115 && bytes[at + 10] === 97 && bytes[at + 11] === 103 && bytes[at + 12] === 101 && bytes[at + 13] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 14] === 58 && (bytes[at + 15] ?? 0) > 32 ? at + 15 : passColon(bytes, at + 14);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 512;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 114 && bytes[at + 3] === 111 && bytes[at + 4] === 114 && bytes[at + 5] === 46 && bytes[at + 6] === 115 && bytes[at + 7] === 116 && bytes[at + 8] === 97 && bytes[at + 9] === 99 && bytes[at + 10] === 107 && bytes[at + 11] === 95 && bytes[at + 12] === 116 && bytes[at + 13] === 114 && bytes[at + 14] === 97 && bytes[at + 15] === 99 && bytes[at + 16] === 101 && bytes[at + 17] === 34) {
          if ((seen & 1024) !== 0) return DOUBT;
          seen |= 1024;
          at = bytes[at + 18] === 58 && (bytes[at + 19] ?? 0) > 32 ? at + 19 : passColon(bytes, at + 18);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1024;
          }
        } else if (bytes[at + 1] === 118 && bytes[at + 2] === 101 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 34) {
          if ((seen & 2048) !== 0) return DOUBT;
          seen |= 2048;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            return DOUBT;
          }
        } else if (bytes[at + 1] === 118 && bytes[at + 2] === 101 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 46 && bytes[at + 6] === 100 && bytes[at + 7] === 97 && bytes[at + 8] === 116 && bytes[at + 9] === 97 && bytes[at + 10] === 115 && bytes[at + 11] === 101 && bytes[at + 12] === 116 && bytes[at + 13] === 34) {
          if ((seen & 4096) !== 0) return DOUBT;
          seen |= 4096;
          at = bytes[at + 14] === 58 && (bytes[at + 15] ?? 0) > 32 ? at + 15 : passColon(bytes, at + 14);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4096;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 99 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 115 && bytes[at + 7] === 34) {
          if ((seen & 8192) !== 0) return DOUBT;
          seen |= 8192;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            return DOUBT;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 99 && bytes[at + 4] === 101 && bytes[at + 5] === 115 && bytes[at + 6] === 115 && bytes[at + 7] === 46 && bytes[at + 8] === 116 && bytes[at + 9] === 104 && bytes[at + 10] === 114 && bytes[at + 11] === 101 && bytes[at + 12] === 97 && bytes[at + 13] === 100 && bytes[at + 14] === 46 && bytes[at + 15] === 110 && bytes[at + 16] === 97 && bytes[at + 17] === 109 && bytes[at + 18] === 101 && bytes[at + 19] === 34) {
          if ((seen & 16384) !== 0) return DOUBT;
          seen |= 16384;
          at = bytes[at + 20] === 58 && (bytes[at + 21] ?? 0) > 32 ? at + 21 : passColon(bytes, at + 20);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16384;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 99 && bytes[at + 4] === 101 && bytes[at + 5] === 46 && bytes[at + 6] === 105 && bytes[at + 7] === 100 && bytes[at + 8] === 34) {
          if ((seen & 32768) !== 0) return DOUBT;
          seen |= 32768;
          at = bytes[at + 9] === 58 && (bytes[at + 10] ?? 0) > 32 ? at + 10 : passColon(bytes, at + 9);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32768;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 97 && bytes[at + 3] === 110 && bytes[at + 4] === 115 && bytes[at + 5] === 97 && bytes[at + 6] === 99 && bytes[at + 7] === 116 && bytes[at + 8] === 105 && bytes[at + 9] === 111 && bytes[at + 10] === 110 && bytes[at + 11] === 46 && bytes[at + 12] === 105 && bytes[at + 13] === 100 && bytes[at + 14] === 34) {
          if ((seen & 65536) !== 0) return DOUBT;
          seen |= 65536;
          at = bytes[at + 15] === 58 && (bytes[at + 16] ?? 0) > 32 ? at + 16 : passColon(bytes, at + 15);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 65536;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 115 && bytes[at + 4] === 97 && bytes[at + 5] === 103 && bytes[at + 6] === 101 && bytes[at + 7] === 34) {
          if ((seen & 262144) !== 0) return DOUBT;
          seen |= 262144;
          at = bytes[at + 8] === 58 && (bytes[at + 9] ?? 0) > 32 ? at + 9 : passColon(bytes, at + 8);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 262144;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 97 && bytes[at + 3] === 115 && bytes[at + 4] === 34) {
          if ((seen & 524288) !== 0) return DOUBT;
          seen |= 524288;
          at = bytes[at + 5] === 58 && (bytes[at + 6] ?? 0) > 32 ? at + 6 : passColon(bytes, at + 5);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = v2_faas(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 524288;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_errorRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 101:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_errorEvent(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_errorEvent(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 109 && bytes[at + 3] === 101 && bytes[at + 4] === 115 && bytes[at + 5] === 116 && bytes[at + 6] === 97 && bytes[at + 7] === 109 && bytes[at + 8] === 112 && bytes[at + 9] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 10] === 58 && (bytes[at + 11] ?? 0) > 32 ? at + 11 : passColon(bytes, at + 10);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOwnMoment(bytes, at);
            set |= 1;
          }
        } else if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passTrace(bytes, at, 1024);
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 103 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_errorLog(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 108 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else if (bytes[at + 1] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_context(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 512;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 120:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else if (bytes[at + 1] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_errorTransactionRef(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 256;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 120 && bytes[at + 2] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_errorException(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 128;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 8) === 8 && (set & 130) !== 0 && ((set & 96) === 0 || (set & 16) !== 0) && ((set & 80) === 0 || (set & 32) !== 0) ? 2 * ~at + 1 : DOUBT;
}

function rumv3_errorLog(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 108:
        if (bytes[at + 1] === 118 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else if (bytes[at + 1] === 110 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 103 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 109 && bytes[at + 2] === 103 && bytes[at + 3] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = rumv3_stacktraceFrame(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 16;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 4) === 4 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_stacktraceFrame(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 112 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else if (bytes[at + 1] === 108 && bytes[at + 2] === 105 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 4;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 256;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 8;
          }
        } else if (bytes[at + 1] === 110 && bytes[at + 2] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 99 && bytes[at + 3] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              step = passText(bytes, step);
              if (step === DOUBT) return DOUBT;
              set |= 64;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 99 && bytes[at + 3] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              step = passText(bytes, step);
              if (step === DOUBT) return DOUBT;
              set |= 128;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 512;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 8) === 8 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_errorException(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = bytes[at] === QUOTE ? passTextUpTo(bytes, at, 1024) : passInteger(bytes, at);
            set |= 2;
          }
        } else if (bytes[at + 1] === 97 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = rumv3_errorException(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 4;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 103 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 8;
          }
        } else if (bytes[at + 1] === 111 && bytes[at + 2] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = rumv3_stacktraceFrame(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 32;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 104:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 128;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 72) !== 0 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_errorTransactionRef(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 109 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_context(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 103:
        if (bytes[at + 1] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passLabels(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_user(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 113:
        if (bytes[at + 1] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextRequest(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 16;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextPage(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextResponse(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 64;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_contextService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextServiceAgent(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 119 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextServiceFramework(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextServiceLanguage(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNameUpTo(bytes, at, 1024);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextServiceRuntime(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_contextServiceAgent(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_contextServiceFramework(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_contextServiceLanguage(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_contextServiceRuntime(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_user(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 117:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else if (bytes[at + 1] === 110 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = bytes[at] === QUOTE ? passTextUpTo(bytes, at, 1024) : passInteger(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 109 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_contextRequest(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passFree(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 104:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passHeaders(bytes, at, depth);
            set |= 2;
          }
        } else if (bytes[at + 1] === 118 && bytes[at + 2] === 101 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 8) === 8 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_contextPage(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 114:
        if (bytes[at + 1] === 102 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 108 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_contextResponse(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 104:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passHeaders(bytes, at, depth);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 98 && bytes[at + 2] === 115 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 98 && bytes[at + 2] === 115 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 99 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metadataRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 109:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metadata(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metadata(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 108:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passLabels(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metadataService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_user(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_network(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 2) === 2 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metadataService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metadataServiceAgent(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 110 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 119 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metadataServiceFramework(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metadataServiceLanguage(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passSomeName(bytes, at, 1024);
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metadataServiceRuntime(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 32;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 17) === 17 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metadataServiceAgent(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passSomeText(bytes, at, 1024);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 3) === 3 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metadataServiceFramework(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metadataServiceLanguage(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metadataServiceRuntime(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 118:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 3) === 3 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_network(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_networkConnection(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_networkConnection(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 116:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_transactionRoot(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 120:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_transaction(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_transaction(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 107:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passMarks(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passTrace(bytes, at, 1024);
            set |= 2;
          }
        } else if (bytes[at + 1] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 121:
        if (bytes[at + 1] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = rumv3_span(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 8;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 99 && bytes[at + 2] === 34) {
          if ((seen & 8192) !== 0) return DOUBT;
          seen |= 8192;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_transactionSpanCount(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8192;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = rumv3_transactionMetricset(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 16;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 128;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 111:
        if (bytes[at + 1] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOutcome(bytes, at);
            set |= 256;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 512;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 115 && bytes[at + 3] === 34) {
          if ((seen & 1024) !== 0) return DOUBT;
          seen |= 1024;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_transactionSession(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1024;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 34) {
          if ((seen & 16384) !== 0) return DOUBT;
          seen |= 16384;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumber(bytes, at);
            set |= 16384;
          }
        } else if (bytes[at + 1] === 109 && bytes[at + 2] === 34) {
          if ((seen & 65536) !== 0) return DOUBT;
          seen |= 65536;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 65536;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 34) {
          if ((seen & 2048) !== 0) return DOUBT;
          seen |= 2048;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_context(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2048;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 120 && bytes[at + 2] === 112 && bytes[at + 3] === 34) {
          if ((seen & 4096) !== 0) return DOUBT;
          seen |= 4096;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_transactionUserExperience(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4096;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 34) {
          if ((seen & 32768) !== 0) return DOUBT;
          seen |= 32768;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 32768;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 41030) === 41030 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_span(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            let step = firstElement(bytes, at);
            while (step > 0) {
              const end = rumv3_stacktraceFrame(bytes, step, depth + 2);
              if (end === DOUBT || (end & 1) === 0) return DOUBT;
              step = end >> 1;
              set |= 2;
              step = nextElement(bytes, step);
            }
            if (step === DOUBT) return DOUBT;
            at = ~step;
          }
        } else if (bytes[at + 1] === 117 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 8;
          }
        } else if (bytes[at + 1] === 114 && bytes[at + 2] === 34) {
          if ((seen & 512) !== 0) return DOUBT;
          seen |= 512;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumber(bytes, at);
            set |= 512;
          }
        } else if (bytes[at + 1] === 34) {
          if ((seen & 1024) !== 0) return DOUBT;
          seen |= 1024;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumber(bytes, at);
            set |= 1024;
          }
        } else if (bytes[at + 1] === 121 && bytes[at + 2] === 34) {
          if ((seen & 4096) !== 0) return DOUBT;
          seen |= 4096;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passFlag(bytes, at);
            set |= 4096;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 97:
        if (bytes[at + 1] === 99 && bytes[at + 2] === 34) {
          if ((seen & 16) !== 0) return DOUBT;
          seen |= 16;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 16;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 32) !== 0) return DOUBT;
          seen |= 32;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 32;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 111:
        if (bytes[at + 1] === 34) {
          if ((seen & 64) !== 0) return DOUBT;
          seen |= 64;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passOutcome(bytes, at);
            set |= 64;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 99:
        if (bytes[at + 1] === 34) {
          if ((seen & 128) !== 0) return DOUBT;
          seen |= 128;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_spanContext(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 128;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 34) {
          if ((seen & 256) !== 0) return DOUBT;
          seen |= 256;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 256;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 34) {
          if ((seen & 2048) !== 0) return DOUBT;
          seen |= 2048;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 2048;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 3109) === 3109 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_spanContext(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 103:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passLabels(bytes, at, depth);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_spanContextService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 100:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_spanContextDestination(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 104:
        if (bytes[at + 1] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_spanContextHTTP(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_spanContextService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 97:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_contextServiceAgent(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNameUpTo(bytes, at, 1024);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_spanContextDestination(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_spanContextDestinationService(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 97:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 112:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_spanContextDestinationService(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 110:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 99 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 2) === 2 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_spanContextHTTP(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 109:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 117:
        if (bytes[at + 1] === 114 && bytes[at + 2] === 108 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 114:
        if (bytes[at + 1] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_spanContextHTTPResponse(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 4;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 99 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 8;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_spanContextHTTPResponse(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 100:
        if (bytes[at + 1] === 98 && bytes[at + 2] === 115 && bytes[at + 3] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 101:
        if (bytes[at + 1] === 98 && bytes[at + 2] === 115 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_transactionMetricset(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 121:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metricsetSpanRef(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_transactionMetricsetSamples(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 2) === 2 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metricsetSpanRef(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 115:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = passText(bytes, at);
            if (end - at > 1026) return DOUBT;
            at = end;
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_transactionMetricsetSamples(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 121:
        if (bytes[at + 1] === 115 && bytes[at + 2] === 99 && bytes[at + 3] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metricsetSampleValue(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 1;
            at = end >> 1;
          }
        } else if (bytes[at + 1] === 115 && bytes[at + 2] === 115 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_metricsetSampleValue(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 2;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_metricsetSampleValue(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 118:
        if (bytes[at + 1] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 2] === 58 && (bytes[at + 3] ?? 0) > 32 ? at + 3 : passColon(bytes, at + 2);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumber(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_transactionSession(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 105:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passText(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 101 && bytes[at + 2] === 113 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passIntegerFrom(bytes, at, 1);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 1) === 1 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_transactionUserExperience(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 108 && bytes[at + 2] === 115 && bytes[at + 3] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 102:
        if (bytes[at + 1] === 105 && bytes[at + 2] === 100 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 116:
        if (bytes[at + 1] === 98 && bytes[at + 2] === 116 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 108:
        if (bytes[at + 1] === 116 && bytes[at + 2] === 34) {
          if ((seen & 8) !== 0) return DOUBT;
          seen |= 8;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            const end = rumv3_longtaskMetrics(bytes, at, depth + 1);
            if (end === DOUBT) return DOUBT;
            set |= (end & 1) * 8;
            at = end >> 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return true ? 2 * ~at + 1 : DOUBT;
}

function rumv3_longtaskMetrics(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 99:
        if (bytes[at + 1] === 111 && bytes[at + 2] === 117 && bytes[at + 3] === 110 && bytes[at + 4] === 116 && bytes[at + 5] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 6] === 58 && (bytes[at + 7] ?? 0) > 32 ? at + 7 : passColon(bytes, at + 6);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passIntegerFrom(bytes, at, 0);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 109:
        if (bytes[at + 1] === 97 && bytes[at + 2] === 120 && bytes[at + 3] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 117 && bytes[at + 2] === 109 && bytes[at + 3] === 34) {
          if ((seen & 4) !== 0) return DOUBT;
          seen |= 4;
          at = bytes[at + 4] === 58 && (bytes[at + 5] ?? 0) > 32 ? at + 5 : passColon(bytes, at + 4);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passNumberFromZero(bytes, at);
            set |= 4;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 7) === 7 ? 2 * ~at + 1 : DOUBT;
}

function rumv3_transactionSpanCount(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let seen = 0;
  let set = 0;
  let at = bytes[start] === 123 && bytes[start + 1] === 34 ? start + 2 : firstKey(bytes, start);
  while (at > 0) {
    switch (bytes[at]) {
      case 100:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 1) !== 0) return DOUBT;
          seen |= 1;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 1;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      case 115:
        if (bytes[at + 1] === 100 && bytes[at + 2] === 34) {
          if ((seen & 2) !== 0) return DOUBT;
          seen |= 2;
          at = bytes[at + 3] === 58 && (bytes[at + 4] ?? 0) > 32 ? at + 4 : passColon(bytes, at + 3);
          if (at === DOUBT) return DOUBT;
          if (bytes[at] === 110 && isNull(bytes, at)) at += NULL_LENGTH;
          else {
            at = passInteger(bytes, at);
            set |= 2;
          }
        } else at = passUnknown(bytes, at, depth);
        break;
      default:
        at = passUnknown(bytes, at, depth);
    }
    if (at === DOUBT) return DOUBT;
    at = bytes[at] === 44 && bytes[at + 1] === 34 ? at + 2 : nextKey(bytes, at);
  }
  if (at === DOUBT) return DOUBT;
  if (set === 0) return 2 * ~at;
  return (set & 2) === 2 ? 2 * ~at + 1 : DOUBT;
}

/** By the key that opens a line, the scan of its whole object. */
export const SCANS: ReadonlyMap<string, (bytes: Uint8Array, start: number, depth: number) => number> = new Map([
  ['error', v2_errorRoot],
  ['metadata', v2_metadataRoot],
  ['metricset', v2_metricsetRoot],
  ['span', v2_spanRoot],
  ['transaction', v2_transactionRoot],
  ['log', v2_logRoot],
  ['e', rumv3_errorRoot],
  ['m', rumv3_metadataRoot],
  ['x', rumv3_transactionRoot],
]);
