/** How long a secret may stay in the clipboard. */
const CLIPBOARD_SECRET_MS = 60_000;

/**
 * Puts text into the clipboard. A promise is handed to the browser as it is, because some browsers take the right to copy away
 * when the click is over. Rejects where copying is not allowed.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  const item = new ClipboardItem({ 'text/plain': text.then((value) => new Blob([value], { type: 'text/plain' })) });
  return navigator.clipboard.write([item]);
}

/** Whether this page may look into the clipboard, and so can take a secret out of it later, without asking the person now. */
export async function canClearClipboard(): Promise<boolean> {
  try {
    const permission = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    return permission.state === 'granted';
  } catch {
    // Firefox and Safari reject the name: they offer no such permission.
    return false;
  }
}

/**
 * Empties the clipboard after a minute if it still holds this text. A page may look only while it has the focus, so an unfocused
 * one does it when the person comes back. The text is kept as a digest, not as itself. Resolves to the milliseconds until then.
 */
export async function clearClipboardLater(text: string): Promise<number> {
  const copied = await digest(text);
  setTimeout(() => whenFocused(() => void clearIfStill(copied)), CLIPBOARD_SECRET_MS);
  return CLIPBOARD_SECRET_MS;
}

async function clearIfStill(copied: string): Promise<void> {
  const held = await navigator.clipboard.readText();
  if ((await digest(held)) === copied) await navigator.clipboard.writeText('');
}

function whenFocused(act: () => void): void {
  if (document.hasFocus()) act();
  else window.addEventListener('focus', act, { once: true });
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
