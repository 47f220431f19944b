/** Where something stands in the file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mistake in the file itself: where, what, and how to cure it. Holds no value of the file. */
export class ConfigMistake extends Error {
  readonly at: Position;
  readonly fix: string;

  constructor(at: Position, what: string, fix: string) {
    super(what);
    this.name = 'ConfigMistake';
    this.at = at;
    this.fix = fix;
  }
}
