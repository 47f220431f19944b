import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from '../support/entry.ts';
import { runToEnd } from '../support/running-sealwire.ts';

/** The launcher in a clone of its own, under a path with a space, with stand-ins for what it starts: npm, the build and the command line. */
export interface SmallClone {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a launcher by its name, or any other file of the clone. */
  run(file: string, args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** What npm is to do from now on: lines of sh, run in the folder where npm was started, `$1` being its first argument. */
  npmDoes(script: string): void;
  /** Arguments of every npm that ran, one line each. */
  npmCalls(): string[];
  write(path: string, content: string): void;
  close(): void;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Does what `npm ci` does as far as the launcher can see: packages first, and npm's own account of them last. */
export const INSTALLS = [
  'mkdir -p node_modules/left node_modules/right node_modules/elsewhere',
  'cp package-lock.json node_modules/.package-lock.json',
].join('\n');

/** The last start of the stand-in for the command line. */
export interface StartedWith {
  readonly argv: readonly string[];
  readonly path: string;
  readonly node: string;
}

export function lockOf(packages: Readonly<Record<string, object>>): string {
  return JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'sealwire' }, ...packages } });
}

export const LOCK = {
  'node_modules/left': { version: '1.0.0', integrity: 'sha512-left' },
  'node_modules/right': { version: '2.0.0', integrity: 'sha512-right' },
  'node_modules/elsewhere': { version: '3.0.0', integrity: 'sha512-e', optional: true, os: ['plan9'], cpu: ['x64'] },
};

export function smallClone(): SmallClone {
  const outer = mkdtempSync(join(tmpdir(), 'sealwire-launcher-'));
  const folder = join(outer, 'my clone');
  const bin = join(outer, 'bin');
  const calls = join(outer, 'npm-calls');
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  mkdirSync(bin);
  cpSync(join(root, 'main', 'launcher'), join(folder, 'main', 'launcher'), { recursive: true });
  for (const script of ['sealwire', 'sealwire.cmd']) cpSync(join(root, script), join(folder, script));
  write('package.json', '{"name":"sealwire","version":"0.0.0","type":"module"}');
  write('package-lock.json', lockOf(LOCK));
  write('renderer/main.tsx', 'export {};');
  write(
    'main/entry/cli.ts',
    'const argv: string[] = process.argv.slice(2);\nconsole.log(JSON.stringify({ argv, path: process.env.PATH, node: process.execPath }));\n',
  );
  write(
    'main/launcher/build.ts',
    `import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { isCurrent, stamped } from './build-stamp.mjs';
const wanted: string[] = process.argv.slice(2).map((word) => word.slice(2));
const builds = (name: string): boolean => wanted.includes(name);
if (builds('interface')) await stamped(process.cwd(), 'ui', async (): Promise<void> => {
  mkdirSync('dist/ui', { recursive: true });
  writeFileSync('dist/ui/index.html', 'built');
});
if (builds('cli') && !isCurrent(process.cwd(), 'cli')) await stamped(process.cwd(), 'cli', async (): Promise<void> => {
  mkdirSync('dist/cli', { recursive: true });
  writeFileSync('dist/cli/sealwire.js', stripTypeScriptTypes(readFileSync('main/entry/cli.ts', 'utf8')));
});
if (builds('shell')) await stamped(process.cwd(), 'shell', async (): Promise<void> => {
  mkdirSync('dist/shell', { recursive: true });
  cpSync('main/shell/main.cjs', 'dist/shell/main.cjs');
});
`,
  );

  const npmDoes = (script: string): void => {
    const npm = join(bin, 'npm');
    writeFileSync(npm, `#!/bin/sh\necho "$*" >>'${calls}'\n${script}\n`);
    chmodSync(npm, 0o755);
  };
  npmDoes(INSTALLS);

  const env = { PATH: [bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter), HOME: outer };
  return {
    folder,
    env,
    run: (file, args = [], more = {}) =>
      runToEnd(process.execPath, [join(folder, file), ...args], { env: { ...env, ...more }, cwd: outer }),
    npmDoes,
    npmCalls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []),
    write,
    close: () => rmSync(outer, { recursive: true, force: true }),
  };
}
