import { quoteDockerfile } from '../../quote/dockerfile.ts';
import { wholeLines } from '../lines-of.ts';
import { quotePlain } from '../quote-plain.ts';
import { readAs } from '../read-as.ts';
import type { Reader } from '../reader.ts';
import type { WrittenSetting } from '../written-setting.ts';
import { posixWord } from './shell-words.ts';
import { systemProperties } from './system-properties.ts';

/** An instruction with the lines that a backslash joins to it. */
const INSTRUCTION = /^[ \t]*(?:ENV|ARG)[ \t]+((?:[^\n]*\\[ \t]*\r?\n)*[^\n]*)/gim;
const PAIR = /(?<=^|\s)([A-Za-z_]\w*)=/g;

/** `ENV` and `ARG` of a Dockerfile, in both spellings, and the options of a Java in its commands. */
export const dockerfile: Reader = {
  id: 'dockerfile',
  title: 'a Dockerfile',
  matches: (name) => /^(dockerfile|containerfile)(\..+)?$|\.(dockerfile|containerfile)$/.test(name),
  read: (text) => {
    const found = [...text.matchAll(INSTRUCTION)].flatMap((match) => {
      const [all, body = ''] = match;
      return pairsIn(text, match.index + all.length - body.length, match.index + all.length);
    });
    return [...found, ...systemProperties(text, found).map((each) => ({ ...each, inContainer: true }))];
  },
};

function pairsIn(text: string, from: number, to: number): WrittenSetting[] {
  const old = /^([A-Za-z_]\w*)[ \t]+(?=[^\s=])/.exec(text.slice(from, to));
  const place = old === null ? null : from + old[0].length;
  if (old !== null && place !== null) {
    const written = text.slice(place, to).trimEnd();
    const whole = pair(text, old[1] ?? '', from, place, { end: place + written.length, value: written }, true);
    return [{ ...whole, quote: quotePlain }];
  }
  const pairs = [...text.slice(from, to).matchAll(PAIR)];
  let readTo = from;
  return pairs.flatMap((match) => {
    const start = from + match.index;
    const name = match[1] ?? '';
    if (start < readTo) return [];
    const word = posixWord(text.slice(0, to), start + name.length + 1);
    readTo = word.end;
    return [pair(text, name, start, start + name.length + 1, word, pairs.length === 1)];
  });
}

function pair(
  text: string,
  name: string,
  start: number,
  at: number,
  word: { readonly end: number; readonly value: string | null },
  isAlone: boolean,
): WrittenSetting {
  return readAs({
    name,
    value: word.value?.includes('$') === true ? null : word.value,
    nameSpan: { start, end: start + name.length },
    valueSpan: { start: at, end: word.end },
    ...(isAlone ? { wholeSpan: wholeLines(text, { start, end: word.end }) } : {}),
    inContainer: true,
    quote: quoteDockerfile,
  });
}
