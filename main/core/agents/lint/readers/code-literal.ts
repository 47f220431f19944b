/** What a literal of JavaScript, Python or Go says; null for an expression. `isText` is false for a bare number, `true` or `None`. */
export interface CodeLiteral {
  readonly value: string | null;
  readonly isText: boolean;
}

const TEXT = /^(?:[rRuUbB]{0,2})("""|'''|"|'|`)([\s\S]*)\1$/;
const BARE = /^(?:true|false|True|False|-?\d+(?:\.\d+)?)$/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Reads one literal as it stands in code, quotes included. */
export function codeLiteral(written: string): CodeLiteral {
  if (BARE.test(written)) return { value: written, isText: false };
  const [, quote, body] = TEXT.exec(written) ?? [];
  if (quote === undefined || body === undefined) return { value: null, isText: true };
  const isRaw = /^[rR]/.test(written) || quote === '`';
  const isPlain = !hasBareQuote(body, quote) && !(quote === '`' && body.includes('${'));
  if (!isPlain) return { value: null, isText: true };
  return {
    value: isRaw ? body : body.replace(/\\([\s\S])/g, (_, each: string) => ESCAPES[each] ?? each),
    isText: true,
  };
}

/** Two texts with something between them begin and end with the same quote as well. */
function hasBareQuote(body: string, quote: string): boolean {
  return body.replace(/\\[\s\S]/g, '').includes(quote);
}
