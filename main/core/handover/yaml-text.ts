import { quoteYaml } from '../agents/quote/yaml.ts';

/** What is written as YAML. A key that is undefined is left out. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: YamlValue | undefined;
}

/** A word that YAML 1.1, which Go's readers speak, takes for something else than a text. */
const WORD_WITH_MEANING = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const PLAIN_KEY = /^[A-Za-z_][\w./-]*$/;
/** No reader takes a word that begins with a letter and has no dot, colon or the like for anything but a text, but for those with a meaning. */
const PLAIN_TEXT = /^[A-Za-z][\w/-]*$/;
/** A list that is longer has a line for each item. */
const LINE = 80;

/**
 * YAML in block form that readers of 1.1 and 1.2 take for the same. Every text that is no plain word is quoted, so that none is read as a number, a switch or a date; one of several lines is a
 * literal block where it can be. Throws `INPUT_INVALID` for a text that YAML cannot hold.
 */
export function yamlText(value: YamlMap, indent = ''): string {
  return Object.entries(value)
    .flatMap(([key, item]) => (item === undefined ? [] : [`${indent}${keyText(key)}:${afterKey(item, indent)}`]))
    .join('');
}

/** Documents one after the other, as `kubectl apply` takes them. */
export function yamlDocuments(documents: readonly YamlMap[]): string {
  return documents.map((document) => yamlText(document)).join('---\n');
}

/** A value in one line. */
export function yamlFlow(value: YamlValue): string {
  if (typeof value === 'string')
    return PLAIN_TEXT.test(value) && !WORD_WITH_MEANING.test(value) ? value : quoteYaml(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return `[${value.map(yamlFlow).join(', ')}]`;
  const entries = Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [`${keyText(key)}: ${yamlFlow(item)}`],
  );
  return `{${entries.join(', ')}}`;
}

function afterKey(value: YamlValue, indent: string): string {
  if (typeof value === 'string')
    return isBlock(value) ? ` |\n${indented(value, `${indent}  `)}` : ` ${yamlFlow(value)}\n`;
  if (typeof value !== 'object' || value === null) return ` ${value}\n`;
  if (isList(value)) {
    if (value.every((item) => typeof item !== 'object') && yamlFlow(value).length < LINE)
      return ` ${yamlFlow(value)}\n`;
    return `\n${value.map((item) => listItem(item, `${indent}  `)).join('')}`;
  }
  const text = yamlText(value, `${indent}  `);
  return text === '' ? ' {}\n' : `\n${text}`;
}

function listItem(item: YamlValue, indent: string): string {
  if (typeof item !== 'object' || item === null || isList(item)) return `${indent}- ${yamlFlow(item)}\n`;
  const text = yamlText(item, `${indent}  `);
  return text === '' ? `${indent}- {}\n` : `${indent}- ${text.slice(indent.length + 2)}`;
}

/** A literal block keeps its lines as they stand; spaces at an edge, and what is no plain ASCII, are quoted instead. */
function isBlock(text: string): boolean {
  return /^[\x21-\x7e][\x20-\x7e\n]*[^\n]\n$/.test(text);
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function keyText(key: string): string {
  return PLAIN_KEY.test(key) && !WORD_WITH_MEANING.test(key) ? key : quoteYaml(key);
}
