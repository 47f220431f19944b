import { desktop } from '../bridge/desktop.ts';

/**
 * Says on the page which system's title bar it is to leave room for, before anything is drawn. The platform is read off the user agent, because the
 * window's own answer would come a moment too late. A browser tab, and Linux with its own title bar, need no room.
 */
export function markWindow(): void {
  if (desktop() === null) return;
  const system = systemOf(navigator.userAgent);
  if (system !== null) document.documentElement.dataset.titleBar = system;
}

/** The system whose title bar lies on top of the page. */
export function systemOf(userAgent: string): 'mac' | 'windows' | null {
  if (/Macintosh/.test(userAgent)) return 'mac';
  return /Windows NT/.test(userAgent) ? 'windows' : null;
}
