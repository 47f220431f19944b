import { nearestWord } from '../words/nearest-word.ts';
import type { ConfigEntries, ConfigEntry } from './config-entries.ts';
import { ELSEWHERE, OTHER_SECTIONS, SETTINGS } from './known-settings.ts';
import { isSection } from './open-sections.ts';

const KEYS = SETTINGS.map(({ key }) => key);
const READ_ELSEWHERE = ['apm-server', 'path', 'keystore'];

/** Says what no APM Server knows, with the nearest real name, and gathers what has no meaning here. */
export function passOver(
  root: ConfigEntries,
  section: ConfigEntries,
  said: (entry: ConfigEntry, what: string) => void,
): string[] {
  const elsewhere: string[] = [];
  for (const [key, entry] of root) {
    if (OTHER_SECTIONS.includes(key)) elsewhere.push(key);
    else if (!READ_ELSEWHERE.includes(key)) said(entry, unknownWords(key, ['apm-server', ...OTHER_SECTIONS], ''));
  }
  const walk = (entries: ConfigEntries, before: string): void => {
    for (const [part, entry] of entries) {
      const key = before + part;
      if (ELSEWHERE.includes(key)) elsewhere.push(`apm-server.${key}`);
      else if (KEYS.includes(key)) continue;
      else if (!isSection(key)) said(entry, unknownWords(key, [...KEYS, ...ELSEWHERE], 'apm-server.'));
      else if (entry.node.kind === 'map') walk(entry.node.entries, `${key}.`);
    }
  };
  walk(section, '');
  return elsewhere;
}

function unknownWords(key: string, known: readonly string[], before: string): string {
  const last = key.split('.').at(-1) ?? key;
  const moved = [...known, ...KEYS].find(
    (each) => each === key || each.endsWith(`.${key}`) || each.endsWith(`.${last}`),
  );
  const nearest = nearestWord(key, known) ?? moved ?? null;
  const hint =
    nearest === null ? '.' : `; did you mean "${KEYS.includes(nearest) ? 'apm-server.' : before}${nearest}"?`;
  return `APM Server has no setting "${before}${key}", and it changes nothing${hint}`;
}
