import type { ExportedFile } from '../../main/contract/index.ts';
import { asCallError } from '../bridge/call-error.ts';
import { desktop } from '../bridge/desktop.ts';
import { bytesOfBase64 } from './base64.ts';
import { download } from './download.ts';

/**
 * Saves exported files: the desktop window asks where, a browser puts them with its downloads. Resolves to words for the place, or null where the person thought better of it.
 * Rejects with a `CallError` where they cannot be written. `folder` names what holds several of them.
 */
export async function saveFiles(folder: string, files: readonly ExportedFile[]): Promise<string | null> {
  const face = desktop();
  if (face === null) {
    for (const { name, base64 } of files) download(lastPart(name), bytesOfBase64(base64));
    return 'your browser’s downloads';
  }
  const answered = await face.saveFiles({ folder, files: [...files] }).catch((thrown: unknown) => {
    throw asCallError(thrown);
  });
  if ('error' in answered) throw asCallError(answered.error);
  return typeof answered.answer === 'string' ? answered.answer : null;
}

/** A browser keeps no folders; which one a file belongs in is said beside it. */
function lastPart(name: string): string {
  return name.split('/').at(-1) ?? name;
}
