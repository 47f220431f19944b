import { refuseUnwritable } from './refuse.ts';

/** Control characters and halves of nothing that XML 1.0 has no way to write (XML 1.0 §2.2, "Char"). */
export const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The value of an attribute between double quotes; white space that a reader would turn into a space is a reference (XML 1.0 §3.3.3). */
export function quoteXmlAttribute(value: string): string {
  refuseUnwritable(value, 'XML', [[NO_CHARACTER, 'a control character']]);
  return `"${value.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;
}
