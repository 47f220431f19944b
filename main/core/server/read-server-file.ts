import { X509Certificate } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { fail } from '../../contract/index.ts';
import type { ServerSettings } from '../endpoint/server-settings.ts';
import type { TlsSettings } from '../endpoint/tls/tls-settings.ts';
import type { Host } from '../host/host.ts';
import type { ConfigEntries } from './config-entries.ts';
import { ConfigMistake, type Position } from './config-mistake.ts';
import { readConfigTree } from './config-tree.ts';
import { summaryOf } from './file-summary.ts';
import { readKeystore } from './keystore-file.ts';
import { listenAddressOf } from './listen-address.ts';
import { renameOld } from './old-names.ts';
import { openServerSection } from './open-sections.ts';
import { passOver } from './passed-over.ts';
import { certificatesIn } from './pem-files.ts';
import { readTls } from './read-tls.ts';
import type { Sources } from './resolve-value.ts';
import { keystorePath, withPaths } from './server-paths.ts';
import { settingReader } from './setting-reader.ts';
import { settingsOf } from './settings-of.ts';
import type { TlsFiles } from './tls-files.ts';

/** An `apm-server.yml` that is in force for this run. */
export interface ServerFile {
  readonly path: string;
  readonly settings: ServerSettings;
  /** Null presents Sealwire's certificate under the real server's defaults. */
  readonly tls: TlsSettings | null;
  /** The certificate files behind `tls`; null where they are not read anew. */
  readonly tlsFiles: TlsFiles | null;
  /** What agents have to trust in place of Sealwire's CA; null where that is not known, or Sealwire's it is. */
  readonly caPath: string | null;
  /** The port of `host`; null where the file names none. */
  readonly port: number | null;
  /** One line: that the file is in force, and where it is not followed. */
  readonly summary: string;
  /** Whole sentences about what was passed over, is old, or is read differently than it is written. */
  readonly notes: readonly string[];
}

const LARGEST_BYTES = 1024 * 1024;

/**
 * Reads the real server's settings file: dotted and nested names, references to other settings, keystore and environment. Relative paths start at the file's
 * folder. `over` names another keystore than the settings do. Throws `SERVER_FILE_WRONG` with line, column and cure, `KEYSTORE_UNUSABLE`, or `NOT_FOUND`.
 */
export function readServerFile(host: Host, path: string, over: { readonly keystore?: string | null } = {}): ServerFile {
  const bytes = host.disk.read(path);
  if (bytes === null) throw fail('NOT_FOUND', { what: 'file', id: path, fix: 'Correct the path after --config.' });
  try {
    if (bytes.length > LARGEST_BYTES)
      throw new ConfigMistake(
        { line: 1, column: 1 },
        'This file is larger than any settings file',
        'Name the apm-server.yml.',
      );
    return readTree(host, path, readConfigTree(bytes.toString('utf8')).entries, over.keystore ?? null);
  } catch (error) {
    if (!(error instanceof ConfigMistake)) throw error;
    throw fail('SERVER_FILE_WRONG', {
      where: `${path}:${error.at.line}:${error.at.column}`,
      what: error.message,
      fix: error.fix,
    });
  }
}

function readTree(host: Host, path: string, written: ConfigEntries, keystore: string | null): ServerFile {
  const folder = dirname(path);
  const name = basename(path);
  const processors = written.get('processors');
  if (processors !== undefined)
    throw new ConfigMistake(
      processors.keyAt,
      'The real server refuses "processors" here (libbeat processors are not supported)',
      'Take the section out.',
    );
  const sources = sourcesOf(host, written, folder, keystore);
  const notes: string[] = [];
  const note = (at: Position, sentence: string): void => {
    notes.push(`${name}:${at.line}:${at.column}: ${sentence}`);
  };
  const known = renameOld(openServerSection(written, sources), (entry, what) => note(entry.keyAt, what));
  const passedOver = passOver(written, known, (entry, what) => note(entry.keyAt, what));
  if (passedOver.length > 0)
    notes.push(
      `${name}: passed over, because it means something only with Elasticsearch, Kibana, an output or the server's own process: ${passedOver.join(', ')}.`,
    );
  const read = settingReader(known, sources, note);
  const settings = settingsOf(read, note);
  const hasTls = known.get('ssl')?.node.kind === 'map';
  const tls = hasTls ? readTls(read, host, folder, (sentence) => notes.push(`${name}: ${sentence}`)) : null;
  const address = listenAddressOf(read);
  return {
    path,
    settings,
    tls: tls?.settings ?? null,
    tlsFiles: tls?.files ?? null,
    caPath: tls?.caPath ?? null,
    port: address.port,
    summary: summaryOf(
      path,
      address,
      tls === null
        ? hasTls
          ? 'off'
          : 'missing'
        : { issuer: issuerOf(tls.settings), caPath: tls.caPath, rereadMs: tls.files?.everyMs ?? null },
    ),
    notes,
  };
}

function sourcesOf(host: Host, written: ConfigEntries, folder: string, keystore: string | null): Sources {
  const bare: Sources = { root: withPaths(written, folder), keystore: new Map(), env: host.env };
  return { ...bare, keystore: readKeystore(host, keystore ?? keystorePath(written, bare, folder)) };
}

/** The issuer's name in one line, as the last of the certificates that are presented tells it. */
function issuerOf({ identity }: TlsSettings): string {
  const last = certificatesIn(identity?.chainPem ?? '')?.at(-1);
  return last === undefined ? 'nobody' : new X509Certificate(last).issuer.replaceAll('\n', ', ');
}
