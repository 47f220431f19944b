import type { Block, Framework, Wiring } from '../../definition.ts';
import { hasToken } from '../../forms/variables.ts';
import { quoteJavaScript } from '../../quote/javascript.ts';
import { quoteNginx } from '../../quote/nginx.ts';
import { quoteCompose, quoteYaml } from '../../quote/yaml.ts';
import { fillTemplate } from '../../template.ts';
import { PAGE } from './frameworks.ts';

/** The variable that Vite and a Collector find the token in; nginx reads none, so a line with it is written to a file. */
export const TOKEN = 'ELASTIC_APM_SECRET_TOKEN';

/** The page, and what passes its reports on with the token. */
export function ownForm(as: string, { id }: Framework, wiring: Wiring): readonly Block[] | null {
  if (as !== 'code') return null;
  return id === 'edot'
    ? [edot(wiring), collector(wiring)]
    : [...sdk(wiring), id === 'nginx' ? nginx(wiring) : vite(wiring)];
}

function sdk(wiring: Wiring): readonly Block[] {
  const content = fillTemplate('otel-browser/telemetry.js', pageFillings(wiring));
  return [
    script('Start the SDK in a module of its own', 'src/telemetry.js', content),
    script('Import it before everything else', 'src/main.js', fillTemplate('otel-browser/main.js', {})),
  ];
}

function edot(wiring: Wiring): Block {
  const content = fillTemplate('otel-browser/edot.js', pageFillings(wiring));
  return script('Start EDOT Browser before everything else', 'src/main.js', content);
}

function vite(wiring: Wiring): Block {
  const content = fillTemplate('otel-browser/vite.config.js', {
    URL: quoteJavaScript(wiring.url),
    CA_FILE: quoteJavaScript(wiring.caFile),
    ...tokenIn(wiring),
  });
  return script('Let Vite pass the reports on', 'vite.config.js', content);
}

function nginx(wiring: Wiring): Block {
  const { hostname } = new URL(wiring.url);
  const content = fillTemplate('otel-browser/nginx.conf', {
    URL: wiring.url,
    CA_FILE: quoteNginx(wiring.caFile),
    NAME: quoteNginx(hostname.replace(/^\[|\]$/g, '')),
    ...tokenIn(wiring),
  });
  return {
    title: 'Add to the server of the page in nginx’s configuration',
    path: null,
    language: 'text',
    content,
    isCommand: false,
  };
}

function collector(wiring: Wiring): Block {
  // A Collector replaces $NAME in its file as Compose does, and a doubled dollar sign stands for one (confmap, "Environment variables").
  const content = fillTemplate('otel-browser/collector.yaml', {
    ORIGIN: quoteYaml(new URL(PAGE).origin),
    URL: quoteCompose(wiring.url),
    CA_FILE: quoteCompose(wiring.caFile),
    ...tokenIn(wiring),
  });
  return {
    title: 'Let a Collector pass the reports on',
    path: 'collector.yaml',
    language: 'yaml',
    content,
    isCommand: false,
  };
}

/** What is typed once the token's variable is set: nginx gets it by a file, and is told to read its configuration again. */
export function startLine({ id, start }: Framework, wiring: Wiring): string {
  if (id !== 'nginx') return start;
  const reload = wiring.shell === 'pwsh' || wiring.shell === 'cmd' ? 'nginx -s reload' : 'sudo nginx -s reload';
  return hasToken(wiring) ? `${tokenFile(wiring)}\n${reload}` : reload;
}

/** By builtins of the shell and through a pipe, so that the token is in no argument. */
function tokenFile({ shell }: Wiring): string {
  if (shell === 'pwsh') {
    return `"proxy_set_header Authorization \`"Bearer $env:${TOKEN}\`";" | Set-Content conf/sealwire-token.conf`;
  }
  if (shell === 'cmd') return `(echo proxy_set_header Authorization "Bearer %${TOKEN}%";)> conf\\sealwire-token.conf`;
  const line = `printf 'proxy_set_header Authorization "Bearer %s";\\n' "$${TOKEN}"`;
  return `${line} | sudo install -m 0600 /dev/stdin /etc/nginx/sealwire-token.conf`;
}

/** What the lines about the token hold, which are left out where none is asked for. */
function tokenIn(wiring: Wiring): Readonly<Record<'TOKEN' | 'TOKEN_NOTE', string | null>> {
  return hasToken(wiring) ? { TOKEN, TOKEN_NOTE: '' } : { TOKEN: null, TOKEN_NOTE: null };
}

function pageFillings({ service, environment }: Wiring): Readonly<Record<'SERVICE' | 'ENVIRONMENT', string | null>> {
  return {
    SERVICE: quoteJavaScript(service),
    ENVIRONMENT: environment === null ? null : quoteJavaScript(environment),
  };
}

function script(title: string, path: string, content: string): Block {
  return { title, path, language: 'javascript', content, isCommand: false };
}
