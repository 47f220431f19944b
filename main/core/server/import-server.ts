import { dirname, isAbsolute } from 'node:path';
import { fail, Secret, type ServerImport } from '../../contract/index.ts';
import { escapedForServer } from '../handover/server-settings-tree.ts';
import { yamlText } from '../handover/yaml-text.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Security } from '../parts.ts';
import { changedByReference } from './changed-by-reference.ts';
import { readEncodedKeystore } from './keystore-file.ts';
import { readServerFile } from './read-server-file.ts';
import { forgetStandsIn, ownSettingsPath, writeStandsIn } from './stands-in.ts';

export interface ImportParts {
  readonly host: Host;
  readonly folders: Pick<Folders, 'workspaces'>;
  readonly security: Pick<Security, 'workspace' | 'adoptToken' | 'initialised'>;
}

/** What is known of a server: its files by their whole paths, its URL, its token. */
export interface ImportWish {
  readonly files: readonly string[];
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  /** Which entry of the keystore is the token. */
  readonly tokenKey?: string | undefined;
  /** Reads and checks everything, and keeps nothing. */
  readonly dryRun?: boolean | undefined;
}

interface Given {
  readonly settings: string | null;
  readonly keystore: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
}

/**
 * Makes the workspace stand in for a real server from its next start on: by its settings, its certificate, its token. Files stay where they are and are read anew at each start; the token becomes the
 * workspace's active one, and the one of before keeps working until it is retired. Everything is read and checked before anything is kept. Rejects with `SERVER_FILE_WRONG`, `KEYSTORE_UNUSABLE`,
 * `INPUT_INVALID`, `NOT_FOUND` or `NOT_INITIALISED`.
 */
export async function importServer(parts: ImportParts, wish: ImportWish): Promise<ServerImport> {
  const { host, folders, security } = parts;
  if (!security.initialised()) throw fail('NOT_INITIALISED', { workspace: security.workspace });
  const given = sorted(host, wish.files);
  const url = wish.url === undefined ? null : serverUrl(wish.url);
  const notes: string[] = [];
  if (given.settings !== null && (given.certificate !== null || given.key !== null))
    notes.push(
      'The settings name their own certificate and key, so the files of them that were given are passed over.',
    );
  const own = given.settings === null ? ownSettings(given) : null;
  const ownPath = ownSettingsPath(folders, security.workspace);
  const config = given.settings ?? (own === null ? null : ownPath);
  const file =
    config === null ? null : readServerFile(withFile(host, ownPath, own), config, { keystore: given.keystore });
  if (file !== null) notes.push(file.summary, ...file.notes);
  const token = tokenOf(host, wish, given, file?.settings.auth.secretToken ?? null, notes);
  if (config === null && url === null && token === null)
    throw fail('INPUT_INVALID', {
      what: 'Nothing was given to import: name files of the server, its URL, or its token',
    });
  if (wish.dryRun === true) return { config, url, token: token === null ? 'none' : 'adopted', notes };
  const adopted = token === null ? null : await security.adoptToken(token);
  forgetStandsIn(host, folders, security.workspace);
  if (own !== null) {
    host.disk.makeFolder(dirname(ownPath), 0o700);
    writeAtomically(host, ownPath, own);
  }
  writeStandsIn(host, folders, security.workspace, {
    config,
    keystore: config === null ? null : given.keystore,
    url,
    importedAt: host.now().toISOString(),
  });
  return { config, url, token: adopted === null ? 'none' : adopted.isNew ? 'adopted' : 'same', notes };
}

/** A machine on which that file says `text`, so that it is read before it is written. */
function withFile(host: Host, path: string, text: string | null): Host {
  if (text === null) return host;
  return {
    ...host,
    disk: { ...host.disk, read: (each) => (each === path ? Buffer.from(text) : host.disk.read(each)) },
  };
}

function sorted({ disk }: Pick<Host, 'disk'>, files: readonly string[]): Given {
  const found: Record<keyof Given, string | null> = { settings: null, keystore: null, certificate: null, key: null };
  for (const path of files) {
    if (!isAbsolute(path)) throw fail('INPUT_INVALID', { what: `"${path}" is no whole path` });
    const bytes = disk.read(path);
    if (bytes === null) throw fail('NOT_FOUND', { what: 'file', id: path, fix: 'Correct the path.' });
    for (const kind of kindsOf(bytes.toString('latin1'))) {
      if (found[kind] !== null)
        throw fail('INPUT_INVALID', {
          what: `${found[kind]} and ${path} are both a ${WORDS[kind]}, and a server has one`,
        });
      found[kind] = path;
    }
  }
  return found;
}

const WORDS: Readonly<Record<keyof Given, string>> = {
  settings: 'settings file',
  keystore: 'keystore',
  certificate: 'certificate',
  key: 'private key',
};

function kindsOf(text: string): (keyof Given)[] {
  if (/^v\d[A-Za-z0-9+/=]*\s*$/.test(text)) return ['keystore'];
  if (!/^(?:Bag Attributes|-----BEGIN )/m.test(text.trimStart().slice(0, 20))) return ['settings'];
  const kinds: (keyof Given)[] = [];
  if (text.includes('-----BEGIN CERTIFICATE-----')) kinds.push('certificate');
  if (/-----BEGIN (?:\w+ )*PRIVATE KEY-----/.test(text)) kinds.push('key');
  return kinds.length === 0 ? ['settings'] : kinds;
}

/** Settings that say nothing but certificate and key; null where neither was given. */
function ownSettings({ certificate, key }: Given): string | null {
  if (certificate === null && key === null) return null;
  if (certificate === null || key === null)
    throw fail('INPUT_INVALID', {
      what:
        key === null
          ? 'A certificate cannot be presented without its private key: name that file too'
          : 'A private key is nothing without its certificate: name that file too',
    });
  const ssl = { certificate: escapedForServer(certificate), key: escapedForServer(key) };
  return `# Made by Sealwire: the certificate of the server that it stands in for.\n${yamlText({ 'apm-server': { ssl } })}`;
}

function tokenOf(
  host: Pick<Host, 'disk'>,
  wish: ImportWish,
  { keystore }: Given,
  ofSettings: Secret | null,
  notes: string[],
): Secret | null {
  if (wish.token !== undefined) {
    const typed = new Secret(wish.token);
    if (wish.token.trim() === '') throw fail('INPUT_INVALID', { what: 'The token is empty' });
    if (changedByReference(typed, 'keystore') !== null)
      notes.push(
        'This token looks like a number or a switch, or has space around it: where the server’s settings refer to it, APM Server reads it as another text, and agents that send it get 401. Choose one that begins with a letter from g to z.',
      );
    return typed;
  }
  if (ofSettings !== null || keystore === null) return ofSettings;
  const entries = readEncodedKeystore(host, keystore) ?? new Map<string, Secret>();
  const names = [...entries.keys()].sort();
  const likely = names.filter((name) => /token/i.test(name));
  const name = wish.tokenKey ?? (likely.length === 1 ? likely[0] : undefined);
  const value = name === undefined ? undefined : entries.get(name);
  if (value === undefined)
    throw fail('INPUT_INVALID', {
      what: `It is not clear which entry of the keystore is the token (--token-key KEY): it holds ${names.join(', ') || 'nothing'}`,
    });
  const stored = new Secret(Buffer.from(value.reveal(), 'base64').toString('utf8'));
  const read = changedByReference(stored, 'keystore');
  if (read === null) return stored;
  notes.push(
    `APM Server reads the entry ${name} as another text than it is, because it looks like a number or a switch, or has space around it. What the server takes is imported; agents must send that.`,
  );
  return read.reveal() === '' ? stored : read;
}

function serverUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw fail('INPUT_INVALID', { what: 'The URL of the server is none such as https://apm.example.com:8200' });
  if (url.username !== '' || url.password !== '')
    throw fail('INPUT_INVALID', { what: 'The URL of the server holds a user name or a password; leave them out' });
  return url.origin;
}
