const INTEGER = /^([-+]?)(?:0[xX]([\da-fA-F_]+)|0[bB]([01_]+)|0[oO]?([0-7_]+)|(0|[1-9][\d_]*))$/;
const UNDERSCORES = /^_|_$|__/;
const MOST = 2n ** 64n - 1n;
const LEAST = -(2n ** 63n);
const FLOAT = /^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/;
const NO_NUMBER = /^([-+]?)(inf|infinity)$|^nan$/i;

/** The number that Go's `strconv` sees in a text with base 0 (leading zero is octal, `_` may separate digits), or null. */
export function goNumber(text: string): bigint | number | null {
  const [, sign, hex, binary, octal, decimal] = INTEGER.exec(text) ?? [];
  const digits = hex ?? binary ?? octal ?? decimal;
  if (digits !== undefined && !UNDERSCORES.test(hex ?? binary ?? decimal ?? '0') && !/_$|__/.test(digits)) {
    const prefix = hex !== undefined ? '0x' : binary !== undefined ? '0b' : octal !== undefined ? '0o' : '';
    const size = BigInt(prefix + digits.replaceAll('_', ''));
    const value = sign === '-' ? -size : size;
    if (value <= MOST && value >= LEAST) return value;
  }
  const [special, minus, infinite] = NO_NUMBER.exec(text) ?? [];
  if (special !== undefined) return infinite === undefined ? Number.NaN : minus === '-' ? -Infinity : Infinity;
  return FLOAT.test(text) && !/_$|__|_[.eE]|\._/.test(text) ? Number(text.replaceAll('_', '')) : null;
}

/** A number as Go's `%v` prints it: exponents have two digits, and infinity a sign. */
export function goNumberText(value: bigint | number): string {
  if (typeof value === 'bigint') return value.toString();
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-4 || size >= 1e21) ? value.toExponential() : String(value);
  return text.replace(/e([-+])(\d)$/, 'e$10$2');
}
