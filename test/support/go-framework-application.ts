import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { frameworks } from '../../main/core/agents/go/frameworks.ts';
import { ownForm } from '../../main/core/agents/go/own-form.ts';
import type { GoApplication } from './go-application.ts';
import { installGo } from './install-go.ts';
import { SAMPLE_WIRING } from './sample-wiring.ts';

const SOURCES = resolve(import.meta.dirname, '..', 'agents', 'apps', 'go-frameworks');

/** A framework that the agent has a module for: as the catalogue calls it, and the versions that can be had together. */
export interface GoFramework {
  readonly id: string;
  readonly agentVersion: string;
  /** What is required in the go.mod; the module of the agent brings the rest. */
  readonly requires: readonly string[];
  /** What the snippet calls that which routes or services are added to. */
  readonly variable: string;
}

/** Modules of the second major version where the module proxy has them, else of the first. */
export const GO_FRAMEWORKS: readonly GoFramework[] = [
  {
    id: 'gin',
    agentVersion: '2.7.12',
    requires: ['go.elastic.co/apm/module/apmgin/v2 v2.7.12', 'github.com/gin-gonic/gin v1.12.0'],
    variable: 'engine',
  },
  {
    id: 'fiber',
    agentVersion: '2.7.12',
    requires: ['go.elastic.co/apm/module/apmfiber/v2 v2.7.12', 'github.com/gofiber/fiber/v2 v2.52.15'],
    variable: 'app',
  },
  {
    id: 'gorilla',
    agentVersion: '2.7.12',
    requires: ['go.elastic.co/apm/module/apmgorilla/v2 v2.7.12', 'github.com/gorilla/mux v1.8.1'],
    variable: 'router',
  },
  {
    id: 'echo',
    agentVersion: '1.15.0',
    requires: ['go.elastic.co/apm/module/apmechov4 v1.15.0', 'github.com/labstack/echo/v4 v4.16.0'],
    variable: 'server',
  },
  {
    id: 'chi',
    agentVersion: '1.15.0',
    requires: ['go.elastic.co/apm/module/apmchiv5 v1.15.0', 'github.com/go-chi/chi/v5 v5.5.0'],
    variable: 'router',
  },
  {
    id: 'grpc',
    agentVersion: '1.15.0',
    requires: [
      'go.elastic.co/apm/module/apmgrpc v1.15.0',
      'google.golang.org/grpc v1.85.0',
      // The old one that the agent's module asks for holds packages that have moved to modules of their own since.
      'google.golang.org/genproto v0.0.0-20261026165753-2ffab32bce7e',
    ],
    variable: 'server',
  },
];

/** Builds the application that the snippet of this framework begins into `.cache/agents`; one sentence where it cannot be had. */
export function goFrameworkApplication(framework: GoFramework): GoApplication {
  const definition = frameworks.find(({ id }) => id === framework.id);
  const wiring = { ...SAMPLE_WIRING, agentVersion: framework.agentVersion };
  const blocks = definition === undefined ? null : ownForm('env', definition, wiring);
  const snippet = blocks?.find(({ path }) => path === 'main.go')?.content ?? '';
  const sources = { 'main.go': withRoutes(snippet, framework), ...goFrameworkSources(framework) };
  const built = installGo('agents', `shop-${framework.id}`, '.', sources);
  return 'problem' in built ? built : { file: built.file, folder: join(dirname(built.file), 'source') };
}

/** The snippet with routes where it leaves room for them, at an address that is free here. */
export function withRoutes(snippet: string, { variable }: GoFramework): string {
  return snippet
    .replace(/\/\/ Your (routes|services), as they are\./, `addRoutes(${variable})`)
    .replace(/":\d+"/, 'address()');
}

/** What lies beside the snippet, by file name: the routes of the application, and the go.mod. */
export function goFrameworkSources({ id, agentVersion, requires }: GoFramework): Readonly<Record<string, string>> {
  const read = (name: string): string => readFileSync(join(SOURCES, name), 'utf8');
  const order = read('order.go');
  return {
    'go.mod': `module example.test/shop\n\ngo 1.26\n\nrequire (\n${requires.map((line) => `\t${line}\n`).join('')})\n`,
    'address.go': read('address.go'),
    'order.go': agentVersion.startsWith('1.') ? order.replace('go.elastic.co/apm/v2', 'go.elastic.co/apm') : order,
    'routes.go': read(`${id}.go`),
  };
}
