import { basename, isAbsolute } from 'node:path';
import { fail, type MergedServerFile, type ServerWish } from '../../contract/index.ts';
import { differenceOf } from '../apply/difference.ts';
import { CannotEdit } from '../apply/editors/file-editor.ts';
import { fingerprintOf, readFileText } from '../apply/file-text.ts';
import { writeChange } from '../apply/write-change.ts';
import { endOfLinks } from '../host/end-of-links.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Ledger } from '../parts.ts';
import { mergeSettings } from './merge-settings.ts';
import { type PlanParts, settingsToMerge } from './plan-server.ts';

export interface MergeParts extends PlanParts {
  readonly host: Host;
  readonly folders: Pick<Folders, 'undo'>;
  readonly ledger: Ledger;
}

/**
 * Brings the settings of a hand-over into an `apm-server.yml` that is there: shows the change, and makes it where that was agreed to. The bytes from before are kept for the undo. Rejects with
 * `FILE_NOT_EDITED`, `FILE_CHANGED` where the file is no longer what it was when it was shown, or as `server.preview` does.
 */
export async function mergeServerFile(
  parts: MergeParts,
  wish: ServerWish,
  {
    to,
    agreed,
    seen: seenBefore,
  }: { readonly to: string; readonly agreed: boolean; readonly seen?: string | undefined },
): Promise<MergedServerFile> {
  const { host } = parts;
  if (!isAbsolute(to)) throw fail('INPUT_INVALID', { what: `"${to}" is no whole path.` });
  const path = endOfLinks(host, to);
  const refuse = (why: string, fix: string): Error => fail('FILE_NOT_EDITED', { path, why, fix });
  const before = readFileText(host.disk, path);
  if (before === null)
    throw fail('NOT_FOUND', { what: 'file', id: path, fix: 'Leave out --merge to write a new one.' });
  if (typeof before === 'string') throw refuse(before, 'Leave out --merge, and bring the settings in by hand.');
  const { settings, notes } = await settingsToMerge(parts, wish);
  const text = merged(before.text, settings, refuse);
  const seen = fingerprintOf(before.bytes);
  const diff = text === before.text ? '' : withoutKeys(differenceOf(path, before.text, text, 3));
  const answer = { path, diff, seen, notes };
  if (!agreed || diff === '') return { ...answer, applied: false, entry: null };
  if (seenBefore !== undefined && seenBefore !== seen) throw fail('FILE_CHANGED', { path });
  const what = `Set up TLS and the token in ${basename(path)}`;
  const entry = writeChange(parts, { path, before, text, what, isSecret: false, isMarked: false });
  return { ...answer, applied: true, entry };
}

function merged(
  text: string,
  settings: Parameters<typeof mergeSettings>[1],
  refuse: (why: string, fix: string) => Error,
): string {
  try {
    return mergeSettings(text, settings);
  } catch (error) {
    if (!(error instanceof CannotEdit)) throw error;
    throw refuse(error.message, error.fix ?? 'Bring the settings in by hand.');
  }
}

/** A private key may stand in the file itself; its lines are nobody's business. */
function withoutKeys(diff: string): string {
  return diff.replace(/^([+\- ]\s*)[A-Za-z0-9+/=]{40,}$/gm, '$1…');
}
