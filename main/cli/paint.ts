/** Colours of the terminal; without one, every function returns its text as it is. */
export interface Paint {
  strong(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  attention(text: string): string;
}

/** Colours only on a terminal, and never where `NO_COLOR` is set to anything but nothing (no-color.org) or the terminal is dumb. */
export function paintFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  const isColoured = isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  const code =
    (open: number, close: number) =>
    (text: string): string =>
      isColoured ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { strong: code(1, 22), dim: code(2, 22), good: code(32, 39), bad: code(31, 39), attention: code(33, 39) };
}
