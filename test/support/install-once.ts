import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

/**
 * Folder below `.cache/<kind>` that holds what `wanted` describes, installing it where there is none. Test files run side by side, so each installs into a
 * folder of its own and the first to finish publishes it; a virtual environment cannot be moved afterwards. Throws what `install` throws.
 */
export function installOnce(kind: string, name: string, wanted: string, install: (folder: string) => void): string {
  const cache = join(root, '.cache', kind);
  const mark = join(cache, `${name}-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`);
  if (existsSync(mark)) return readFileSync(mark, 'utf8');
  const folder = join(cache, `${name}.${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    install(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  writeFileSync(`${folder}.mark`, folder);
  try {
    linkSync(`${folder}.mark`, mark);
    return folder;
  } catch {
    // Another test file was first (EEXIST): its installation is the one that everybody uses.
    rmSync(folder, { recursive: true, force: true });
    return readFileSync(mark, 'utf8');
  } finally {
    rmSync(`${folder}.mark`, { force: true });
  }
}
