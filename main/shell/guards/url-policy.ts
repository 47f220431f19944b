import { isOurs } from '../relay/sender.ts';

/** Documentation that the interface may open in the person's browser; nothing else ever is. */
export const LINKED_ORIGINS: readonly string[] = ['https://www.elastic.co', 'https://opentelemetry.io'];

/** Whether a link may be handed to the person's browser: https, an origin of the list, and no name or password in it. Returns it as it is to be opened, or null. */
export function linkToOpen(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    // Not a URL.
    return null;
  }
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return LINKED_ORIGINS.includes(url.origin) ? url.href : null;
}

/** Whether the window may go there. */
export function mayNavigate(url: string): boolean {
  return isOurs(url);
}

/** Whether the session may fetch that at all; the tools for developers, which a package has not, are pages of Chromium's own. */
export function mayLoad(url: string, isPackaged: boolean): boolean {
  return isOurs(url) || /^(data|blob):/.test(url) || (!isPackaged && /^(devtools|chrome-extension):/.test(url));
}
