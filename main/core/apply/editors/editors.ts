import { compose } from './compose.ts';
import { dockerfile } from './dockerfile.ts';
import type { FileEditor } from './file-editor.ts';
import { JSON_EDITORS } from './json.ts';
import { LINE_EDITORS } from './setting-lines.ts';
import { xmlConfig } from './xml-config.ts';

/** The first that takes a name is the one for it. */
const EDITORS: readonly FileEditor[] = [dockerfile, compose, ...JSON_EDITORS, xmlConfig, ...LINE_EDITORS];

/** The editor for a file of that name; null where Sealwire writes into none of its kind, such as program code. */
export function editorFor(name: string): FileEditor | null {
  return EDITORS.find((editor) => editor.takes(name)) ?? null;
}
