import { basename, join } from 'node:path';
import type { FoundProject, Framework, ProjectFiles } from '../definition.ts';
import { ancestors } from '../project-files.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks } from './frameworks.ts';

/** What a `go.mod` says: the module, everything that it requires with its version, and the version of the agent among it. */
export interface GoModule {
  readonly folder: string;
  readonly path: string | null;
  readonly requires: ReadonlyMap<string, string>;
  readonly agent: string | null;
}

/** Recognises a folder with a go.mod, and its framework by what it requires. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const module = readModule(folder, files);
  if (module === null) return null;
  return {
    name: moduleName(module) ?? serviceNameFrom(basename(folder)) ?? 'go-app',
    framework: frameworkOf(module).id,
    installed: module.agent !== null,
    start: startOf(folder, files),
  };
}

/** The module that a folder belongs to: the nearest go.mod, as the go command finds it. */
export function moduleOf(folder: string, files: ProjectFiles): GoModule | null {
  for (const parent of ancestors(folder)) {
    const module = readModule(parent, files);
    if (module !== null) return module;
  }
  return null;
}

/** The command that adds the agent with the module for the project's framework. */
export function installCommand(module: GoModule | null): string {
  return (module === null ? frameworkNamed('http') : frameworkOf(module)).install;
}

/** The last part of the module's path that is no version; the go command names the program after it. */
export function moduleName({ path }: GoModule): string | null {
  const last = (path ?? '').split('/').findLast((part) => part !== '' && !/^v\d+$/.test(part));
  return last === undefined ? null : serviceNameFrom(last);
}

/** Version of the agent among required modules; its first major version has another path. */
export function agentVersion(requires: ReadonlyMap<string, string>): string | null {
  const version = requires.get('go.elastic.co/apm/v2') ?? requires.get('go.elastic.co/apm');
  return version?.replace(/^v/, '') ?? null;
}

function readModule(folder: string, files: ProjectFiles): GoModule | null {
  const text = files.list(folder).includes('go.mod') ? files.read(join(folder, 'go.mod')) : null;
  if (text === null) return null;
  // In a block or on a line of its own, `path version`; what is replaced or excluded is not required by being so (Go Modules Reference, "go.mod files").
  const lines = text
    .replace(/^(exclude|replace|retract)\s*\([^)]*\)/gm, '')
    .matchAll(/^(?:require)?\s+([\w.~/-]+)\s+(v\d\S*)/gm);
  const requires = new Map([...lines].map((line) => [line[1] ?? '', line[2] ?? ''] as const));
  const path = /^module\s+"?([^\s"]+)"?/m.exec(text)?.[1] ?? null;
  return { folder, path, requires, agent: agentVersion(requires) };
}

function frameworkOf({ requires }: GoModule): Framework {
  return frameworks.find(({ markers }) => markers.some((marker) => requires.has(marker))) ?? frameworkNamed('http');
}

function frameworkNamed(id: string): Framework {
  const framework = frameworks.find((each) => each.id === id);
  if (framework === undefined) throw new Error(`the definition of go names no framework ${id}`);
  return framework;
}

/** Programs lie in the folder of the module, or by custom one folder each in `cmd`. */
function startOf(folder: string, files: ProjectFiles): string {
  const names = files.list(folder);
  if (names.some((name) => name.endsWith('.go')) || !names.includes('cmd')) return 'go run .';
  const [program] = files.list(join(folder, 'cmd'));
  return program === undefined ? 'go run .' : `go run ./cmd/${program}`;
}
