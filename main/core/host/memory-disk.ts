import { dirname } from 'node:path';
import type { Disk } from './host.ts';

/**
 * A disk that lasts as long as this process: what the session vault writes to instead of the real one, so that nothing sealed is left behind.
 * Paths are plain strings; a file may only be created in a folder that was made.
 */
export function memoryDisk(): Disk {
  const files = new Map<string, { bytes: Buffer; mode: number }>();
  const folders = new Map<string, number>();
  const isUnder = (path: string, folder: string): boolean =>
    path === folder || /^[\\/]/.test(path.slice(folder.length));
  const below = (folder: string): string[] =>
    [...files.keys(), ...folders.keys()].filter((path) => path.startsWith(folder) && isUnder(path, folder));
  const absent = (path: string): Error =>
    Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT', syscall: 'open' });
  const existing = (path: string): { bytes: Buffer; mode: number } => {
    const file = files.get(path);
    if (file === undefined) throw absent(path);
    return file;
  };
  return {
    read: (path) => files.get(path)?.bytes ?? null,
    create: (path, bytes, mode) => {
      if (!folders.has(dirname(path))) throw absent(path);
      if (files.has(path)) throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST', syscall: 'open' });
      files.set(path, { bytes: Buffer.from(bytes), mode });
    },
    append: (path, bytes, mode) => {
      const before = files.get(path);
      files.set(path, { bytes: Buffer.concat([before?.bytes ?? Buffer.alloc(0), bytes]), mode: before?.mode ?? mode });
    },
    sync: () => undefined,
    syncAll: async () => undefined,
    rename: (from, to) => {
      for (const path of below(from)) {
        const file = files.get(path);
        const mode = folders.get(path);
        if (file !== undefined) files.set(to + path.slice(from.length), file);
        if (mode !== undefined) folders.set(to + path.slice(from.length), mode);
        files.delete(path);
        folders.delete(path);
      }
    },
    makeFolder: (path, mode) => {
      for (let folder = path; !folders.has(folder); folder = dirname(folder)) folders.set(folder, mode);
    },
    list: (path) => {
      const names = below(path).filter((entry) => dirname(entry) === path && entry !== path);
      return names.map((entry) => entry.slice(path.length).replace(/^[\\/]/, '')).sort();
    },
    remove: (path) => {
      for (const entry of below(path)) {
        files.delete(entry);
        folders.delete(entry);
      }
    },
    facts: (path) => {
      const file = files.get(path);
      if (file !== undefined) return { isFolder: false, mode: file.mode, ownerId: 0, bytes: file.bytes.length };
      const mode = folders.get(path);
      return mode === undefined ? null : { isFolder: true, mode, ownerId: 0, bytes: 0 };
    },
    setMode: (path, mode) => {
      if (folders.has(path)) folders.set(path, mode);
      else existing(path).mode = mode;
    },
    setOwner: (path) => {
      existing(path);
    },
    link: (_target, path) => {
      throw Object.assign(new Error(`EPERM: ${path}`), { code: 'EPERM', syscall: 'symlink' });
    },
    linkTarget: () => null,
    fileSystemType: () => null,
  };
}
