import type { AgentDefinition, Block, Framework, Shell, Wiring } from '../definition.ts';

/** One way of configuring an agent that all agents share, such as environment variables or a Compose file. */
export interface Form {
  readonly as: string;
  readonly title: string;
  /** Shells in which its commands can be written, the first being the one that is shown first. */
  readonly shells: readonly Shell[];
  /** The values as they are seen from where the application runs: a container has other addresses and other paths. */
  seenFromApplication(wiring: Wiring): Wiring;
  render(request: FormRequest): FormOutput;
}

/** `wiring` holds the values as they are on this machine. */
export interface FormRequest {
  readonly agent: AgentDefinition;
  readonly framework: Framework;
  readonly wiring: Wiring;
}

export interface FormOutput {
  readonly blocks: readonly Block[];
  /** The variables that this form needs the application to start with. */
  readonly env: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
}

export const ALL_SHELLS: readonly Shell[] = ['bash', 'fish', 'pwsh', 'cmd'];
