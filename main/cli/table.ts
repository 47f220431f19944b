import { stripVTControlCharacters } from 'node:util';

/** Rows as aligned columns with two spaces between them. Colours take no room; control characters from outside are taken out. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [heads, ...rows.map((row) => row.map((cell) => oneLine(cell)))];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  return all.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Names and values under each other: `names      localhost, box`. Pairs without a value are left out. */
export function facts(pairs: readonly (readonly [name: string, value: string | null])[]): string[] {
  const shown = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null);
  const widest = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `${padded(name, widest)}  ${oneLine(value)}`);
}

/** Text from outside for one line of a terminal: an application's name must not be able to move the cursor or change colours. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return stripVTControlCharacters(text).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

/** Keeps the seven colour codes of `paint.ts` and takes out every other control character, which would break the table or worse. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return text.replace(/\u001b\[(?:1|2|22|31|32|33|39)m|[\u0000-\u001f\u007f-\u009f]+/g, (found) =>
    found.endsWith('m') ? found : ' ',
  );
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

function width(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
