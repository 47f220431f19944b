import { slipsBetween } from '../../../words/slips-between.ts';
import type { AgentDefinition } from '../../definition.ts';
import { rename } from '../edits.ts';
import type { LintContext, Meant, Problem, Rule } from '../lint-types.ts';
import { ownName } from '../meaning.ts';
import { OTHER_NAMES } from '../other-names.ts';
import { listed, titlesOf } from '../words.ts';

const VARIABLE_PREFIX = 'ELASTIC_APM_';

/** More slips than this and it is another word. */
const MOST_SLIPS = 2;

/** A name that no agent reads. An agent passes over what it does not know, without a word. */
export const unknownSetting: Rule = {
  id: 'unknown-setting',
  summary: 'A name that the agent does not read is passed over without a word.',
  source: 'reference/agents.md §1',
  check: (context) => context.meant.flatMap((meant) => problemOf(meant, context) ?? []),
};

function problemOf(meant: Meant, context: LintContext): Problem | null {
  const { written, known, knownElsewhere } = meant;
  // An agent that reads no variable at all, as in a page or on a device, is not the one that this is for.
  const readers = meant.readers.filter((agent) => written.kind === 'own' || readsVariables(agent));
  if (known.length > 0 || readers.length === 0 || !isMeantForAgent(written.name, written.kind)) return null;
  if (written.kind === 'variable' && knownElsewhere.length > 0) {
    const whose = listed(readers.map(({ title }) => title));
    const message = `${written.name} is a setting of the agent for ${titlesOf(knownElsewhere)}; the one for ${whose} does not read it.${otherWay(meant)}`;
    // Where the project has several agents it is one of them that matters, and which cannot be told.
    return { at: meant, severity: readers.length === 1 ? 'error' : 'warning', message, edits: [] };
  }
  if (written.kind === 'variable' && isOtherName(written.lookup)) return null;
  const { name: near, slips } = nearestName(meant, context) ?? { name: null, slips: 0 };
  if (near !== null && slips > 0 && isOtherName(written.lookup)) return null;
  if (near !== null) {
    const message = `No agent reads ${written.name}; it looks like a slip for ${near}. As it is, it does nothing.`;
    return { at: meant, severity: 'error', message, edits: rename(written, near) };
  }
  if (isOtherName(written.lookup) || !written.name.startsWith(VARIABLE_PREFIX)) return null;
  return { at: meant, severity: 'note', message: `No agent that Sealwire knows reads ${written.name}.`, edits: [] };
}

function readsVariables({ settings }: AgentDefinition): boolean {
  return settings.some(({ env }) => env !== null);
}

/** An authority is what most people look for a setting for, and some agents have none. */
function otherWay({ knownElsewhere, readers }: Meant): string {
  if (!knownElsewhere.some(({ setting }) => setting.key === 'caFile')) return '';
  const stores = readers.filter(({ storesRead }) => storesRead.length > 0);
  return stores.length === 0
    ? ''
    : ' It trusts what is in a store of its runtime or system: `sealwire trust list` shows them.';
}

/** Every name in a place that only an agent reads; of variables, those that look as if they were for one. */
function isMeantForAgent(name: string, kind: 'variable' | 'own'): boolean {
  return kind === 'own' || (/^[A-Z0-9_]+$/i.test(name) && /ELASTIC|APM|^OTEL_/i.test(name));
}

function isOtherName(lookup: string): boolean {
  return OTHER_NAMES.has(bareName(lookup));
}

/** A name in capitals, without a prefix, whichever way its format spells words. */
function bareName(name: string): string {
  const own = ownName(name).replace(new RegExp(`^${VARIABLE_PREFIX}`), '');
  return /[a-z]/.test(own) && !own.includes('_')
    ? own.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
    : own.toUpperCase();
}

interface Near {
  readonly name: string;
  /** 0 where only capitals and small letters differ. */
  readonly slips: number;
}

/** The nearest name of the definitions, in the spelling of this place, or of what agents read besides; null where none is near. */
function nearestName({ written, readers }: Meant, { catalogue }: LintContext): Near | null {
  const { kind, lookup } = written;
  const typed = ownName(lookup).toUpperCase();
  const agents = readers.length > 0 ? readers : catalogue;
  const names = agents.flatMap(({ settings }) =>
    settings.flatMap((setting) => (kind === 'variable' ? setting.env : setting.code) ?? []),
  );
  const others = kind === 'variable' ? [...OTHER_NAMES].map((name) => `${VARIABLE_PREFIX}${name}`) : [];
  const ranked = [...new Set([...names, ...others])]
    .filter((name) => name !== '' && Math.abs(ownName(name).length - typed.length) <= MOST_SLIPS)
    .map((name) => ({ name, slips: slipsBetween(typed, ownName(name).toUpperCase()) }))
    .sort((one, other) => one.slips - other.slips);
  const [best] = ranked;
  return best !== undefined && best.slips <= Math.min(MOST_SLIPS, Math.floor(typed.length / 4)) ? best : null;
}
