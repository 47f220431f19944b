import { Secret } from '../../contract/index.ts';
import { type ConfigEntry, ConfigMistake, type Position } from './config-tree.ts';
import { type KnownSetting, SETTINGS } from './known-settings.ts';
import { nodeAt, primitiveText, type Resolved, resolveNode, type Sources } from './resolve-value.ts';

/** Reads single settings under `apm-server`, each by its kind; null where it is not set. Throws `ConfigMistake`. */
export interface SettingReader {
  boolean(key: string): boolean | null;
  integer(key: string): number | null;
  milliseconds(key: string): number | null;
  text(key: string): string | null;
  texts(key: string): readonly string[] | null;
  headers(key: string): Readonly<Record<string, readonly string[]>> | null;
  pattern(key: string): string | null;
  secret(key: string): { readonly secret: Secret; readonly at: Position; readonly isChanged: boolean } | null;
  /** Where a setting stands, for a mistake that only its reader can see. */
  at(key: string): Position;
}

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const LONGEST_MS = 2_147_483_647;
const PARSED_TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const PARSED_FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

export function settingReader(section: ReadonlyMap<string, ConfigEntry>, sources: Sources): SettingReader {
  const find = (key: string): Resolved | null => {
    const node = nodeAt(section, key.split('.'));
    if (node === null) return null;
    const resolved = resolveNode(node, sources);
    return resolved.kind === 'value' && resolved.value === null ? null : resolved;
  };
  const single = (key: string, wanted: string): Extract<Resolved, { kind: 'value' }> | null => {
    const found = find(key);
    if (found === null || found.kind === 'value') return found;
    throw wrong(key, found, wanted, 'a list or a section');
  };
  const number = (key: string, known: KnownSetting): number | null => {
    const found = single(key, 'a whole number');
    if (found === null) return null;
    const value = typeof found.value === 'string' ? Number(found.value || 'x') : found.value;
    const whole = typeof value === 'bigint' || typeof value === 'number' ? Math.trunc(Number(value)) : Number.NaN;
    if (Number.isNaN(whole)) throw wrong(key, found, 'a whole number');
    const { least = 0, most = LONGEST_MS } = known;
    if (whole >= least && whole <= most) return whole;
    throw new ConfigMistake(found.at, `"${key}" must be from ${least} to ${most}`, `Its default is ${known.standard}.`);
  };
  const textsOf = (found: Resolved, key: string): string[] => {
    if (found.kind === 'value') return [primitiveText(found.value)];
    if (found.kind === 'map') throw wrong(key, found, 'a list of texts', 'a section');
    return found.items.map((item) => {
      const resolved = resolveNode(item, sources);
      if (resolved.kind !== 'value') throw wrong(key, resolved, 'a list of texts', 'a list of lists or sections');
      return primitiveText(resolved.value);
    });
  };

  return {
    boolean: (key) => {
      const found = single(key, 'true or false');
      if (found === null) return null;
      if (typeof found.value === 'boolean') return found.value;
      if (typeof found.value === 'string' && PARSED_TRUE.has(found.value)) return true;
      if (typeof found.value === 'string' && PARSED_FALSE.has(found.value)) return false;
      throw wrong(key, found, 'true or false');
    },
    integer: (key) => number(key, knownSetting(key)),
    milliseconds: (key) => {
      const found = single(key, 'a span of time such as 30s');
      if (found === null) return null;
      const ms =
        typeof found.value === 'string'
          ? durationMs(found.value)
          : typeof found.value === 'boolean' || found.value === null
            ? null
            : Number(found.value) * 1000;
      if (ms === null || Number.isNaN(ms)) throw wrong(key, found, 'a span of time such as 30s or 1m30s');
      // Go takes zero and less for "without a limit"; timers hold no more than 24 days.
      return Math.min(LONGEST_MS, Math.max(0, ms));
    },
    text: (key) => {
      const found = single(key, 'a text');
      return found === null ? null : primitiveText(found.value);
    },
    texts: (key) => {
      const found = find(key);
      return found === null ? null : textsOf(found, key);
    },
    headers: (key) => {
      const found = find(key);
      if (found === null) return null;
      if (found.kind !== 'map') throw wrong(key, found, 'a section of header names and values', 'something else');
      const headers = flatHeaders(found.entries).map(([name, entry]): [string, readonly string[]] => {
        const values = textsOf(resolveNode(entry.node, sources), `${key}.${name}`);
        if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name) || values.some((value) => /[^\t\x20-\x7e\x80-\xff]/.test(value))) {
          throw new ConfigMistake(
            entry.keyAt,
            `"${name}" cannot be sent as a header`,
            'Use a name of letters, digits and dashes, and a value in one line.',
          );
        }
        return [name, values];
      });
      return Object.fromEntries(headers);
    },
    pattern: (key) => {
      const found = single(key, 'a regular expression');
      if (found === null) return null;
      const pattern = primitiveText(found.value);
      if (isPattern(pattern)) return pattern;
      throw new ConfigMistake(
        found.at,
        `"${key}" is no regular expression`,
        'Close its brackets, or put a backslash before a sign that is meant as it stands.',
      );
    },
    secret: (key) => {
      const found = single(key, 'a text');
      if (found === null) return null;
      const text = primitiveText(found.value);
      return { secret: new Secret(text), at: found.at, isChanged: text !== found.written };
    },
    at: (key) => nodeAt(section, key.split('.'))?.at ?? { line: 1, column: 1 },
  };
}

/** A span of time as Go writes it (`1m30s`, `500ms`), in milliseconds; null for anything else. */
export function durationMs(text: string): number | null {
  const [, sign, rest = ''] = /^([-+]?)(.*)$/.exec(text) ?? [];
  if (rest === '0') return 0;
  const pieces = [...rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)];
  if (pieces.length === 0 || pieces.map(([piece]) => piece).join('') !== rest) return null;
  const ms = pieces.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
  return sign === '-' ? -ms : ms;
}

function knownSetting(key: string): KnownSetting {
  return SETTINGS.find((setting) => setting.key === key) ?? { key, kind: 'integer', standard: '' };
}

/** Header names with a dot were split like any other name. */
function flatHeaders(entries: ReadonlyMap<string, ConfigEntry>, before = ''): [string, ConfigEntry][] {
  return [...entries].flatMap(([name, entry]): [string, ConfigEntry][] =>
    entry.node.kind === 'map' ? flatHeaders(entry.node.entries, `${before}${name}.`) : [[before + name, entry]],
  );
}

/** Go's syntax differs in a few signs that JavaScript does not know; those are taken on trust. */
function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern.replaceAll('(?P<', '(?<').replace(/\(\?[imsU-]+\)/g, ''));
    return true;
  } catch {
    return false;
  }
}

/** Neither a secret nor what a reference brought is quoted. */
function wrong(key: string, found: Resolved, wanted: string, instead?: string): ConfigMistake {
  const isOpen =
    found.kind === 'value' &&
    !found.isReferenced &&
    SETTINGS.some((each) => each.key === key && each.kind !== 'secret');
  const what = instead ?? (isOpen && found.kind === 'value' ? `"${found.written.slice(0, 40)}"` : 'something else');
  const standard = SETTINGS.find((setting) => setting.key === key)?.standard;
  const fix = standard === undefined ? `Write ${wanted}.` : `Write ${wanted}; the default is ${standard}.`;
  return new ConfigMistake(found.at, `"${key}" takes ${wanted}, and here is ${what}`, fix);
}
