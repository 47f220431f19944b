import { fail, type Notice, type Settings } from '../../contract/index.ts';
import { settings as settingsShape } from '../../contract/shapes.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { keepAside } from '../host/keep-aside.ts';
import type { Preferences } from '../parts.ts';

/** What holds until the person says otherwise (design.md §5, §6). */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  endpoint: { port: 8200, hosts: [] },
  // Pages of this machine alone, where the real server would take those of any site that is open in the browser.
  rum: {
    enabled: false,
    origins: ['http://localhost:*', 'https://localhost:*', 'http://127.0.0.1:*'],
    services: [],
    eventLimit: 300,
  },
  vault: null,
  retention: { days: 7, megabytes: 1024 },
};

/**
 * The settings of a home, read once. A file that cannot be read is kept aside and said in a notice, and the defaults go on; a single field that is wrong
 * costs that field alone. `set` writes before it answers and rejects with `DISK_FAILED` or `INPUT_INVALID`, leaving everything as it was.
 */
export function openPreferences(host: Host, folders: Folders): Preferences {
  const found = readSettings(host, folders.settings);
  let current = found.settings;

  return {
    get: () => current,
    set: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const next = settingsShape.safeParse({ ...current, ...Object.fromEntries(given) });
      if (!next.success)
        throw fail('INPUT_INVALID', { what: `That setting is not valid: ${next.error.issues[0]?.message}.` });
      host.disk.makeFolder(folders.home, 0o700);
      writeAtomically(host, folders.settings, `${JSON.stringify(next.data, null, 2)}\n`);
      current = next.data;
      return current;
    },
    notices: () => found.notices,
  };
}

function readSettings(host: Host, path: string): { settings: Settings; notices: Notice[] } {
  const bytes = host.disk.read(path);
  if (bytes === null) return { settings: DEFAULT_SETTINGS, notices: [] };
  const fields = parsedFields(bytes);
  const settings = fields === null ? DEFAULT_SETTINGS : validFields(fields);
  const wrong = fields === null ? [] : Object.keys(DEFAULT_SETTINGS).filter((name) => !isValid(name, fields[name]));
  if (fields !== null && wrong.length === 0) return { settings, notices: [] };
  const what =
    fields === null ? 'It is not readable, so the defaults apply.' : `${wrong.join(', ')} fell back to the default.`;
  return { settings, notices: [damageNotice(host, path, what)] };
}

function parsedFields(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    // Not JSON: half-written or edited by hand. The caller keeps the file aside and says so.
    return null;
  }
}

/** A field that an older Sealwire did not know is not wrong, it is just not there yet. */
function isValid(name: string, value: unknown): boolean {
  if (value === undefined) return true;
  return settingsShape.partial().safeParse({ [name]: value }).success;
}

function validFields(fields: Record<string, unknown>): Settings {
  const valid = Object.entries(fields).filter(([name, value]) => value !== undefined && isValid(name, value));
  return settingsShape.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(valid) });
}

function damageNotice(host: Host, path: string, what: string): Notice {
  const notice = (text: string): Notice => ({
    id: 'settings-damaged',
    level: 'attention',
    title: 'The settings file was damaged',
    text: `${what} ${text}`,
    screen: '/settings',
  });
  try {
    return notice(`The file that was found is kept as ${keepAside(host, path)}.`);
  } catch (error) {
    // A read-only folder: the file stays where it is, which loses nothing either.
    return notice(`The file stays at ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
