import type { Block, Framework, Setting, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { quoteJavaScript } from '../quote/javascript.ts';
import { type Fillings, fillTemplate } from '../template.ts';
import { CONFIG_FILE_COMMONJS, hasCaSetting } from './environment.ts';

/** A template of `assets/snippets/nodejs`, and where its text goes. */
interface Piece {
  readonly template: string;
  readonly path: string;
  readonly title: string;
  readonly language: string;
}

const FIRST = 'Put this first in the file that starts the application';

const CODE: Readonly<Record<string, readonly Piece[]>> = {
  express: [javascript('express.js', 'app.js', FIRST)],
  fastify: [javascript('fastify.js', 'app.js', FIRST)],
  koa: [javascript('koa.js', 'app.js', FIRST)],
  hapi: [javascript('hapi.js', 'app.js', FIRST)],
  plain: [javascript('plain.js', 'app.js', FIRST)],
  nest: [
    javascript('nest.apm.ts', 'src/apm.ts', 'Start the agent in a file of its own'),
    javascript('nest.main.ts', 'src/main.ts', 'Import it before everything else'),
  ],
  esm: [
    javascript('esm.apm.mjs', 'apm.mjs', 'Start the agent in a module of its own'),
    javascript('esm.app.mjs', 'app.mjs', 'Import it before everything else'),
  ],
};

const CONFIG = javascript('config.js', 'elastic-apm-node.js', 'Create beside package.json');
const CONFIG_COMMONJS = javascript('config.js', CONFIG_FILE_COMMONJS, 'Create beside package.json');

function javascript(template: string, path: string, title: string): Piece {
  return { template, path, title, language: 'javascript' };
}

/**
 * Configuration in code or in the agent's file. Next.js bundles its code, and a bundled agent does not work, so `code` is the agent's file there too.
 * A package of ES modules needs the file as CommonJS: the agent loads it with `require`.
 */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  if (as !== 'code' && as !== 'file') return [];
  return piecesOf(as, framework).map(({ template, path, title, language }) => ({
    title,
    path,
    language,
    content: fillTemplate(`nodejs/${template}`, fillings(wiring)),
    isCommand: false,
  }));
}

function piecesOf(as: string, framework: Framework): readonly Piece[] {
  if (as === 'code') return CODE[framework.id] ?? [CONFIG];
  return [framework.id === 'esm' ? CONFIG_COMMONJS : CONFIG];
}

function fillings(wiring: Wiring): Fillings {
  return {
    URL: quoteJavaScript(wiring.url),
    CA_FILE: hasCaSetting(wiring) ? quoteJavaScript(wiring.caFile) : null,
    SERVICE: quoteJavaScript(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quoteJavaScript(wiring.environment),
    TOKEN_NOTE: hasToken(wiring) ? 'The secret token comes from ELASTIC_APM_SECRET_TOKEN, so it is in no file.' : null,
  };
}

/** One setting as a property of the options object. */
export function ownLine(_as: string, setting: Setting, value: string): string {
  return `${setting.code}: ${quoteJavaScript(value)},`;
}
