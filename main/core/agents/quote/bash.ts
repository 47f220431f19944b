import { refuseUnwritable } from './refuse.ts';

const BARE = /^[A-Za-z0-9_@%+:,./-]+$/;

/** One word for bash, zsh and every POSIX shell (XCU §2.2.2: nothing is special between single quotes except the quote itself). */
export function quoteBash(value: string): string {
  refuseUnwritable(value, 'bash');
  return BARE.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
