/** One way back of a change to a file: what it is before it is made, what makes it, and what is said afterwards. */
export interface WayBack {
  readonly does: string;
  readonly effect: 'change' | 'remove' | null;
  readonly said: string;
  make(): void;
}
