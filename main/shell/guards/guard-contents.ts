import type { WebContents } from 'electron';
import { denyWindows } from '../electron-age.ts';
import { mayNavigate } from './url-policy.ts';

/** Keeps a page where it is: no other page in any of its frames, no redirect, no window, no embedded browser. `app` calls it for everything that shows pages. */
export function guardContents(contents: WebContents, log: (line: string) => void): void {
  const stay = (event: { preventDefault(): void }, url: string): void => {
    if (mayNavigate(url)) return;
    event.preventDefault();
    log('A page that is not the interface was refused.');
  };
  contents.on('will-navigate', (event, url) => stay(event, event.url ?? url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event, url) => stay(event, event.url ?? url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  denyWindows(contents);
}
