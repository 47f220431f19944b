import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FileToSave } from '../../contract/desktop.ts';
import { SealwireError } from '../../contract/errors.ts';
import { writeAtomically } from '../../core/host/atomic-write.ts';
import { diskFailed } from '../../core/host/disk-failed.ts';
import type { Host } from '../../core/host/host.ts';

/** Asks where to save, with a path to begin from; null where the person thought better of it. */
export type AskWhere = (suggestion: string) => Promise<string | null>;

/**
 * Saves an export where the person says, whole or not at all; resolves to the path or null. What holds a private key or a token is for its owner's eyes alone. Rejects with
 * `DISK_FAILED` and a way on.
 */
export async function saveFile(
  file: FileToSave,
  downloads: string,
  ask: AskWhere,
  host: Pick<Host, 'disk' | 'randomBytes'>,
): Promise<string | null> {
  const path = await ask(join(downloads, basename(file.name)));
  if (path === null) return null;
  try {
    writeAtomically(host, targetOf(path), file.content, modeFor(file.content));
  } catch (error) {
    const { code, message } = diskFailed(error, 'save', path).toShape();
    throw new SealwireError({ code, message, fix: 'Choose another folder and save it again.' }, { cause: error });
  }
  return path;
}

/** 0600 for what holds a private key (RFC 7468 labels) or a secret token, 0644 for the rest. */
export function modeFor(content: string): number {
  return /PRIVATE KEY|secret[._-]?token/i.test(content) ? 0o600 : 0o644;
}

/** A link that stands at the chosen place stays; the file behind it is replaced. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // ENOENT: nothing stands there yet, the usual case; whatever else is wrong, the write will tell.
    return path;
  }
}
