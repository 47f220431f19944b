import { desktop } from '../bridge/desktop.ts';
import { announce, announceVisibly } from './announcer.tsx';
import { canClearClipboard, clearClipboardLater, copyText } from './clipboard.ts';

interface Wish {
  /** What is copied, as a person would call it: "the endpoint address". */
  readonly what: string;
  /** The text, or how to get it; a secret is fetched when it is copied and not before. */
  readonly text: string | (() => Promise<string>);
  /** The text holds a secret: it is taken out of the clipboard after a minute where that is possible, and it is said whether it is. */
  readonly isSecret: boolean;
  /** Say so by sight too where no button shows a tick. */
  readonly isSeen?: boolean;
}

/** Copies, and says what was copied and for how long a secret stays. Never rejects: resolves to false where nothing was copied, which is said as well. */
export async function copyAndSay({ what, text, isSecret, isSeen = false }: Wish): Promise<boolean> {
  try {
    const value = typeof text === 'string' ? text : text();
    const face = desktop();
    const clearedMs = face === null ? await copyHere(value, isSecret) : await face.copy(await value, isSecret);
    if (isSecret && clearedMs !== null) {
      announceVisibly(`Copied ${what}. The secret leaves the clipboard in ${Math.round(clearedMs / 1000)} seconds.`);
    } else if (isSecret && face === null) {
      announceVisibly(
        `Copied ${what}. This browser does not let Sealwire clear the clipboard: copy something else later.`,
      );
    } else if (isSeen) announceVisibly(`Copied ${what}.`);
    else announce(`Copied ${what}.`);
    return true;
  } catch (thrown) {
    announceVisibly(`Nothing was copied: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return false;
  }
}

/** Copies in a browser tab; resolves to the milliseconds after which a secret is taken out again, or null where it stays. */
async function copyHere(value: string | Promise<string>, isSecret: boolean): Promise<number | null> {
  await copyText(value);
  if (!isSecret || !(await canClearClipboard())) return null;
  return clearClipboardLater(await value);
}
