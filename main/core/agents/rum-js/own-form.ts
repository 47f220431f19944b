import type { Block, Framework, Wiring } from '../definition.ts';
import { typed } from '../forms/env.ts';
import { quoteJavaScript } from '../quote/javascript.ts';
import { quoteYaml } from '../quote/yaml.ts';
import { type Fillings, fillTemplate } from '../template.ts';

/** A template of `assets/snippets/rum-js`, and where its text goes. */
interface Piece {
  readonly template: string;
  readonly path: string;
  readonly title: string;
}

const INIT: Piece = { template: 'init.js', path: 'src/apm.js', title: 'Start the agent in a module of its own' };

const PIECES: Readonly<Record<string, readonly Piece[]>> = {
  plain: [INIT, { template: 'main.js', path: 'src/main.js', title: 'Import it before everything else' }],
  react: [
    INIT,
    { template: 'main.js', path: 'src/main.jsx', title: 'Import it before everything else' },
    { template: 'routes.jsx', path: 'src/App.jsx', title: 'Let it see the routes' },
  ],
  vue: [{ template: 'vue.js', path: 'src/main.js', title: 'Add the plugin where the application is made' }],
  angular: [
    { template: 'config.ts', path: 'src/app/app.config.ts', title: 'Provide the agent' },
    { template: 'app.ts', path: 'src/app/app.ts', title: 'Start it in the root component' },
  ],
  script: [{ template: 'page.html', path: 'index.html', title: 'Put this before every other script' }],
};

const LANGUAGES: Readonly<Record<string, string>> = { html: 'html', ts: 'javascript', jsx: 'javascript' };

const BUNDLE = ['node_modules', '@elastic', 'apm-rum', 'dist', 'bundles', 'elastic-apm-rum.umd.min.js'];

/** The page that starts the agent, and what a server has to be told, because no token tells it who is there. */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  if (as !== 'code') return null;
  const pieces = PIECES[framework.id] ?? [];
  return [
    ...pieces.map(({ template, path, title }) => ({
      title,
      path,
      language: LANGUAGES[template.split('.').at(-1) ?? ''] ?? 'javascript',
      content: fillTemplate(`rum-js/${template}`, fillings(wiring, template.endsWith('.html'))),
      isCommand: false,
    })),
    {
      title: 'What an APM Server needs in its apm-server.yml',
      path: null,
      language: 'yaml',
      content: fillTemplate('rum-js/apm-server.yml', { ORIGIN: quoteYaml(new URL(framework.start).origin) }),
      isCommand: false,
    },
  ];
}

/** Without a bundler the agent's file is laid beside the page. */
export function setUp(_as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  const title = 'Add the agent to the project';
  if (framework.id !== 'script') return [{ title, ...typed(framework.install) }];
  const copy = wiring.shell === 'cmd' ? `copy ${BUNDLE.join('\\')} .` : `cp ${BUNDLE.join('/')} .`;
  return [{ title: 'Put the agent beside the page', ...typed(`${framework.install}\n${copy}`) }];
}

function fillings(wiring: Wiring, isInPage: boolean): Fillings {
  // "</script" in a text would end the script of a page.
  const quote = (value: string): string => quoteJavaScript(value).replaceAll('<', isInPage ? '\\x3c' : '<');
  return {
    URL: quote(wiring.url),
    SERVICE: quote(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quote(wiring.environment),
  };
}
