import type { Secret } from '../../../contract/secret.ts';
import type { Span } from './span.ts';

/** The ways in which a setting reaches an agent, as far as they count for which one wins (reference/agents.md §1.4). */
export type WrittenForm = 'env' | 'system-property' | 'file' | 'code';

/** One setting as it stands in a text, whatever the format. A reader knows where it is and what it says, not whether that is right. */
export interface WrittenSetting {
  /** As it stands there. */
  readonly name: string;
  /** As a definition spells it: a variable as it is, an agent's own name without the prefix of its format. */
  readonly lookup: string;
  /** Whether it is a variable, or a name of the agent's own. */
  readonly kind: 'variable' | 'own';
  readonly form: WrittenForm;
  /** Ids of the agents that read such a place; empty where any of them may. */
  readonly agents: readonly string[];
  /** What the agent is given; null where that is known only when it runs. Kept as a secret, because a token may stand under any name. */
  readonly value: Secret | null;
  /** Whether the value is text in its format; a bare `true` or number is not. */
  readonly isText: boolean;
  readonly nameSpan: Span;
  /** Where the name stands again behind the value, as in XML; null in most formats. */
  readonly closingSpan: Span | null;
  /** The value with its quotes. */
  readonly valueSpan: Span;
  /** What goes when the setting is taken out. */
  readonly wholeSpan: Span;
  /** What shares a process with it within its file: a service of Compose, a container, a call. */
  readonly scope: string;
  /** Whether it applies inside a container, where addresses and paths are others. */
  readonly inContainer: boolean;
  /** Another value as it is written in the place of `valueSpan`. */
  quote(value: string): string;
  /** Another name, a definition's, as it is written in the place of `nameSpan`. */
  spell(name: string): string;
}
