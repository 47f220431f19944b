import type { WrittenSetting } from './written-setting.ts';

/** One format in which wiring is written. */
export interface Reader {
  readonly id: string;
  /** How a person calls it: `a Dockerfile`. */
  readonly title: string;
  /** Whether a file of this name, in small letters and without its folder, is in this format. */
  matches(name: string): boolean;
  /** Every setting in reading order. Takes any text: what is not of this format has none. `name` is the file's name in small letters, empty for a pasted text. */
  read(text: string, name: string): readonly WrittenSetting[];
}
