import { readdir } from 'node:fs/promises';
import type { AgentDefinition } from './definition.ts';

/** A bundle has no folder to list: its build puts every module of `catalogue/` here. The source tree leaves it undefined. */
declare const SEALWIRE_CATALOGUE: readonly unknown[] | undefined;

const FOLDER = new URL('./catalogue/', import.meta.url);

/** Every agent that Sealwire knows, by title. One file of `catalogue/` is one agent; a file without a `definition` is a defect and throws. */
export async function loadCatalogue(): Promise<readonly AgentDefinition[]> {
  const modules = await catalogueModules();
  return modules.map(definitionOf).sort((one, other) => one.title.localeCompare(other.title, 'en'));
}

async function catalogueModules(): Promise<readonly unknown[]> {
  if (typeof SEALWIRE_CATALOGUE !== 'undefined') return SEALWIRE_CATALOGUE;
  const names = (await readdir(FOLDER)).filter((name) => /\.[jt]s$/.test(name));
  return Promise.all(names.map((name) => import(new URL(name, FOLDER).href)));
}

function definitionOf(module: unknown): AgentDefinition {
  if (!holdsDefinition(module)) throw new Error('a file of the agent catalogue exports no definition');
  return module.definition;
}

function holdsDefinition(module: unknown): module is { readonly definition: AgentDefinition } {
  return typeof module === 'object' && module !== null && 'definition' in module;
}
