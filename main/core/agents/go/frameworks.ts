import type { Framework } from '../definition.ts';

/** Import paths of the agent's modules, and what they instrument (apm-agent-go, docs/reference/builtin-modules.md). */
const MODULES: Readonly<Record<string, string>> = {
  gin: 'apmgin',
  echo: 'apmechov4',
  fiber: 'apmfiber',
  chi: 'apmchiv5',
  gorilla: 'apmgorilla',
  grpc: 'apmgrpc',
  http: 'apmhttp',
};

/** Frameworks of Go applications, in the order in which a project is searched for them: nearly every one also uses net/http. */
export const frameworks: readonly Framework[] = [
  framework('gin', 'Gin', ['github.com/gin-gonic/gin']),
  framework('echo', 'Echo', ['github.com/labstack/echo/v4']),
  framework('fiber', 'Fiber', ['github.com/gofiber/fiber/v2']),
  framework('chi', 'chi', ['github.com/go-chi/chi/v5']),
  framework('gorilla', 'gorilla/mux', ['github.com/gorilla/mux']),
  framework('grpc', 'gRPC', ['google.golang.org/grpc']),
  framework('http', 'net/http', []),
];

/** Import path of the module for a framework; the agent's first major version has no `/v2` at its end. */
export function modulePath(framework: Framework, suffix: string): string {
  return pathOf(framework.id, suffix);
}

/** The command that adds the module for a framework, with what it brings: the agent. */
export function getModule(framework: string, suffix: string): string {
  return `go get ${pathOf(framework, suffix)}`;
}

function pathOf(framework: string, suffix: string): string {
  return `go.elastic.co/apm/module/${MODULES[framework] ?? 'apmhttp'}${suffix}`;
}

function framework(id: string, title: string, markers: readonly string[]): Framework {
  return {
    id,
    title,
    markers,
    start: 'go run .',
    install: getModule(id, '/v2'),
  };
}
