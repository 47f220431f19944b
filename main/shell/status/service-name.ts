const LONGEST = 48;

/** A service's name for a menu or a notification. It comes from agents, so it is held to one short line without control characters. */
export function serviceTitle(name: string | null): string {
  const line = (name ?? '').replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  if (line === '') return 'Unidentified connections';
  const letters = [...line];
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
