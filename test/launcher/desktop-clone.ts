import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/entry.ts';
import { type SmallClone, smallClone } from './small-clone.ts';
import { zip } from './zip.ts';

export const VERSION = '45.4.1';
export const ARCHIVE = `electron-v${VERSION}-${process.platform}-${process.arch}.zip`;
export const PROGRAM = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';

/** Stands in for Electron: a program that runs the shell's bundle on Node. */
const STUB = '#!/bin/sh\nexec node "$@"\n';

export const ZIPPED = electronZip(STUB);

/** What the shell does in these tests: says that its window shows, and what it was started with. */
export const SHOWS_WINDOW = `
require('node:fs').writeSync(Number(process.env.SEALWIRE_WINDOW_SIGNAL), '{"event":"window"}\\n');
console.log(JSON.stringify({ window: true, switches: [...process.execArgv, ...process.argv.slice(2)], node: process.env.SEALWIRE_NODE,
  runsAsNode: process.env.ELECTRON_RUN_AS_NODE ?? null }));
`;

export interface DesktopClone extends SmallClone {
  /** Environment of a person who sits before a screen and is not root, whatever runs the test. */
  readonly person: Readonly<Record<string, string>>;
  /** What the shell does from the next start on. */
  shellDoes(script: string): void;
}

/**
 * A small clone with the `electron` package, as npm leaves it: without its binary. The packages that it depends on are this clone's own, and its checksums
 * are those of `ZIPPED`.
 */
export function desktopClone(): DesktopClone {
  const clone = smallClone();
  const electron = join(clone.folder, 'node_modules', 'electron');
  mkdirSync(electron, { recursive: true });
  clone.write('node_modules/electron/package.json', JSON.stringify({ name: 'electron', version: VERSION }));
  const checksum = createHash('sha256').update(ZIPPED).digest('hex');
  clone.write('node_modules/electron/checksums.json', JSON.stringify({ [ARCHIVE]: checksum }));
  for (const name of ['@electron', '@electron-internal']) {
    symlinkSync(join(root, 'node_modules', name), join(clone.folder, 'node_modules', name));
  }
  clone.write('person.cjs', PERSON);
  clone.write('main/shell/main.cjs', SHOWS_WINDOW);
  return {
    ...clone,
    person: { ...clone.env, DISPLAY: ':99', NODE_OPTIONS: `--require "${join(clone.folder, 'person.cjs')}"` },
    shellDoes: (script) => clone.write('main/shell/main.cjs', script),
  };
}

/** The archive of a release with `program` as Electron. */
export function electronZip(program: string): Buffer {
  return zip([
    { name: PROGRAM, content: Buffer.from(program), mode: 0o755 },
    { name: 'version', content: Buffer.from(VERSION) },
    { name: 'resources/default_app.asar', content: Buffer.alloc(3000, 'x') },
  ]);
}

/** Makes the launcher see an ordinary person on an ordinary machine: no root, no container, namespaces for everybody. */
const PERSON = `
const fs = require('node:fs');
const hidden = /^\\/(\\.dockerenv|run\\/\\.containerenv|proc\\/sys\\/)/;
const { existsSync, readFileSync } = fs;
fs.existsSync = (path) => !hidden.test(String(path)) && existsSync(path);
fs.readFileSync = (path, ...rest) => {
  if (hidden.test(String(path))) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  return readFileSync(path, ...rest);
};
process.getuid = () => 1000;
require('node:module').syncBuiltinESMExports();
`;
