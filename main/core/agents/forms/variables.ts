import type { AgentDefinition, Setting, SettingKey, Wiring } from '../definition.ts';

/** What stands in a snippet where the secret token goes, until someone asks for the token itself. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is meant to look like a variable of a shell.
export const SECRET_PLACEHOLDER = '${SECRET_TOKEN}';

/** The setting of `agent` for `key`; that each definition has it is checked by the catalogue's tests. */
export function settingOf(agent: Pick<AgentDefinition, 'id' | 'settings'>, key: SettingKey): Setting {
  const setting = agent.settings.find((each) => each.key === key);
  if (setting === undefined) throw new Error(`the definition of ${agent.id} says nothing about ${key}`);
  return setting;
}

/** Name of the variable that holds the secret token. */
export function tokenVariable(agent: Pick<AgentDefinition, 'id' | 'settings'>): string {
  return settingOf(agent, 'secretToken').env ?? 'ELASTIC_APM_SECRET_TOKEN';
}

/** Whether the agent has any way to send a token; a browser has none that would stay secret. */
export function sendsToken(agent: Pick<AgentDefinition, 'settings'>): boolean {
  return agent.settings.some(({ key, env, code }) => key === 'secretToken' && (env ?? code) !== null);
}

/** The variables without the secret token, which most forms bring in by a way of their own. */
export function withoutToken(
  agent: Pick<AgentDefinition, 'id' | 'settings'>,
  variables: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  return variables.filter(([name]) => name !== tokenVariable(agent));
}

/** What stands before the secret token in its variable: nothing, or the header that it is the value of. */
export function beforeToken(agent: Pick<AgentDefinition, 'id' | 'settings'>): string {
  return settingOf(agent, 'secretToken').before ?? '';
}

/** A value quoted for its format; the placeholder stays as it is, so that it reads the same everywhere. */
export function written(value: string, quote: (value: string) => string): string {
  if (!value.endsWith(SECRET_PLACEHOLDER)) return quote(value);
  const before = value.slice(0, -SECRET_PLACEHOLDER.length);
  return before === '' ? value : `${quote(before)}${SECRET_PLACEHOLDER}`;
}

/** What an agent is given so that it trusts the authority, where the CA file is at `caFile`; null where it reads no file. */
export function trustFileOf(agent: AgentDefinition, caFile: string): string | null {
  return agent.trustFile === undefined ? caFile : agent.trustFile(caFile);
}

/** Whether the endpoint asks for a token at all. */
export function hasToken(wiring: Wiring): boolean {
  return wiring.auth === 'token';
}
