import type { Node } from 'jsonc-parser';
import { CannotEdit } from './file-editor.ts';
import { behind, jsonTree, propertyOf } from './json-tree.ts';

/** A value and the names that lead to it. */
export interface JsonSetting {
  readonly path: readonly string[];
  /** As JSON. */
  readonly text: string;
}

/** Sets one value: where there is one it alone is replaced, else a property is added behind the last one of its object, written as those are. Throws `CannotEdit`. */
export function withJsonSetting(text: string, { path, text: value }: JsonSetting): string {
  let object = jsonTree(text);
  for (const [depth, name] of path.entries()) {
    const rest = path.slice(depth);
    // `"ElasticApm:ServerUrl"` is the same setting to .NET as one within a section.
    const whole = propertyOf(object, rest.join(':'));
    if (whole !== null) {
      if (whole.children !== undefined) throw new CannotEdit(`its ${path.join('.')} is no single value`);
      return spliced(text, whole.offset, whole.length, value);
    }
    const section = propertyOf(object, name);
    if (section === null) return inserted(text, object, rest, value);
    if (section.type !== 'object') throw new CannotEdit(`its ${name} is no section`);
    object = section;
  }
  return text;
}

function inserted(text: string, object: Node, names: readonly string[], value: string): string {
  const last = object.children?.at(-1);
  const [first] = object.children ?? [];
  const open = object.offset + 1;
  const close = object.offset + object.length - 1;
  if (last === undefined || first === undefined) {
    const inner = text.slice(open, close).trimEnd();
    // Nothing, or comments alone; a minified file stays on its one line.
    if (!text.trim().includes('\n') && text.trim() !== '{}' && inner === '') {
      return spliced(text, open, 0, property(names, value, null, ''));
    }
    const base = lineIndent(text, object.offset);
    const indent = base + unitOf(text);
    const line = `${inner}\n${indent}${property(names, value, indent, unitOf(text))}\n${base}`;
    return text.slice(0, open) + line + text.slice(close);
  }
  const end = last.offset + last.length;
  const { comma, end: shown } = behind(text, end);
  if (!isOnOwnLine(text, first.offset)) {
    const gap = /^\s/.test(text.slice(first.offset - 1)) || text.includes(', ') ? ' ' : '';
    const added = property(names, value, null, gap);
    return comma === null ? spliced(text, end, 0, `,${gap}${added}`) : spliced(text, comma + 1, 0, `${gap}${added},`);
  }
  const indent = lineIndent(text, first.offset);
  const added = `\n${indent}${property(names, value, indent, unitOf(text))}`;
  if (comma === null) return spliced(spliced(text, shown, 0, added), end, 0, ',');
  // Who puts a comma behind the last one goes on to.
  return spliced(text, Math.max(shown, comma + 1), 0, `${added},`);
}

/** A property whose value lies within further objects; with an indent each of those has lines of its own. */
function property(names: readonly string[], value: string, indent: string | null, unit: string): string {
  const [name = '', ...rest] = names;
  const gap = indent === null ? unit : ' ';
  const key = `${JSON.stringify(name)}:${gap}`;
  if (rest.length === 0) return key + value;
  if (indent === null) return `${key}{${gap}${property(rest, value, null, unit)}${gap}}`;
  return `${key}{\n${indent}${unit}${property(rest, value, indent + unit, unit)}\n${indent}}`;
}

function spliced(text: string, offset: number, length: number, by: string): string {
  return text.slice(0, offset) + by + text.slice(offset + length);
}

function isOnOwnLine(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1);
  return start !== -1 && text.slice(start + 1, offset).trim() === '';
}

function lineIndent(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** By how much the file sets in what lies deeper: as its first line that is set in, else two spaces. */
function unitOf(text: string): string {
  return /^([ \t]+)["}\]]/m.exec(text)?.[1] ?? '  ';
}
