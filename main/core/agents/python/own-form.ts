import type { Block, Framework, Setting, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { quotePython } from '../quote/python.ts';
import { type Fillings, fillTemplate } from '../template.ts';
import { hasCaSetting } from './environment.ts';
import { WRAPPED } from './frameworks.ts';

/** Where the pieces of one framework go: the application's own file, and the file that keeps its settings. */
const APPLICATION: Readonly<Record<string, string>> = {
  flask: 'app.py',
  fastapi: 'app.py',
  aiohttp: 'app.py',
  tornado: 'app.py',
  script: 'app.py',
};

/**
 * Configuration in code: one call with arguments. In a file: a settings dictionary of its own that the code hands over, or Django's
 * settings module, where its apps are configured in any case. Other forms need from the code only what switches the agent on.
 */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  const values = fillings(wiring);
  if (as !== 'code' && as !== 'file') {
    return WRAPPED.includes(framework.id)
      ? []
      : [piece(`${framework.id}.env.py`, 'Attach the agent in the code', 'app.py', values)];
  }
  if (framework.id === 'django') return [piece('django.py', 'Add to the settings module', 'settings.py', values)];
  const path = APPLICATION[framework.id] ?? 'app.py';
  if (as === 'code') return [piece(`${framework.id}.py`, 'Attach the agent in the code', path, values)];
  return [
    piece('settings.py', 'Create a settings file', 'apm_settings.py', values),
    piece(`${framework.id}.file.py`, 'Attach the agent with it', path, values),
  ];
}

function piece(template: string, title: string, path: string, values: Fillings): Block {
  return { title, path, language: 'python', content: fillTemplate(`python/${template}`, values), isCommand: false };
}

function fillings(wiring: Wiring): Fillings {
  return {
    URL: quotePython(wiring.url),
    CA_FILE: hasCaSetting(wiring) ? quotePython(wiring.caFile) : null,
    SERVICE: quotePython(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quotePython(wiring.environment),
    TOKEN_NOTE: hasToken(wiring) ? 'The secret token comes from ELASTIC_APM_SECRET_TOKEN, so it is in no file.' : null,
  };
}

/** One setting as an argument (`code`) or as an entry of a settings dictionary (`file`). */
export function ownLine(as: string, setting: Setting, value: string): string {
  if (as === 'code') return `${setting.code?.toLowerCase()}=${quotePython(value)},`;
  return `"${setting.code}": ${quotePython(value)},`;
}
