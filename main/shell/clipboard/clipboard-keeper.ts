import { createHmac, randomBytes } from 'node:crypto';
import { realTimers, type Timers } from '../status/paced.ts';

/** How long a secret may stay on the clipboard. */
export const SECRET_STAYS_MS = 60_000;

/** What a clipboard can do; Electron's answers with promises from version 44 on, so everything is waited for. */
export interface TextClipboard {
  readText(): Promise<string> | string;
  writeText(text: string): Promise<void> | void;
  clear(): Promise<void> | void;
}

/** Copies; resolves to the milliseconds after which a secret is taken off again, null for what is not secret. */
export type CopyText = (text: string, isSecret: boolean) => Promise<number | null>;

export interface ClipboardKeeper {
  readonly copy: CopyText;
  /** Takes a secret off at once where it is still there: when the app quits, the screen is locked or the machine goes to sleep. */
  clearSecret(): Promise<void>;
}

/**
 * Keeps secrets from staying on the clipboard. What was copied is known again by a keyed hash and not kept; anything the person copied since stays untouched. Histories that a
 * desktop keeps of its clipboard are out of reach, so nobody is told that a secret is gone from there.
 */
export function clipboardKeeper(clipboard: TextClipboard, timers: Timers = realTimers): ClipboardKeeper {
  const key = randomBytes(32);
  const hash = (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  let secret: { readonly hash: string; readonly timer: unknown } | null = null;

  const clearSecret = async (): Promise<void> => {
    const kept = secret;
    if (kept === null) return;
    secret = null;
    timers.clear(kept.timer);
    if (hash(await clipboard.readText()) === kept.hash) await clipboard.clear();
  };

  return {
    copy: async (text, isSecret) => {
      await clipboard.writeText(text);
      if (secret !== null) timers.clear(secret.timer);
      secret = null;
      if (!isSecret) return null;
      // A clipboard that cannot be read is somebody else's just now; there is nobody to tell.
      const timer = timers.set(() => void clearSecret().catch(() => undefined), SECRET_STAYS_MS);
      secret = { hash: hash(text), timer };
      return SECRET_STAYS_MS;
    },
    clearSecret,
  };
}
