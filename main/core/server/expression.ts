/** A text with references in it. `ask` has a name that may itself be made of parts. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parts'; readonly parts: readonly Expression[] }
  | { readonly kind: 'ask'; readonly name: Expression; readonly operator: Operator; readonly right: Expression };

/** `${A}`, `${A:default}`, `${A:?message}`, `${A:+instead}`. */
export type Operator = '' | ':' | ':?' | ':+';

/**
 * Takes `${…}` apart by the real server's rules: `$$` and `$}` stand for the second sign, the first `:` in a reference ends its name. A text
 * without a reference is an expression of kind `text`, its escapes taken. Throws an `Error` that quotes nothing.
 */
export function parseExpression(text: string): Expression {
  return partsUntil({ text, at: 0 }, false, 0);
}

interface Reader {
  readonly text: string;
  at: number;
}

const DEEPEST = 32;

function partsUntil(reader: Reader, isInside: boolean, depth: number, isName = false): Expression {
  const parts: Expression[] = [];
  let text = '';
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at] ?? '';
    const next = reader.text[reader.at + 1];
    if (isInside && (sign === '}' || (sign === ':' && isName && next !== undefined))) break;
    if (sign === '$' && next === '{') {
      if (text !== '') parts.push({ kind: 'text', text });
      text = '';
      reader.at += 2;
      parts.push(reference(reader, depth + 1));
    } else if (sign === '$' && (next === '$' || next === '}')) {
      text += next;
      reader.at += 2;
    } else {
      text += sign;
      reader.at += 1;
    }
  }
  if (text !== '') parts.push({ kind: 'text', text });
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'parts', parts };
}

function reference(reader: Reader, depth: number): Expression {
  if (depth > DEEPEST) throw new Error('references are nested too deep');
  const name = partsUntil(reader, true, depth, true);
  if (name.kind === 'parts' && name.parts.length === 0) throw new Error('a reference has no name');
  let operator: Operator = '';
  if (reader.text[reader.at] === ':') {
    const next = reader.text[reader.at + 1];
    operator = next === '?' ? ':?' : next === '+' ? ':+' : ':';
    reader.at += operator.length;
  }
  const right = operator === '' ? { kind: 'text' as const, text: '' } : partsUntil(reader, true, depth);
  if (reader.text[reader.at] !== '}') throw new Error('a reference is not closed with }');
  reader.at += 1;
  return { kind: 'ask', name, operator, right };
}
