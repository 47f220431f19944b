import type { ConfigEntries, ConfigEntry } from './config-entries.ts';
import { ConfigMistake } from './config-mistake.ts';
import { ELSEWHERE, OLD_NAMES, SETTINGS } from './known-settings.ts';
import { resolveNode, type Sources } from './resolve-value.ts';

const NAMES = [...SETTINGS.map(({ key }) => key), ...OLD_NAMES.keys(), ...ELSEWHERE];

/** The settings under `apm-server`, where whole sections may be references to others. Throws `ConfigMistake` where a section is something else. */
export function openServerSection(root: ConfigEntries, sources: Sources): ConfigEntries {
  const entry = root.get('apm-server');
  return entry === undefined ? new Map() : (opened('', entry, sources) ?? new Map());
}

/** Whether settings of that beginning exist, such as `auth` or `rum.source_mapping`. */
export function isSection(key: string): boolean {
  return NAMES.some((each) => each.startsWith(`${key}.`));
}

/** Null where nothing stands behind the section's name. */
function opened(key: string, { node }: ConfigEntry, sources: Sources): ConfigEntries | null {
  const resolved = resolveNode(node, sources);
  if (resolved.kind === 'value' && resolved.value === null) return null;
  if (resolved.kind !== 'map')
    throw new ConfigMistake(
      node.at,
      `"${key === '' ? 'apm-server' : key}" is a section, and here is ${resolved.kind === 'list' ? 'a list' : 'a single value'}`,
      'Write its settings below it, indented, one a line.',
    );
  const below = [...resolved.entries].map(([name, entry]): [string, ConfigEntry] => {
    const child = key === '' ? name : `${key}.${name}`;
    if (!isSection(child) || ELSEWHERE.includes(child)) return [name, entry];
    const entries = opened(child, entry, sources);
    const at = entry.node.at;
    const node: ConfigEntry['node'] =
      entries === null ? { kind: 'value', at, value: null, text: '' } : { kind: 'map', at, entries: new Map(entries) };
    return [name, { ...entry, node }];
  });
  return new Map(below);
}
