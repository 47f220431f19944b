/** A number as it was written, where that decides: `1.0` is no integer to the real server, though it equals one. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  isInteger(): boolean {
    return /^[+-]?\d+$/.test(this.text);
  }

  toJSON(): number {
    return Number(this.text);
  }
}
