const INTEGER =
  /^([-+]?)(?:0[xX]((?:_?[\da-fA-F])+)|0[bB]((?:_?[01])+)|0[oO]((?:_?[0-7])+)|0((?:_?[0-7])+)|(0|[1-9](?:_?\d)*))$/;
const LARGEST = 2n ** 64n - 1n;
const LARGEST_SIGNED = 2n ** 63n - 1n;
/** More than 64 bits have, with a separator after each; BigInt takes time for what is much longer. */
const MOST_DECIMALS = 40;
const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const HEXADECIMAL = /^([-+]?)0[xX]([\da-fA-F]*)(?:\.([\da-fA-F]*))?[pP]([-+]?\d+)$/;
const STRAY_UNDERSCORE = /(?<!\d)_|_(?!\d)/;
const STRAY_UNDERSCORE_AMONG_HEX = /(?<![\da-fA-FxX])_|_(?![\da-fA-F])/;

/**
 * The number that the real server sees in a text: what Go's `strconv` makes of it with base 0 as an unsigned integer, else a signed one, else a float. A leading
 * zero is octal, `_` may separate digits, `0x1p-2` is a quarter; what is too large for a float is no number. Null for anything else.
 */
export function goNumber(text: string): bigint | number | null {
  return goInteger(text) ?? goFloat(text);
}

/** Whether a text is an integer of 64 bits by the same rules; null where it is not. */
export function goInteger(text: string): bigint | null {
  const [, sign, hex, binary, octal, leadingZero, decimal] = INTEGER.exec(text) ?? [];
  const prefixed =
    hex !== undefined
      ? `0x${hex}`
      : binary !== undefined
        ? `0b${binary}`
        : (octal ?? leadingZero) !== undefined
          ? `0o${octal ?? leadingZero}`
          : decimal;
  if (prefixed === undefined || (prefixed === decimal && prefixed.length > MOST_DECIMALS)) return null;
  const size = BigInt(prefixed.replaceAll('_', ''));
  if (sign === '') return size <= LARGEST ? size : null;
  const value = sign === '-' ? -size : size;
  return value <= LARGEST_SIGNED && value >= -LARGEST_SIGNED - 1n ? value : null;
}

function goFloat(text: string): number | null {
  const [special, minus] = /^([-+]?)inf(?:inity)?$/i.exec(text) ?? [];
  if (special !== undefined) return minus === '-' ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return Number.NaN;
  const isHex = /^[-+]?0[xX]/.test(text);
  if ((isHex ? STRAY_UNDERSCORE_AMONG_HEX : STRAY_UNDERSCORE).test(text)) return null;
  const plain = text.replaceAll('_', '');
  const value = isHex ? hexFloat(plain) : DECIMAL.test(plain) ? Number(plain) : null;
  return value !== null && Number.isFinite(value) ? value : null;
}

function hexFloat(text: string): number | null {
  const [, sign, whole = '', fraction = '', exponent] = HEXADECIMAL.exec(text) ?? [];
  if (whole + fraction === '' || exponent === undefined) return null;
  const power = Number(exponent) - 4 * fraction.length;
  // In two steps, because the power alone may be out of a float's reach where the product is not.
  const half = Math.trunc(power / 2);
  const size = Number(BigInt(`0x${whole}${fraction}`)) * 2 ** half * 2 ** (power - half);
  return sign === '-' ? -size : size;
}

/** A number as Go's `%v` prints it: floats from a million on with an exponent of two digits at least, infinity with a sign. */
export function goNumberText(value: bigint | number): string {
  if (typeof value === 'bigint') return value.toString();
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const scientific = value.toExponential();
  const exponent = Number(scientific.split('e')[1]);
  if (value === 0 || (exponent >= -4 && exponent < MOST_DIGITS)) return String(value);
  return scientific.replace(/e([-+])(\d)$/, 'e$10$2');
}

/** Go's `%g` switches to an exponent from here on (`1e+06`), whatever the number of digits that are needed. */
const MOST_DIGITS = 6;
