/* What Sealwire wrote into a file of somebody else, so that it is found again whatever becomes of the rest of that file. */

/** How a comment begins in a file, `#` for most. */
export type Comment = '#' | '//' | ';' | '<!--';

const COMMENT = '(?:#|//|;|<!--)';
const OPENING = new RegExp(`^[ \\t]*${COMMENT} >>> Sealwire: .* >>>(?: -->)?[ \\t]*\\r?$`);
const CLOSING = new RegExp(`^[ \\t]*${COMMENT} <<< Sealwire <<<(?: -->)?[ \\t]*\\r?$`);
const LEFT_OUT = /^(?:#|\/\/|;) Sealwire left out: /;
const LEFT_OUT_OF_XML = /^<!-- Sealwire left out: (.*) -->(\r?)$/;

/** Lines between two comments that tell whose they are; `indent` goes before each. */
export function marked(lines: readonly string[], comment: Comment, indent = ''): string[] {
  return [
    commented('>>> Sealwire: "sealwire ledger undo" takes these lines out. >>>', comment),
    ...lines,
    commented('<<< Sealwire <<<', comment),
  ].map((line) => (line === '' ? line : indent + line));
}

/** A line that would contradict ours, as a comment. */
export function leftOut(line: string, comment: Comment): string {
  return commented(`Sealwire left out: ${line}`, comment);
}

/** A text without anything of ours, and with the lines that were left out. A beginning that has no end any more stays, with all that follows it. */
export function withoutMarks(text: string): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const end = OPENING.test(line) ? lines.findIndex((each, index) => index > at && CLOSING.test(each)) : -1;
    if (end === -1) kept.push(line.replace(LEFT_OUT, '').replace(LEFT_OUT_OF_XML, '$1$2'));
    else at = end;
  }
  return kept.join('\n');
}

function commented(words: string, comment: Comment): string {
  return `${comment} ${words}${comment === '<!--' ? ' -->' : ''}`;
}
