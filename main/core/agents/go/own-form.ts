import type { Block, Framework, Setting, Wiring } from '../definition.ts';
import { typed } from '../forms/env.ts';
import { hasToken } from '../forms/variables.ts';
import { quoteGo } from '../quote/go.ts';
import { type Fillings, fillTemplate } from '../template.ts';
import { versionSuffix } from './environment.ts';
import { getModule, modulePath } from './frameworks.ts';

/** The module of the version that the code is for: the path of the other major version would bring an agent that this code does not import. */
export function setUp(_as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  return [{ title: 'Add the agent to the project', ...typed(getModule(framework.id, versionSuffix(wiring))) }];
}

/**
 * What every form needs of the code is the middleware: a Go program is compiled, so nothing can load the agent from outside. Configuration in code is a tracer that
 * is made before it; the first major version has no `transport.HTTPTransportOptions`, and changes a transport once that is made.
 */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  if (as === 'file') return null;
  const middleware = piece(`${framework.id}.go`, 'Let the agent see the requests', 'main.go', {
    MODULE: modulePath(framework, versionSuffix(wiring)),
  });
  if (as !== 'code') return [middleware];
  const tracer = versionSuffix(wiring) === '' ? 'apm-v1.go' : 'apm.go';
  return [piece(tracer, 'Create beside it, in the same package', 'apm.go', fillings(wiring)), middleware];
}

function piece(template: string, title: string, path: string, values: Fillings): Block {
  return { title, path, language: 'go', content: fillTemplate(`go/${template}`, values), isCommand: false };
}

function fillings(wiring: Wiring): Fillings {
  return {
    AGENT: `go.elastic.co/apm${versionSuffix(wiring)}`,
    CA_FILE: quoteGo(wiring.caFile),
    URL: quoteGo(wiring.url),
    SERVICE: quoteGo(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quoteGo(wiring.environment),
    TOKEN_NOTE: hasToken(wiring) ? 'The secret token comes from ELASTIC_APM_SECRET_TOKEN, so it is in no file.' : null,
  };
}

/** The line of the code that holds a setting: of the two that cures are about, the file of the authority and the server. */
export function ownLine(_as: string, { key }: Setting, value: string): string {
  return key === 'caFile'
    ? `authority, err := os.ReadFile(${quoteGo(value)})`
    : `server, err := url.Parse(${quoteGo(value)})`;
}

/** The line of the code that holds the configuration of TLS. */
export function clientConfig(wiring: Wiring, value: string): string {
  return versionSuffix(wiring) === ''
    ? `sender.Client.Transport.(*http.Transport).TLSClientConfig = ${value}`
    : `TLSClientConfig: ${value},`;
}
