const SPACE = /^[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const ESCAPE =
  /\\(?:([abfnrtv\\"])|x([\da-fA-F]{2})|([0-3][0-7]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))|([^\\"\n]+)|(.)/gsu;
const SINGLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/** A text without white space around it, by Go's idea of white space, which has the next-line sign in it and no byte order mark. */
export function goTrimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isGoSpace(text[start] ?? '')) start += 1;
  while (end > start && isGoSpace(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}

/** Whether a sign is white space to Go. */
export function isGoSpace(sign: string): boolean {
  return SPACE.test(sign);
}

/** What stands between double quotes once Go's `strconv.Unquote` has taken its escapes; null where it refuses them. */
export function goUnquoted(inner: string): string | null {
  const bytes: Buffer[] = [];
  for (const [, single, hex, octal, short, long, plain, wrong] of inner.matchAll(ESCAPE)) {
    const byte = hex ?? octal;
    const point = Number.parseInt(short ?? long ?? '0', 16);
    if (wrong !== undefined || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
    if (byte !== undefined) bytes.push(Buffer.of(Number.parseInt(byte, hex === undefined ? 8 : 16)));
    else if (plain !== undefined) bytes.push(Buffer.from(plain));
    else if (single !== undefined) bytes.push(Buffer.from(SINGLE[single] ?? ''));
    else bytes.push(Buffer.from(String.fromCodePoint(point)));
  }
  return Buffer.concat(bytes).toString('utf8');
}
