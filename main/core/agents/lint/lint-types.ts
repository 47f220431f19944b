import type { Secret } from '../../../contract/secret.ts';
import type { AgentDefinition, Setting } from '../definition.ts';
import type { VersionRange } from './declared-agents.ts';
import type { FileFacts } from './file-facts.ts';
import type { Span } from './span.ts';
import type { WrittenSetting } from './written-setting.ts';

/** A name of a definition that a written setting has, with the agent that reads it. */
export interface KnownAs {
  readonly agent: AgentDefinition;
  readonly setting: Setting;
}

/** A written setting and what it is to the agents that may read it. */
export interface Meant {
  readonly written: WrittenSetting;
  /** Empty where none of the agents that may read it knows the name. */
  readonly known: readonly KnownAs[];
  /** Those that know the name, but are not the ones that read this place. */
  readonly knownElsewhere: readonly KnownAs[];
  /** The agents that may read it. */
  readonly readers: readonly AgentDefinition[];
  /** What it says; null where that is a secret, or known only when the application runs. */
  readonly text: string | null;
  /** The same where it may be a secret. */
  readonly secret: Secret | null;
}

/** A replacement in the text; with an empty `text` the span goes. Never holds a secret. */
export interface Edit extends Span {
  readonly text: string;
}

export type Severity = 'error' | 'warning' | 'note';

/** What a rule found, where, and what mends it. */
export interface Problem {
  readonly at: Meant;
  readonly severity: Severity;
  /** What will not work, why, and the next step; holds no secret. */
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** What a rule may know besides the text itself. */
export interface LintContext {
  readonly text: string;
  readonly meant: readonly Meant[];
  readonly catalogue: readonly AgentDefinition[];
  /** The versions of an agent that the project allows; null where it does not say. */
  versionOf(agent: string): VersionRange | null;
  /** What this machine has at a path that the text names; null where that cannot be said. */
  factsOf(path: string): FileFacts | null;
  /** Whether git has the file, or would take it in; null where there is no repository. */
  readonly inGit: 'tracked' | 'untracked' | null;
}

/** One thing that does not work. One file of `rules/` is one of these. */
export interface Rule {
  readonly id: string;
  /** What it looks for, as a sentence. */
  readonly summary: string;
  /** Where the fact stands: `repo version: path` or `reference/agents.md §n`. */
  readonly source: string;
  check(context: LintContext): readonly Problem[];
}
