import { readdirSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Plugin } from 'esbuild';
import { buildShell } from './build-shell.ts';
import { isCurrent, stamped } from './build-stamp.mjs';

/*
 * `npm run build`: the interface into dist/ui, the command line and the window's core into dist/cli, the desktop shell into dist/shell, each kept where its
 * sources have not changed. `--interface`, `--cli` and `--shell` build one of them.
 */

const root = resolve(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: { interface: { type: 'boolean' }, cli: { type: 'boolean' }, shell: { type: 'boolean' } },
});
const isWhole = values.interface !== true && values.cli !== true && values.shell !== true;

if (isWhole || values.interface === true) await buildInterface();
if (isWhole || values.cli === true) await buildCommandLine();
if (isWhole || values.shell === true) await buildCurrentShell();

async function buildInterface(): Promise<void> {
  if (isCurrent(root, 'ui')) return;
  const { build } = await import('vite');
  await stamped(root, 'ui', async () => {
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  });
}

async function buildCommandLine(): Promise<void> {
  if (isCurrent(root, 'cli')) return;
  await stamped(root, 'cli', bundleCommandLine);
}

async function buildCurrentShell(): Promise<void> {
  if (isCurrent(root, 'shell')) return;
  await stamped(root, 'shell', () => buildShell(root));
}

/**
 * One folder without subfolders, because workers and the probe are looked for beside the chunk that starts them. What a bundle cannot list, it is told:
 * the commands, and the modules of the agent catalogue and of the trust stores. The keychain's native package stays outside.
 */
async function bundleCommandLine(): Promise<void> {
  const { build } = await import('esbuild');
  const main = join(root, 'main');
  const outdir = join(root, 'dist', 'cli');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: {
      sealwire: join(main, 'entry', 'cli.ts'),
      core: join(main, 'entry', 'core.ts'),
      'intake-worker': join(main, 'core', 'events', 'intake-worker.ts'),
      'decode-worker': join(main, 'core', 'events', 'decode-worker.ts'),
      'relay-thread': join(main, 'core', 'relay', 'relay-thread.ts'),
      'query-worker': join(main, 'core', 'events', 'query-worker.ts'),
      'probe-process': join(main, 'core', 'probe', 'probe-process.ts'),
    },
    outdir,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.18',
    external: ['@napi-rs/keyring'],
    // Its main file is UMD, whose own files a bundler does not find.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    legalComments: 'linked',
    logLevel: 'warning',
    // Packages written as CommonJS ask for Node's own modules with `require`, which a module does not have.
    banner: { js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);" },
    define: {
      SEALWIRE_ASSETS: JSON.stringify('../../assets/'),
      SEALWIRE_COMMANDS: JSON.stringify(commandsIn(join(main, 'cli', 'commands'))),
    },
    plugins: [
      withoutBrowserParts(),
      {
        name: 'listed-folders',
        setup: ({ onLoad }) => {
          onLoad({ filter: /[\\/]agents[\\/]catalogue\.ts$/ }, ({ path }) => ({
            contents: withModules(path, 'catalogue', 'SEALWIRE_CATALOGUE'),
            loader: 'ts',
            resolveDir: join(path, '..'),
          }));
          onLoad({ filter: /[\\/]trust[\\/]store-kinds\.ts$/ }, ({ path }) => ({
            contents: withModules(path, 'stores', 'SEALWIRE_TRUST_STORES'),
            loader: 'ts',
            resolveDir: join(path, '..'),
          }));
        },
      },
    ],
  });
}

/**
 * `node:http` as a module that does not evaluate all it exports: an `import` of it reads each export, and with `WebSocket` and its kin loads all of Node's `fetch`,
 * in the process and again in each of its threads.
 */
function withoutBrowserParts(): Plugin {
  return {
    name: 'without-browser-parts',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^node:http$/ }, ({ path }) => ({ path, namespace: 'plain-builtin' }));
      onLoad({ filter: /.*/, namespace: 'plain-builtin' }, ({ path }) => {
        const plain = Object.entries(Object.getOwnPropertyDescriptors(http)).filter(([, { get }]) => get === undefined);
        return {
          contents: `export const { ${plain.map(([name]) => name).join(', ')} } = process.getBuiltinModule('${path}');`,
        };
      });
    },
  };
}

/** `token show` for `token/show.ts`, as the source tree's own listing in `main/cli/catalogue.ts` has it. */
function commandsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length).split(/[\\/]/).join(' '))
    .sort();
}

/** The module with every file of its `folder` imported ahead of it, as the list of that name. */
function withModules(path: string, folder: string, list: string): string {
  const files = readdirSync(join(path, '..', folder)).filter((name) => name.endsWith('.ts'));
  const imports = files.map((name, at) => `import * as module${at} from './${folder}/${name}';`);
  const listed = `const ${list} = [${files.map((_, at) => `module${at}`).join(', ')}];`;
  return [...imports, listed, readFileSync(path, 'utf8')].join('\n');
}
