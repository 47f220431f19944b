import { basename } from 'node:path';
import type { Snippet } from '../../contract/index.ts';
import type { FileEditor } from './editors/file-editor.ts';

/** What a snippet has for a file: under its name, or else for the same kind of file, since beside `.env` a snippet may hold code. Null where it has nothing. */
export function fileFor(
  { files }: Pick<Snippet, 'files'>,
  path: string,
  editor: FileEditor | null,
): Snippet['files'][number] | null {
  const named = files.find((file) => basename(file.path) === basename(path));
  return named ?? files.find((file) => editor?.takes(basename(file.path)) === true) ?? null;
}
