import { refuseUnwritable } from './refuse.ts';
import { NO_CHARACTER } from './xml.ts';

/** The text of an element; a carriage return, which a reader would turn into a line feed, is a reference (XML 1.0 §2.11). Property lists keep all the rest as it stands. */
export function quoteXmlText(value: string): string {
  refuseUnwritable(value, 'XML', [[NO_CHARACTER, 'a control character']]);
  return value.replace(/[&<>\r]/g, (character) => NAMED[character] ?? `&#${character.charCodeAt(0)};`);
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
