import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench, Finding } from './bench.ts';

const UI = join(resolve(import.meta.dirname, '..'), 'dist', 'ui');

/** The screen of the first visit; its code is needed before anything is seen. */
const FIRST_SCREEN = 'features/home/view.tsx';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

export const bench: Bench = {
  name: 'UI: JavaScript before first paint, gzip',
  target: '≤ 200 KB',
  run: async (): Promise<Finding> => {
    const chunks: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(join(UI, 'manifest.json'), 'utf8'));
    const files = filesNeededBy(chunks, [
      ...Object.keys(chunks).filter((name) => chunks[name]?.isEntry === true),
      FIRST_SCREEN,
    ]);
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(UI, file))).length, 0);
    return { figure: bytes / 1024, unit: 'KB', note: `${files.size} files` };
  },
};

/** These chunks and everything they import at once. */
function filesNeededBy(chunks: Readonly<Record<string, Chunk>>, names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const name of names) visit(name);
  return files;
}
