import { refuseUnwritable } from './refuse.ts';

const BARE = /^[A-Za-z0-9_@+:,./-]+$/;

/** One word for fish: between single quotes only `\'` and `\\` are escapes (fish documentation, "Quotes"). */
export function quoteFish(value: string): string {
  refuseUnwritable(value, 'fish');
  return BARE.test(value) ? value : `'${value.replace(/[\\']/g, '\\$&')}'`;
}
