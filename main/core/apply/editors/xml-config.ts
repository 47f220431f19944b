import { isDeepStrictEqual } from 'node:util';
import { leftOut, marked, withoutMarks } from '../marks.ts';
import { refuseDotnetSecret } from './dotnet-secrets.ts';
import { CannotEdit, type FileEditor } from './file-editor.ts';
import { allWithin, type XmlElement, xmlTree } from './xml-tree.ts';

const COMMENT = '<!--';

/** Attributes by which a section is read from elsewhere, or not as it is written (learn.microsoft.com, ".NET Framework configuration file schema", "appSettings"). */
const ELSEWHERE = ['file', 'configSource', 'configProtectionProvider', 'configBuilders'];

/**
 * The `Web.config` of an application on .NET Framework: what the snippet has in a section is laid behind what that section holds, where it wins, and what sets the same becomes a
 * comment. Only whole lines are added or turned into comments, so that all of it can be taken out again.
 */
export const xmlConfig: FileEditor = {
  as: 'file',
  comment: COMMENT,
  hasVariants: true,
  isPrivate: true,
  takes: (name) => /^web\.config$/i.test(name),
  edit: (text, lines) => {
    // A file that Sealwire made and that held nothing else.
    if (text === '') return `${marked(lines, COMMENT).join('\n')}\n`;
    const root = xmlTree(text);
    const snippet = lines.join('\n');
    const own = xmlTree(snippet);
    if (root.name !== own.name) throw new CannotEdit(`its root is called ${root.name}, not ${own.name}`);
    refuseSecrets(root);
    refuseLocations(root, own);
    const edited = withEdits(text, layIn({ text, snippet }, root, own));
    prove(text, edited, own);
    return edited;
  },
};

interface Texts {
  readonly text: string;
  readonly snippet: string;
}

/** Lines that go before the line with that index, or instead of it. */
interface Edit {
  readonly line: number;
  readonly lines: readonly string[];
  readonly isInstead: boolean;
}

/** The edits that lay what `own` holds into a section that is there. */
function layIn(texts: Texts, section: XmlElement, own: XmlElement): Edit[] {
  const elsewhere = ELSEWHERE.find((name) => section.attributes.has(name));
  if (elsewhere !== undefined) {
    throw new CannotEdit(`its ${section.name} has ${elsewhere}=, so that what is written in it may not be what counts`);
  }
  const edits: Edit[] = [];
  const missing: XmlElement[] = [];
  for (const wanted of own.children) {
    if (subjectOf(wanted) !== null) {
      if (stands(section, wanted)) continue;
      edits.push(...sameIn(section, wanted).map((each) => leaveOut(texts.text, each)));
      missing.push(wanted);
      continue;
    }
    const [present] = sectionsIn(section, wanted.name);
    if (present === undefined) missing.push(wanted);
    else edits.push(...layIn(texts, present, wanted));
  }
  return missing.length === 0 ? edits : [...edits, added(texts, section, missing)];
}

function added({ text, snippet }: Texts, section: XmlElement, missing: readonly XmlElement[]): Edit {
  const unit = /^([ \t]+)</m.exec(text)?.[1] ?? '  ';
  const lines = missing.flatMap((each) => written(snippet, each, unit));
  const { name, start, startEnd, close } = section;
  if (/^[ \t]*$/.test(text.slice(startEnd, close))) {
    // Nothing can be put into an element of one line, so another takes its place.
    const { line, lines: instead } = leaveOut(text, section);
    const open = text.slice(start, startEnd).replace(/[ \t]*\/?>$/, '>');
    const whole = [open, ...lines.map((each) => unit + each), `</${name}>`];
    return { line, lines: [...instead, ...marked(whole, COMMENT, indentAt(text, start) ?? '')], isInstead: true };
  }
  const outer = indentAt(text, close);
  if (outer === null) {
    const fix = `Put </${name}> on a line of its own, and try again.`;
    throw new CannotEdit(`its </${name}> stands behind something else on its line`, fix);
  }
  const inner = section.children.map((each) => indentAt(text, each.start)).findLast((each) => each !== null);
  return { line: lineOf(text, close), lines: marked(lines, COMMENT, inner ?? outer + unit), isInstead: false };
}

/** An element of the snippet as lines, those within it set in. */
function written(snippet: string, element: XmlElement, unit: string): string[] {
  if (subjectOf(element) !== null) return [snippet.slice(element.start, element.end)];
  const inner = element.children.flatMap((each) => written(snippet, each, unit));
  return [`<${element.name}>`, ...inner.map((line) => unit + line), `</${element.name}>`];
}

/** The line of an element as a comment. */
function leaveOut(text: string, { name, start, end }: XmlElement): Edit {
  const number = lineOf(text, start);
  const line = text.split('\n')[number] ?? '';
  const isAlone = line.trim() === text.slice(start, end);
  if (isAlone && !line.includes('--')) return { line: number, lines: [leftOut(line, COMMENT)], isInstead: true };
  const why = isAlone ? 'holds two hyphens, which no comment may' : 'is not alone on one line';
  const fix = 'Take it out or put it on a line of its own, and try again.';
  throw new CannotEdit(`its ${name} in line ${number + 1} has to go, and ${why}`, fix);
}

/** From the last line to the first, so that no edit moves the place of another. */
function withEdits(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  for (const { line, lines: own, isInstead } of edits.toSorted((one, other) => other.line - one.line)) {
    lines.splice(line, isInstead ? 1 : 0, ...own);
  }
  return lines.join('\n');
}

/** What was asked for must count, all else must be what it was, and ours must come out again. */
function prove(before: string, after: string, own: XmlElement): void {
  const root = xmlTree(after);
  const subjects = new Set(allWithin(own).map((each) => subjectOf(each) ?? each.name));
  const others = (from: XmlElement): unknown[] =>
    allWithin(from)
      .filter((each) => !subjects.has(subjectOf(each) ?? each.name))
      .map(({ name, attributes }) => [name, [...attributes]]);
  const isRest = isDeepStrictEqual(others(xmlTree(before)), others(root)) && withoutMarks(after) === before;
  if (!isRest || !counts(root, own)) {
    throw new CannotEdit('it is written in a way that Sealwire does not change safely');
  }
}

function counts(section: XmlElement, own: XmlElement): boolean {
  return own.children.every((wanted) => {
    if (subjectOf(wanted) !== null) return stands(section, wanted);
    const [present] = sectionsIn(section, wanted.name);
    return present !== undefined && counts(present, wanted);
  });
}

/** Whether a section has an item once, as it is wanted, with nothing behind it that takes it away. */
function stands(section: XmlElement, wanted: XmlElement): boolean {
  const [only, ...others] = sameIn(section, wanted);
  if (only === undefined || others.length > 0) return false;
  const behind = section.children.slice(section.children.indexOf(only) + 1);
  const subject = nameIn(wanted.attributes);
  const isTaken = behind.some(
    ({ name, attributes }) => name === 'clear' || (name === 'remove' && nameIn(attributes) === subject),
  );
  return !isTaken && [...wanted.attributes].every(([name, value]) => holds(only.attributes.get(name), name, value));
}

function holds(held: string | undefined, name: string, value: string): boolean {
  // The name of a type may go on with the version of its assembly.
  if (name === 'type') return held === value || held?.startsWith(`${value},`) === true;
  return name === 'value' ? held === value : held?.toLowerCase() === value.toLowerCase();
}

function sameIn(section: XmlElement, wanted: XmlElement): XmlElement[] {
  return section.children.filter((each) => subjectOf(each) === subjectOf(wanted));
}

/** The one section of that name, or none; .NET takes no second one. */
function sectionsIn(parent: XmlElement, name: string): XmlElement[] {
  const found = parent.children.filter((each) => each.name === name);
  if (found.length > 1) throw new CannotEdit(`it has ${name} more than once`, 'Take all but one of them out first.');
  return found;
}

/** What an item is about, in lower case, as .NET compares it; null for an element that is no item. */
function subjectOf({ name, attributes }: XmlElement): string | null {
  const subject = name === 'add' ? nameIn(attributes) : null;
  return subject === null ? null : `add ${subject}`;
}

function nameIn(attributes: XmlElement['attributes']): string | null {
  return (attributes.get('key') ?? attributes.get('name'))?.toLowerCase() ?? null;
}

function refuseSecrets(root: XmlElement): void {
  const items = allWithin(root).filter(({ name }) => name === 'add');
  refuseDotnetSecret('appSettings', (setting) =>
    items
      .filter(({ attributes }) => nameIn(attributes) === `elasticapm:${setting.toLowerCase()}`)
      .some(({ attributes }) => (attributes.get('value') ?? '') !== ''),
  );
}

/** What is set for one location would be set twice there, which IIS does not take for a module. */
function refuseLocations(root: XmlElement, own: XmlElement): void {
  const subjects = allWithin(own).map(subjectOf);
  const held = root.children
    .filter(({ name }) => name === 'location')
    .flatMap(allWithin)
    .find((each) => subjectOf(each) !== null && subjects.includes(subjectOf(each)));
  if (held === undefined) return;
  const name = held.attributes.get('key') ?? held.attributes.get('name') ?? '';
  throw new CannotEdit(`it has ${name} within a location`, `Take ${name} out of that location, and try again.`);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** What stands before something that is the first on its line; null where it is not. */
function indentAt(text: string, offset: number): string | null {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*$/.test(before) ? before : null;
}
