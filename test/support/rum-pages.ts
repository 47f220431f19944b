import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Snippet } from '../../main/contract/index.ts';
import { AGENT } from './rum-site.ts';

/** What an application of each framework has around the snippet: enough to show one view and to have one error. */
const AROUND: Readonly<Record<string, { readonly entry: string; readonly files: Readonly<Record<string, string>> }>> = {
  plain: {
    entry: 'src/main.js',
    files: { 'src/main.js': `import { apm } from './apm.js';\nglobalThis.apm = apm;\n` },
  },
  react: {
    entry: 'src/main.jsx',
    files: {
      'src/main.jsx': `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { apm } from './apm.js';
import App from './App.jsx';
globalThis.apm = apm;
createRoot(document.getElementById('app')).render(createElement(App));
`,
    },
  },
  vue: {
    entry: 'src/main.js',
    files: {
      'src/main.js': `import { apmBase } from '@elastic/apm-rum';\nglobalThis.apm = apmBase;\n`,
      'src/App.vue': `import { h } from 'vue';
import { RouterView } from 'vue-router';
export default { render: () => h(RouterView) };
`,
      'src/router.js': `import { h } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
export default createRouter({ history: createWebHistory(), routes: [{ path: '/', component: { render: () => h('h1', 'Shop') } }] });
`,
    },
  },
  angular: {
    entry: 'src/main.ts',
    files: {
      'src/main.ts': `import '@angular/compiler';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
bootstrapApplication(App, appConfig).then((running) => { globalThis.apm = running.components[0].instance.apm; });
`,
      'src/app/app.routes.ts': `import { Component } from '@angular/core';
@Component({ selector: 'app-shop', template: '<h1>Shop</h1>' })
class Shop {}
export const routes = [{ path: '', component: Shop }];
`,
    },
  },
  script: { entry: '', files: { 'index.html': '<script>globalThis.apm = elasticApm;</script>' } },
};

/** The component of the Vue page is JavaScript, because its compiler is not what is under test; so a folder `router` is a file beside it. */
const ROUTER_FILE: Plugin = {
  name: 'router-file',
  setup: (hooks) => {
    hooks.onResolve({ filter: /^\.\/router$/ }, ({ resolveDir }) => ({ path: join(resolveDir, 'router.js') }));
  },
};

/**
 * The page of an application that starts the agent by `snippet`: its files as they stand, with an application of the framework around them, put together by a bundler below
 * `folder`, whose packages they use. The agent is `apm` of the page.
 */
export async function rumPage(
  folder: string,
  framework: string,
  snippet: Pick<Snippet, 'files'>,
): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const around = AROUND[framework];
  if (around === undefined) throw new Error(`nothing is known of pages with ${framework}`);
  const files = new Map(snippet.files.map(({ path, content }) => [path, content]));
  for (const [path, content] of Object.entries(around.files)) files.set(path, `${files.get(path) ?? ''}${content}`);
  if (around.entry === '') {
    const page = `<!doctype html><title>Shop</title>${files.get('index.html') ?? ''}`;
    return { '/': page, '/elastic-apm-rum.umd.min.js': AGENT };
  }
  const project = mkdtempSync(join(folder, 'page-'));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), content);
    }
    const { outputFiles } = await build({
      absWorkingDir: project,
      entryPoints: [around.entry],
      bundle: true,
      write: false,
      format: 'esm',
      jsx: 'automatic',
      loader: { '.vue': 'js' },
      define: {
        'process.env.NODE_ENV': '"production"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
      },
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
      plugins: [ROUTER_FILE],
      logLevel: 'silent',
    });
    const page = `<!doctype html><title>Shop</title><div id="app"></div><app-root></app-root><script type="module" src="/page.js"></script>`;
    return { '/': page, '/page.js': outputFiles[0]?.contents ?? '' };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
