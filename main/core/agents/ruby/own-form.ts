import type { Block, Framework, Setting, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { quoteErbYaml } from '../quote/erb-yaml.ts';
import { quoteRuby } from '../quote/ruby.ts';
import { type Fillings, fillTemplate } from '../template.ts';
import { caPath, caSetting } from './environment.ts';

const FILE = 'config/elastic_apm.yml';

/**
 * Rails starts the agent by itself; Sinatra, Grape and Rack do so in config.ru, where configuration in code goes too. The file is the agent's own, which it reads wherever
 * it is started.
 */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  const isRails = framework.id === 'rails';
  if (as === 'code') {
    return isRails
      ? [ruby('rails.rb', 'Add to the class Application', 'config/application.rb', wiring)]
      : [ruby(`${framework.id}.code.ru`, 'Start the agent in the code', 'config.ru', wiring)];
  }
  const started = isRails ? [] : [ruby(`${framework.id}.ru`, 'Start the agent in the code', 'config.ru', wiring)];
  return as === 'file' ? [file(wiring), ...started] : started;
}

function ruby(template: string, title: string, path: string, wiring: Wiring): Block {
  const content = fillTemplate(`ruby/${template}`, fillings(wiring, quoteRuby));
  return { title, path, language: 'ruby', content, isCommand: false };
}

function file(wiring: Wiring): Block {
  const content = fillTemplate('ruby/elastic_apm.yml', fillings(wiring, quoteErbYaml));
  return { title: 'Create a settings file', path: FILE, language: 'yaml', content, isCommand: false };
}

function fillings(wiring: Wiring, quote: (value: string) => string): Fillings {
  const name = caSetting(wiring);
  return {
    URL: quote(wiring.url),
    CA_NAME: name,
    CA_FILE: name === null ? null : quote(caPath(wiring)),
    SERVICE: quote(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quote(wiring.environment),
    TOKEN_NOTE: hasToken(wiring) ? 'The secret token comes from ELASTIC_APM_SECRET_TOKEN, so it is in no file.' : null,
  };
}

/** One setting as a line of the agent's file, or as an argument in code. */
export function ownLine(as: string, setting: Setting, value: string): string {
  return `${setting.code}: ${as === 'file' ? quoteErbYaml(value) : `${quoteRuby(value)},`}`;
}
