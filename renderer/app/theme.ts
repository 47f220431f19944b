import type { Settings } from '../../main/contract/index.ts';

/** Puts a theme on the page; `system` leaves the choice to the operating system. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
