import { asCallError } from '../bridge/call-error.ts';
import { desktop } from '../bridge/desktop.ts';
import { announceVisibly } from './announcer.tsx';
import { download } from './download.ts';

/** Saves a text as a file: the desktop window asks where and says where it went, a browser puts it with its downloads. Never rejects; a failure is said. */
export async function saveFile(name: string, content: string): Promise<void> {
  const face = desktop();
  if (face === null) return download(name, content);
  const answered = await face
    .saveFile({ name: plainName(name), content })
    .catch((thrown: unknown) => ({ error: asCallError(thrown) }));
  if ('error' in answered) announceVisibly(`Nothing was saved: ${answered.error.message}`);
  else if (typeof answered.answer === 'string') announceVisibly(`Saved to ${answered.answer}`);
}

/** The last part of a path, without what no system takes in a file's name. */
function plainName(path: string): string {
  const last = path.split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/[:*?"<>|\p{Cc}]/gu, '-').slice(0, 200) || 'sealwire.txt';
}
