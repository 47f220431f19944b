import type { Comment } from '../marks.ts';

/** One kind of file that wiring can be written into. */
export interface FileEditor {
  /** The form of a snippet whose lines go into such a file. */
  readonly as: string;
  /** How a comment begins, for the marks around what is added; null for a file that takes none. */
  readonly comment: Comment | null;
  /** Whether what the agent calls its settings file may also be called otherwise, as `appsettings.Development.json`. */
  readonly hasVariants?: boolean;
  /** Whether any line of such a file may hold a secret, so that a change is shown without the lines around it. */
  readonly isPrivate?: boolean;
  takes(name: string): boolean;
  /**
   * The text with the snippet's lines in it, between marks, and with what contradicts them left out; everything else stays as it is. `text` has lines that end in `\n` and nothing of
   * ours yet. Throws `CannotEdit` where that cannot be done safely.
   */
  edit(text: string, lines: readonly string[], wish: EditWish): string;
}

export interface EditWish {
  readonly service: string;
  /** The entry of a Compose file that was asked for. */
  readonly entry: string | null;
}

/** Why a file is left as it is: a sentence, and what the person can do. */
export class CannotEdit extends Error {
  readonly fix: string | null;
  constructor(why: string, fix: string | null = null) {
    super(why);
    this.fix = fix;
  }
}
