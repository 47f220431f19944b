import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempHome } from '../support/temp-home.ts';

/** A root with a built interface of three files, and something beside it that nobody may read. */
export function smallInterface(): string {
  const root = tempHome().home;
  const ui = join(root, 'dist', 'ui');
  mkdirSync(join(ui, 'assets'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"version":"0.1.0"}');
  for (const folder of [root, join(root, 'dist')]) writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(ui, 'index.html'), '<!doctype html><title>Sealwire</title>');
  writeFileSync(join(ui, 'assets', 'index-B1.js'), 'export const started = true;\n');
  return root;
}
