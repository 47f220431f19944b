import type { LintTextRequest } from '../../../../main/core/agents/lint/lint-text.ts';

/** One mistake and the same text without it. */
export interface RulePair {
  readonly rule: string;
  readonly title: string;
  readonly name: string;
  readonly bad: string;
  /** Line of the finding. */
  readonly line: number;
  /** The bad text with the edits of the finding; null where no text can mend it. */
  readonly mended: string | null;
  readonly good: string;
  readonly change?: Partial<LintTextRequest>;
}
