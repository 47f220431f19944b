import type { Fix } from '../../contract/index.ts';
import type { CureCode, SettingKey, Wiring } from '../agents/definition.ts';
import type { KnownAgent } from './known-agent.ts';

/** What is needed to speak an agent's dialect. */
export interface Speaker {
  readonly definition: KnownAgent | null;
  readonly wiring: Wiring;
}

/** How the one that failed is called in a sentence. */
export function nameOf({ definition }: Speaker): string {
  return definition?.title ?? 'The client';
}

/** Name of a setting as its user writes it, environment variable first; null where the agent has none that we would write. */
export function settingName({ definition }: Speaker, key: SettingKey): string | null {
  const setting = definition?.settings.find((each) => each.key === key && each.until === null && each.never === null);
  return setting?.env ?? setting?.code ?? null;
}

/** The agent's own cure; the `general` one where the agent is unknown or has none. */
export function curesFor({ definition, wiring }: Speaker, code: CureCode, general: readonly Fix[]): Fix[] {
  const [form = 'env'] = definition?.forms ?? [];
  const own = definition?.cure(code, form, wiring) ?? [];
  return [...(own.length > 0 ? own : general)];
}

/** A fix that is only said. */
export function advice(text: string): Fix {
  return { text, as: null, snippet: null };
}

/** A fix that is typed into a terminal. */
export function command(text: string, snippet: string): Fix {
  return { text, as: 'command', snippet };
}
