import { createHash } from 'node:crypto';
import type { Disk } from '../host/host.ts';

/** A text file as it is, and as an editor sees it. */
export interface FileText {
  readonly bytes: Buffer;
  readonly mode: number;
  /** Without byte order mark, and with `\n` alone. */
  readonly text: string;
  /** The bytes of a changed text, with this file's byte order mark and line endings. */
  encode(text: string): Buffer;
}

/** No configuration that a person writes is larger. */
const MOST_BYTES = 1024 * 1024;
const MARK = '\uFEFF';

/** The text of a file; null where there is none, and in words why it is not one that can be changed. */
export function readFileText(disk: Disk, path: string): FileText | string | null {
  const facts = disk.facts(path);
  if (facts === null) return null;
  if (facts.isFolder) return 'it is a folder';
  if (facts.bytes > MOST_BYTES) return 'it is larger than a megabyte';
  const bytes = disk.read(path) ?? Buffer.alloc(0);
  const whole = bytes.toString('utf8');
  if (!Buffer.from(whole).equals(bytes) || whole.includes('\0')) return 'it is no text in UTF-8';
  const hasMark = whole.startsWith(MARK);
  const isWindows = whole.split('\r\n').length * 2 > whole.split('\n').length;
  // A file that mixes them has some that would be lost.
  if (isWindows && /(?<!\r)\n/.test(whole)) return 'some of its lines end as on Windows and some do not';
  const text = whole.slice(hasMark ? 1 : 0).replaceAll('\r\n', '\n');
  return {
    bytes,
    mode: facts.mode & 0o777,
    text,
    encode: (changed) => Buffer.from((hasMark ? MARK : '') + (isWindows ? changed.replaceAll('\n', '\r\n') : changed)),
  };
}

/** By which a file is known again. */
export function fingerprintOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
