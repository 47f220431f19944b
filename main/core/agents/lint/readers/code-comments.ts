import { type CodeSyntax, skipToken } from './code-entries.ts';

/** A text of code in which comments are blank, so that every place stays what it was. */
export function withoutCodeComments(text: string, syntax: CodeSyntax): string {
  const parts: string[] = [];
  let [at, kept] = [0, 0];
  while (at < text.length) {
    const next = skipToken(text, at, syntax);
    if (next > at && isComment(text, at, syntax)) {
      parts.push(text.slice(kept, at), text.slice(at, next).replace(/[^\n]/g, ' '));
      kept = next;
    }
    at = Math.max(next, at + 1);
  }
  return parts.join('') + text.slice(kept);
}

function isComment(text: string, at: number, { lineComment, blockComment }: CodeSyntax): boolean {
  return text.startsWith(lineComment, at) || (blockComment !== null && text.startsWith(blockComment[0], at));
}
