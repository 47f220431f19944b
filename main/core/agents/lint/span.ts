/** A stretch of a text: UTF-16 offsets, `end` being the first one behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
