/** A number as it was written, where that decides: `1.0` is no integer to the real server, though it equals one. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether it reads as an int64. */
  isInteger(): boolean {
    return isInt64(this.text);
  }

  toJSON(): number {
    return Number(this.text);
  }
}

/** Whether Go reads a text as an int64 (`strconv.ParseInt`). */
export function isInt64(text: string): boolean {
  if (!/^[+-]?\d+$/.test(text)) return false;
  const value = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(64, value) === value;
}
