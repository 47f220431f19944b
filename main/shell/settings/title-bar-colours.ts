/** Colours of the window's ground and of a title bar drawn over the page: the interface's `background` and `text` (renderer/ui/tokens.css). */
export interface TitleBarColours {
  readonly color: string;
  readonly symbolColor: string;
}

/** The title bar's colours in the theme that shows. */
export function titleBarColours(isDark: boolean): TitleBarColours {
  return isDark ? { color: '#0e1413', symbolColor: '#e4edeb' } : { color: '#f5f7f6', symbolColor: '#13201e' };
}
