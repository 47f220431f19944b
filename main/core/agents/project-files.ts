import { dirname } from 'node:path';
import { systemCode } from '../host/disk-failed.ts';
import type { Host } from '../host/host.ts';
import type { ProjectFiles } from './definition.ts';

/** No manifest, lock file or script that is worth reading is larger; a program that is named like one may be. */
const LARGEST_FILE = 4 * 1024 * 1024;

/** The longest that a project's own interpreter may take to say what it has installed. */
const LONGEST_RUN_MS = 20_000;

/** The disk and the programs of this machine, as launches and project searches may use them: what cannot be read counts as absent. */
export function projectFiles(host: Host): ProjectFiles {
  return {
    read: (path) =>
      readable(null, () => {
        const facts = host.disk.facts(path);
        if (facts === null || facts.isFolder || facts.bytes > LARGEST_FILE) return null;
        return host.disk.read(path)?.toString('utf8') ?? null;
      }),
    list: (folder) => readable([], () => host.disk.list(folder)),
    run: async (file, args, cwd, env) => {
      const result = await host.exec(file, args, { cwd, env, timeoutMs: LONGEST_RUN_MS });
      return result.code === 0 ? result.stdout : null;
    },
  };
}

/** A folder that the person may not open (EACCES, EPERM) holds no project of theirs; other failures are told. */
function readable<T>(otherwise: T, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EACCES' || code === 'EPERM') return otherwise;
    throw error;
  }
}

/** A JSON object of a project; empty where there is no such file, or one that is not a JSON object. */
export function readJson(files: ProjectFiles, path: string): Readonly<Record<string, unknown>> {
  const text = files.read(path);
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // A manifest in the middle of being edited (SyntaxError) says nothing about its project yet.
    return {};
  }
}

/** A folder and every folder above it, innermost first. */
export function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
