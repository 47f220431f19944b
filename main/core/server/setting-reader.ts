import { Secret } from '../../contract/index.ts';
import { type ConfigEntries, type ConfigNode, nodeAt } from './config-entries.ts';
import { ConfigMistake, type Position } from './config-mistake.ts';
import { goDurationMs } from './go-duration.ts';
import { goInteger } from './go-number.ts';
import { knownSetting } from './known-settings.ts';
import { type Resolved, type ResolvedValue, resolvedText, resolveNode, type Sources } from './resolve-value.ts';

/** Reads single settings of a section, each by its kind; null where it is not set. Throws `ConfigMistake`. */
export interface SettingReader {
  /** Whether the file names it, be it with nothing behind it. */
  isNamed(key: string): boolean;
  boolean(key: string): boolean | null;
  integer(key: string): number | null;
  milliseconds(key: string): number | null;
  /** A whole number that stands for a name, by `names`, is read as that name. */
  text(key: string, names?: NumberedNames): string | null;
  /** A single text is a list of one, as with the real server. */
  texts(key: string, names?: NumberedNames): readonly string[] | null;
  headers(key: string): Readonly<Record<string, readonly string[]>> | null;
  secret(key: string): { readonly secret: Secret; readonly at: Position; readonly isChanged: boolean } | null;
  /** Whether it stands in the file as it is: what a reference brings may be a secret, and comes into no message. */
  mayQuote(key: string): boolean;
  /** Where a setting stands, for a mistake that only its reader can see. */
  at(key: string): Position;
}

/** What the real server also takes a number for (elastic-agent-libs, `transport/tlscommon`), where it is written as one: text that looks like it does not count. */
export type NumberedNames = ReadonlyMap<number, string>;

const LARGEST = 2_147_483_647;
const PARSED_TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const PARSED_FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** `note` is told what is read otherwise than it looks, in a sentence without a value of the file. */
export function settingReader(
  section: ConfigEntries,
  sources: Sources,
  note: (at: Position, sentence: string) => void,
): SettingReader {
  const find = (key: string): Resolved | null => {
    const node = nodeAt(section, key.split('.'));
    if (node === null) return null;
    const resolved = resolveNode(node, sources);
    return resolved.kind === 'value' && resolved.value === null && !resolved.isReferenced ? null : resolved;
  };
  const single = (key: string, wanted: string): ResolvedValue | null => {
    const found = find(key);
    if (found === null || found.kind === 'value') return found;
    throw wrong(key, found, wanted, found.kind === 'map' ? 'a section' : 'a list');
  };
  const textsOf = (found: Resolved, key: string, names?: NumberedNames): string[] => {
    if (found.kind === 'value') return found.value === null ? [] : [textOf(found, names)];
    if (found.kind === 'map') throw wrong(key, found, 'a list of texts', 'a section');
    return found.items.map((item) => {
      const resolved = resolveNode(item, sources);
      if (resolved.kind === 'value') return textOf(resolved, names);
      throw wrong(key, resolved, 'a list of texts', 'a list of lists or sections');
    });
  };

  return {
    isNamed: (key) => nodeAt(section, key.split('.')) !== null,
    boolean: (key) => {
      const found = single(key, 'true or false');
      if (found === null) return null;
      if (typeof found.value === 'boolean') return found.value;
      if (typeof found.value === 'string' && PARSED_TRUE.has(found.value)) return true;
      if (typeof found.value === 'string' && PARSED_FALSE.has(found.value)) return false;
      throw wrong(key, found, 'true or false');
    },
    integer: (key) => {
      const found = single(key, 'a whole number');
      if (found === null) return null;
      const whole = wholeNumber(found);
      if (whole === null) throw wrong(key, found, 'a whole number');
      const { least, standard = '0' } = knownSetting(key) ?? {};
      if (least !== undefined && whole < least)
        throw new ConfigMistake(found.at, `"${key}" must be ${least} at least`, `Its default is ${standard}.`);
      // What is larger is without a limit in practice, and fits the parts of Node.js that take it.
      return Math.max(-LARGEST, Math.min(LARGEST, whole));
    },
    milliseconds: (key) => {
      const wanted = 'a span of time such as 30s or 1m30s';
      const found = single(key, wanted);
      if (found === null) return null;
      // A number is seconds where it stands in the file itself; what a reference brings is read as a text, which needs a unit.
      const isNumber = typeof found.value === 'number' || typeof found.value === 'bigint';
      const ms = isNumber && !found.isReferenced ? Number(found.value) * 1000 : goDurationMs(resolvedText(found));
      if (ms === null || Number.isNaN(ms)) throw wrong(key, found, wanted);
      // Go takes zero and less for "without a limit"; timers hold no more than 24 days.
      return Math.min(LARGEST, Math.max(0, ms));
    },
    text: (key, names) => {
      const found = single(key, 'a text');
      return found === null ? null : textOf(found, names);
    },
    texts: (key, names) => {
      const found = find(key);
      return found === null ? null : textsOf(found, key, names);
    },
    headers: (key) => {
      const found = find(key);
      if (found === null) return null;
      if (found.kind === 'value' && found.value === null) return {};
      if (found.kind !== 'map') throw wrong(key, found, 'a section of header names and values', 'something else');
      const headers = [...found.entries].map(([name, { keyAt, node }]): [string, readonly string[]] => {
        const resolved = resolveNode(node, sources);
        if (resolved.kind === 'map') {
          note(keyAt, `"${key}": APM Server splits the name of a header at its dots, and sends nothing for this one.`);
          return [name, []];
        }
        const values = textsOf(resolved, `${key}.${name}`);
        if (/^[!#$%&'*+.^_`|~\w-]+$/.test(name) && values.every((value) => !/[^\t\x20-\x7e\x80-\xff]/.test(value)))
          return [name, values];
        throw new ConfigMistake(
          keyAt,
          `A header of "${key}" cannot be sent`,
          'Use a name of letters, digits and dashes, and a value in one line.',
        );
      });
      return Object.fromEntries(headers);
    },
    secret: (key) => {
      const found = single(key, 'a text');
      if (found === null) return null;
      const text = resolvedText(found);
      return { secret: new Secret(text), at: found.at, isChanged: text !== found.written };
    },
    mayQuote: (key) => !hasReference(nodeAt(section, key.split('.'))),
    at: (key) => nodeAt(section, key.split('.'))?.at ?? { line: 1, column: 1 },
  };
}

function hasReference(node: ConfigNode | null): boolean {
  if (node === null) return false;
  if (node.kind === 'list') return node.items.some(hasReference);
  return node.kind === 'value' && typeof node.value === 'string' && node.value.includes('$');
}

/** Whole numbers are `bigint` here, and those with a fraction name nothing. */
function textOf(found: ResolvedValue, names?: NumberedNames): string {
  const name = typeof found.value === 'bigint' ? names?.get(Number(found.value)) : undefined;
  return name ?? resolvedText(found);
}

/** Floats lose their fraction; a text must be an integer as Go writes one. Null for what is none of 64 bits. */
function wholeNumber({ value }: ResolvedValue): number | null {
  const integer = typeof value === 'string' ? goInteger(value) : typeof value === 'bigint' ? value : null;
  if (integer !== null) return integer < 2n ** 63n ? Number(integer) : null;
  return typeof value === 'number' && Math.abs(value) <= 2 ** 63 ? Math.trunc(value) : null;
}

/** Neither a secret nor what a reference brought is quoted. */
function wrong(key: string, found: Resolved, wanted: string, instead?: string): ConfigMistake {
  const known = knownSetting(key);
  const isOpen = found.kind === 'value' && !found.isReferenced && known !== null && known.kind !== 'secret';
  const what = instead ?? (isOpen && found.kind === 'value' ? `"${found.written.slice(0, 40)}"` : 'something else');
  const fix = known === null ? `Write ${wanted}.` : `Write ${wanted}; the default is ${known.standard}.`;
  return new ConfigMistake(found.at, `"${key}" takes ${wanted}, and here is ${what}`, fix);
}
