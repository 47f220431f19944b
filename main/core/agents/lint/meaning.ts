import type { AgentDefinition, Setting } from '../definition.ts';
import type { KnownAs, Meant } from './lint-types.ts';
import type { WrittenSetting } from './written-setting.ts';

/** Names whose value is a secret whoever reads it. */
const SECRET_NAME = /token|api_?key|password|headers|authorization|secret/i;

const PREFIX = /^(ElasticApm:|elastic_apm\.|elastic\.apm\.)/;

/**
 * What each written setting is, by the names in the definitions. `among` are the agents that the project has, or that were named; empty where nothing is known,
 * and a variable then may be any agent's.
 */
export function meaningOf(
  written: readonly WrittenSetting[],
  catalogue: readonly AgentDefinition[],
  among: readonly string[],
): readonly Meant[] {
  return written.map((each) => {
    const wanted = each.agents.length > 0 ? each.agents : among;
    const readers = wanted.length === 0 ? catalogue : catalogue.filter(({ id }) => wanted.includes(id));
    const all = catalogue.flatMap((agent) => knownTo(agent, each));
    const known = all.filter(({ agent }) => readers.includes(agent));
    const isSecret = SECRET_NAME.test(each.name) || all.some(({ setting }) => setting.format === 'token');
    return {
      written: each,
      known,
      knownElsewhere: all.filter((one) => !known.includes(one)),
      readers,
      text: isSecret ? null : (each.value?.reveal() ?? null),
      secret: isSecret ? each.value : null,
    };
  });
}

function knownTo(agent: AgentDefinition, written: WrittenSetting): KnownAs[] {
  const setting = agent.settings.find((each) => isCalled(each, written));
  return setting === undefined ? [] : [{ agent, setting }];
}

function isCalled({ env, code }: Setting, { kind, lookup, agents }: WrittenSetting): boolean {
  if (kind === 'variable') return env === lookup;
  if (code === null) return false;
  const [name, said] = [ownName(code), ownName(lookup)];
  // Keys of .NET's configuration are compared without regard to case.
  return agents.includes('dotnet') ? name.toLowerCase() === said.toLowerCase() : name === said;
}

/** A name of the agent's own, without what its format puts before it. */
export function ownName(name: string): string {
  return name.replace(PREFIX, '');
}

/** The name of a setting in the place where `written` stands; null where it cannot be written there. */
export function nameThere(setting: Setting, { kind }: WrittenSetting): string | null {
  return kind === 'variable' ? setting.env : setting.code;
}
