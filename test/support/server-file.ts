import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SealwireError, Secret } from '../../main/contract/index.ts';
import type { Host } from '../../main/core/host/host.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { writeKeystore } from '../../main/core/server/keystore-file.ts';
import { readServerFile, type ServerFile } from '../../main/core/server/read-server-file.ts';

/** A folder with an `apm-server.yml`, beside a keystore with these entries, read as `up --config` reads it. */
export interface ServerFolder {
  readonly folder: string;
  readonly path: string;
  write(name: string, text: string): string;
  read(text: string, env?: Readonly<Record<string, string>>, host?: Partial<Host>): ServerFile;
  /** Why a file is refused; throws where it is read. The folder's name is left out. */
  mistake(text: string, env?: Readonly<Record<string, string>>): { readonly message: string; readonly fix: string };
  remove(): void;
}

export function serverFolder(keystore: Readonly<Record<string, string>> = {}): ServerFolder {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-config-'));
  const path = join(folder, 'apm-server.yml');
  const write = (name: string, text: string): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  if (Object.keys(keystore).length > 0) {
    mkdirSync(join(folder, 'data'));
    const entries = Object.entries(keystore).map(([key, value]): [string, Secret] => [key, new Secret(value)]);
    writeKeystore(realHost(), join(folder, 'data', 'apm-server.keystore'), new Map(entries));
  }
  const read: ServerFolder['read'] = (text, env = {}, host = {}) => {
    writeFileSync(path, text);
    return readServerFile({ ...realHost(), env, ...host }, path);
  };
  return {
    folder,
    path,
    write,
    read,
    mistake: (text, env) => {
      try {
        read(text, env);
      } catch (error) {
        if (!(error instanceof SealwireError)) throw error;
        return { message: error.message.replaceAll(`${folder}/`, ''), fix: error.fix.replaceAll(folder, 'FOLDER') };
      }
      throw new Error(`it was read: ${text}`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
