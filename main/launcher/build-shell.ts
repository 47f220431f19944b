import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Node of the oldest Electron that is supported. */
const TARGET = 'node24';

/** What a build for another Electron than ours changes. */
export interface ShellBuild {
  /** In place of `dist/shell`. */
  readonly outdir?: string;
  readonly target?: string;
}

/**
 * Bundles the shell of `root` into `main.cjs` and the preload into `preload.cjs`: CommonJS, because a sandboxed preload is nothing else (Electron docs, "ES modules")
 * and because an old Electron knows nothing else for its main process either.
 */
export async function buildShell(root: string, options: ShellBuild = {}): Promise<void> {
  const { outdir = join(root, 'dist', 'shell'), target = TARGET } = options;
  const main = join(root, 'main');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: { main: join(main, 'entry', 'electron.ts'), preload: join(main, 'shell', 'preload', 'preload.ts') },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target,
    external: ['electron'],
    plugins: [englishAlone],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

/** The schema library brings its words in fifty languages, a third of the bundle; what a person reads here are sentences of our own. */
const englishAlone: Plugin = {
  name: 'english-alone',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};
