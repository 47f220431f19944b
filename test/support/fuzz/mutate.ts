/** A number from 0 up to but not including 1. */
export type Random = () => number;

/** Pieces of JSON, of UTF-8, of HTTP and of compressed forms that readers have stumbled over. */
const TOKENS = [
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '\r',
  '\0',
  ' ',
  '\t',
  'null',
  'true',
  '-',
  '+1',
  '1e400',
  '1e2',
  '1.0',
  '01',
  '.5',
  '1.',
  '9223372036854775808',
  '-9223372036854775809',
  '18446744073709551616',
  '"\\ud800"',
  '"\\u0000"',
  '\\u',
  '\\x',
  '"id":',
  '"type":',
  '"metadata":',
  '"transaction":',
  '{"log":',
  '"__proto__":',
  '"constructor":',
  '"toString":',
  '"timestamp":',
  '"span_count":',
  '{"x":',
  '{"e":',
  '\ufeff',
  '\u2028',
]
  .map((token) => Buffer.from(token))
  .concat([
    Buffer.from('fffe', 'hex'),
    Buffer.from('c080', 'hex'),
    Buffer.from('eda080', 'hex'),
    Buffer.from('f48fbfbf', 'hex'),
    Buffer.from('1f8b08', 'hex'),
    Buffer.from('789c', 'hex'),
  ]);

/** A whole number below `end`. */
export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[below(random, items.length)] ?? items[0];
}

/** A copy of `bytes` that differs in one to four places; `other` is what pieces are taken from. */
export function mutate(bytes: Buffer, other: Buffer, random: Random): Buffer {
  let changed = bytes;
  for (let times = 1 + below(random, 4); times > 0; times -= 1) changed = mutateOnce(changed, other, random);
  return changed;
}

function mutateOnce(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = below(random, bytes.length + 1);
  const length = below(random, Math.min(40, bytes.length - at + 1));
  const before = bytes.subarray(0, at);
  const after = bytes.subarray(at + length);
  const from = below(random, other.length);
  switch (below(random, 8)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << below(random, 8));
      return flipped;
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return before;
    case 3:
      return Buffer.concat([before, bytes.subarray(at, at + length), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([before, other.subarray(from, from + 60), after]);
    case 5:
      return Buffer.concat([
        before,
        Buffer.alloc(1 + below(random, 400), pick(random, ['[', '{"a":', 'x', '\n', '0'])),
        after,
      ]);
    case 6:
      return Buffer.concat([before, tokenOf(random), after]);
    default:
      return Buffer.concat([before, tokenOf(random), bytes.subarray(at)]);
  }
}

function tokenOf(random: Random): Buffer {
  return TOKENS[below(random, TOKENS.length)] ?? Buffer.alloc(0);
}
