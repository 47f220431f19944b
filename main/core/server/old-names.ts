import { type ConfigEntries, type ConfigEntry, entryAt, withEntry, withoutEntry } from './config-entries.ts';
import { OLD_NAMES } from './known-settings.ts';

/** Names of before 8.0 move to where they belong today, and are said; where both are there, today's counts. */
export function renameOld(section: ConfigEntries, said: (entry: ConfigEntry, what: string) => void): ConfigEntries {
  let renamed = section;
  for (const [old, today] of OLD_NAMES) {
    const entry = entryAt(renamed, old.split('.'));
    if (entry === null) continue;
    renamed = withoutEntry(renamed, old.split('.'));
    const isSet = entryAt(renamed, today.split('.')) !== null;
    const verdict = isSet ? `it is passed over, because "${today}" is set too` : `it is taken as "${today}"`;
    said(entry, `"${old}" is a name that APM Server knew before 8.0 and passes over since; here ${verdict}.`);
    if (!isSet) renamed = withEntry(renamed, today.split('.'), entry);
  }
  return renamed;
}
