/** What a literal of JavaScript, Python or Go says; null for an expression. `isText` is false for a bare number, `true` or `None`. */
export interface CodeLiteral {
  readonly value: string | null;
  readonly isText: boolean;
}

const TEXT = /^(?:[rRuUbB]{0,2})("""|'''|"|'|`)([\s\S]*)\1$/;
const BARE = /^(?:true|false|True|False|-?\d+(?:\.\d+)?)$/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '\n': '' };

/** What JavaScript, Python and Go write alike, and the braces of JavaScript and Ruby. */
const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g;

/** Reads one literal as it stands in code, quotes included. */
export function codeLiteral(written: string): CodeLiteral {
  if (BARE.test(written)) return { value: written, isText: false };
  const [, quote, body] = TEXT.exec(written) ?? [];
  if (quote === undefined || body === undefined) return { value: null, isText: true };
  const isRaw = /^[rR]/.test(written) || quote === '`';
  const isPlain = !hasBareQuote(body, quote) && !(quote === '`' && body.includes('${'));
  if (!isPlain) return { value: null, isText: true };
  return { value: isRaw ? body : unescaped(body), isText: true };
}

function unescaped(body: string): string {
  return body.replace(ESCAPE, (_, ...[braces, four, two, plain]: readonly (string | undefined)[]) => {
    const code = Number.parseInt(braces ?? four ?? two ?? '', 16);
    if (Number.isNaN(code)) return ESCAPES[plain ?? ''] ?? plain ?? '';
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}

/** Two texts with something between them begin and end with the same quote as well. */
function hasBareQuote(body: string, quote: string): boolean {
  return body.replace(/\\[\s\S]/g, '').includes(quote);
}
