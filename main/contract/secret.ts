const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * A value that must never be printed. String conversion, JSON and `util.inspect` all yield `[redacted]`;
 * only an explicit `reveal()` yields the text, so every place that lets a secret out can be found by that name.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }

  [inspect](): string {
    return 'Secret [redacted]';
  }
}
