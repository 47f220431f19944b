/** Why a port cannot be used, or null. */
export function portFault(text: string): string | null {
  return isWhole(text, 0, 65_535) ? null : 'Type a number from 0 to 65535.';
}

/** Why a number of days of retention cannot be used, or null. */
export function daysFault(text: string): string | null {
  return isWhole(text, 1, 365) ? null : 'Type a number from 1 to 365.';
}

/** Why a size of the store cannot be used, or null. */
export function megabytesFault(text: string): string | null {
  return isWhole(text, 16, 65_536) ? null : 'Type a number from 16 to 65536.';
}

/** A typed list of addresses as single ones. */
export function addressesOf(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((address) => address !== ''))];
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}
