import { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import type { Disk } from '../host/host.ts';
import { ConfigMistake } from './config-mistake.ts';
import type { SettingReader } from './setting-reader.ts';

const CERTIFICATES = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Whether a setting holds PEM itself and not the path of a file: the real server goes by its first sign. */
export function isInlinePem(where: string): boolean {
  return where.trim().startsWith('-');
}

/** The certificates in a PEM text, one each; null where there is none, or one that cannot be read. */
export function certificatesIn(text: string): string[] | null {
  const found = text.match(CERTIFICATES) ?? [];
  const isSound = found.every((pem) => {
    try {
      new X509Certificate(pem);
      return true;
    } catch {
      // OpenSSL's words for broken DER; the caller has its own.
      return false;
    }
  });
  return found.length > 0 && isSound ? [...found] : null;
}

/** Reads what settings name, from `folder` on where a path is relative; `key` is the setting that a mistake is shown at, and what is inline comes into no message. */
export function pemReader(read: SettingReader, disk: Disk, folder: string): (key: string, where: string) => string {
  return (key, where) => {
    if (isInlinePem(where)) return where;
    const path = resolve(folder, where);
    const isPath = !/[\0\n]/.test(where);
    const bytes = isPath ? readIfThere(disk, path) : null;
    if (bytes !== null) return bytes.toString('utf8');
    const shown = where.length > 200 || !isPath || !read.mayQuote(key) ? 'a path' : path;
    throw new ConfigMistake(
      read.at(key),
      `"${key}" names ${shown}, and no file can be read there`,
      `Correct the path (a relative one starts at ${folder}), or let this user read the file.`,
    );
  };
}

function readIfThere(disk: Disk, path: string): Buffer | null {
  try {
    return disk.read(path);
  } catch {
    // A folder, or a file that belongs to somebody else: the sentence of the caller names both cures.
    return null;
  }
}
