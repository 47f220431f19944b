/** What a core says when it has started, or why it has not. */
export type FirstWord =
  | { readonly kind: 'serving' | 'joined'; readonly pid: number; readonly version: string }
  | { readonly kind: 'refused'; readonly message: string; readonly fix: string }
  | { readonly kind: 'silent'; readonly how: string };

/** Reads the first line of a core. Whatever is no such line was not written by a core of ours. */
export function firstWord(line: string): FirstWord {
  const value = parsed(line);
  const { event, pid, version, error } = value;
  if ((event === 'serving' || event === 'joined') && typeof pid === 'number' && typeof version === 'string')
    return { kind: event, pid, version };
  if (typeof error === 'object' && error !== null) {
    const { message, fix } = error as Readonly<Record<string, unknown>>;
    if (typeof message === 'string' && typeof fix === 'string') return { kind: 'refused', message, fix };
  }
  return { kind: 'silent', how: 'it said something that no core says' };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    // Not JSON.
    return {};
  }
}
