import { clipboard } from 'electron';
import { z } from 'zod';
import type { ShellParts } from '../parts.ts';
import { type ClipboardKeeper, clipboardKeeper } from './clipboard-keeper.ts';

/** As much as the largest snippet, many times over. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** Copies for the page and for the tray. A secret that is still on the clipboard when the app quits is taken off. */
export function setUpClipboard(parts: ShellParts): ClipboardKeeper {
  const keeper = clipboardKeeper(clipboard);
  const copied = z.object({ text: z.string().max(MOST_CHARACTERS), isSecret: z.boolean() });
  parts.handle('copy', copied, ({ text, isSecret }) => keeper.copy(text, isSecret));
  parts.onClose(() => keeper.clearSecret());
  return keeper;
}
