import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Linux's `/proc` (proc(5)), read-only. Processes come, go and belong to others while it is read, so every failure yields null or nothing. */
export interface ProcFiles {
  read(path: string): string | null;
  list(path: string): string[];
  /** Target of a symbolic link. */
  link(path: string): string | null;
}

export const realProcFiles: ProcFiles = {
  read: (path) => orNull(() => readFileSync(path, 'utf8')),
  list: (path) => orNull(() => readdirSync(path)) ?? [],
  link: (path) => orNull(() => readlinkSync(path)),
};

/** ENOENT and ESRCH: it ended; EACCES and EPERM: another user's. Neither is anything that could be mended. */
function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
