import { xmlUnescaped } from '../../agents/lint/readers/xml-escapes.ts';
import { NO_CHARACTER } from '../../agents/quote/xml.ts';
import { CannotEdit } from './file-editor.ts';

/** An element and where it stands, as offsets into the text. */
export interface XmlElement {
  readonly name: string;
  /** With references replaced, by name and in order. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly start: number;
  /** Behind the start tag. */
  readonly startEnd: number;
  /** Where the end tag begins; `startEnd` for an element that closes itself. */
  readonly close: number;
  /** Behind all of it. */
  readonly end: number;
}

type Open = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { readonly children: XmlElement[] };

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const START = new RegExp(`<(${NAME})`, 'y');
const ATTRIBUTE = new RegExp(`[ \\t\\n\\r]+(${NAME})[ \\t\\n\\r]*=[ \\t\\n\\r]*(?:"([^<"]*)"|'([^<']*)')`, 'y');
const START_END = /[ \t\n\r]*(\/?)>/y;
const CLOSE = new RegExp(`</(${NAME})[ \\t\\n\\r]*>`, 'y');
const INSTRUCTION = new RegExp(`<\\?(?!xml[ \\t\\n\\r?])${NAME}(?=[ \\t\\n\\r?])`, 'iy');
const DECLARATION =
  /<\?xml[ \t\n\r]+version[ \t\n\r]*=[ \t\n\r]*(["'])1\.0\1(?:[ \t\n\r]+encoding[ \t\n\r]*=[ \t\n\r]*(["'])[uU][tT][fF]-8\2)?(?:[ \t\n\r]+standalone[ \t\n\r]*=[ \t\n\r]*(["'])(?:yes|no)\3)?[ \t\n\r]*\?>/y;
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|quot|apos|lt|gt|amp);/g;

/**
 * The root of an XML 1.0 document in UTF-8, with comments, CDATA and instructions passed over. Throws `CannotEdit` for what is not well-formed, and for what no settings file needs: a
 * document type, which can bring in text from elsewhere, and names in other scripts.
 */
export function xmlTree(text: string): XmlElement {
  const fail = (at: number): CannotEdit => cannotRead(text, at);
  const odd = NO_CHARACTER.exec(text);
  if (odd !== null) throw fail(odd.index);
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let at = matchAt(DECLARATION, text, 0)?.[0].length ?? 0;
  while (at < text.length) {
    if (text.charAt(at) !== '<') {
      const next = text.indexOf('<', at);
      const words = text.slice(at, next === -1 ? undefined : next);
      if (!(open.length === 0 ? /^[ \t\n\r]*$/.test(words) : isText(words))) throw fail(at);
      at += words.length;
      continue;
    }
    const passed = behindMarkup(text, at, open.length > 0);
    const end = passed === null ? matchAt(CLOSE, text, at) : null;
    if (passed !== null) at = passed;
    else if (end !== null) {
      const closed = open.pop();
      if (closed === undefined || closed.name !== end[1]) throw fail(at);
      closed.close = at;
      at += end[0].length;
      closed.end = at;
    } else {
      const { element, isClosed } = startTag(text, at, open);
      const parent = open.at(-1);
      if (parent === undefined && root !== null) throw fail(at);
      parent?.children.push(element);
      root ??= element;
      if (!isClosed) open.push(element);
      at = element.startEnd;
    }
  }
  if (root === null || open.length > 0) throw fail(text.length);
  return root;
}

/** An element and all within it, in the order of the text. */
export function allWithin(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const left = [element];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    found.push(next);
    left.push(...next.children.toReversed());
  }
  return found;
}

/** Behind a comment, CDATA or an instruction that begins here; null where none does. */
function behindMarkup(text: string, at: number, isInside: boolean): number | null {
  const behind = (end: string, from: number): number => {
    const found = text.indexOf(end, from);
    if (found === -1) throw cannotRead(text, at);
    return found + end.length;
  };
  if (text.startsWith('<!--', at)) {
    const hyphens = behind('--', at + 4);
    if (text.charAt(hyphens) !== '>') throw cannotRead(text, at);
    return hyphens + 1;
  }
  if (isInside && text.startsWith('<![CDATA[', at)) return behind(']]>', at);
  return matchAt(INSTRUCTION, text, at) === null ? null : behind('?>', at);
}

function startTag(text: string, at: number, open: readonly Open[]): { element: Open; isClosed: boolean } {
  const tag = matchAt(START, text, at);
  if (tag === null) throw cannotRead(text, at);
  const attributes = new Map<string, string>();
  let end = at + tag[0].length;
  for (let found = matchAt(ATTRIBUTE, text, end); found !== null; found = matchAt(ATTRIBUTE, text, end)) {
    const [all, name = '', double, single] = found;
    const written = double ?? single ?? '';
    if (attributes.has(name) || !hasOnlyReferences(written)) throw cannotRead(text, end);
    attributes.set(name, xmlUnescaped(written.replace(/[\t\n\r]/g, ' ')));
    end += all.length;
  }
  const last = matchAt(START_END, text, end);
  if (last === null) throw cannotRead(text, end);
  const startEnd = end + last[0].length;
  const element = {
    name: tag[1] ?? '',
    attributes,
    children: [],
    start: at,
    startEnd,
    close: startEnd,
    end: startEnd,
  };
  const isBound = (name: string): boolean => {
    const [prefix = '', local] = name.split(':');
    if (local === undefined || /^xml(?:ns)?$/.test(prefix)) return true;
    return [...open, element].some((each) => (each.attributes.get(`xmlns:${prefix}`) ?? '') !== '');
  };
  if (![element.name, ...attributes.keys()].every(isBound)) throw cannotRead(text, at);
  return { element, isClosed: last[1] === '/' };
}

function isText(words: string): boolean {
  return !words.includes(']]>') && hasOnlyReferences(words);
}

/** Whether every `&` begins a reference to a character that XML has. */
function hasOnlyReferences(written: string): boolean {
  return !written.replace(REFERENCE, '').includes('&') && !NO_CHARACTER.test(xmlUnescaped(written));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function cannotRead(text: string, at: number): CannotEdit {
  return new CannotEdit(`it cannot be read as XML 1.0 in UTF-8 (line ${text.slice(0, at).split('\n').length})`);
}
