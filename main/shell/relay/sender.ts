import type { SenderFrame } from '../electron-age.ts';

/** Where the interface is served from, and nothing else. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'sealwire';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/**
 * Whether a URL is one of our own pages. Compared part by part, because only Chromium knows that our scheme has origins: Node's `URL` says "null" for
 * every scheme that is not in its standard.
 */
export function isOurs(url: string): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    // Not a URL, or the empty one of a frame that has loaded nothing yet.
    return false;
  }
  const { protocol, hostname, port, username, password } = parsed;
  return protocol === `${APP_SCHEME}:` && hostname === APP_HOST && port === '' && username === '' && password === '';
}

/** Why a message is not to be answered, or null. A frame that is gone, or that has not loaded our page yet, has no say. */
export function whySenderRefused(frame: SenderFrame | null, isOurWindow: boolean): string | null {
  if (frame === null) return 'its frame is gone';
  if (!isOurWindow) return 'it is not the window of Sealwire';
  if (!frame.isTop) return 'it is not the top frame';
  if (!isOurs(frame.url)) return 'its page is not the interface';
  if (frame.origin !== null && frame.origin !== APP_ORIGIN) return 'its origin is not the interface';
  return null;
}
