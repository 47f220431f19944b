import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type GoProgram, installGo } from './install-go.ts';

const SOURCE = resolve(import.meta.dirname, '..', 'agents', 'apps', 'go', 'main.go');

/** What the application is built from; a change makes it be built anew. */
const MODULE = `module example.test/shop

go 1.21

require (
	go.elastic.co/apm/module/apmhttp/v2 v2.7.12
	go.elastic.co/apm/v2 v2.7.12
)
`;

/** A program with the real Go agent, and the folder with its go.mod; built once. */
export type GoApplication =
  | { readonly file: string; readonly folder: string }
  | Extract<GoProgram, { readonly problem: string }>;

/** Builds the application of the tests into `.cache/agents`; one sentence where it cannot be had. */
export function goApplication(): GoApplication {
  const built = installGo('agents', 'shop', '.', { 'go.mod': MODULE, 'main.go': readFileSync(SOURCE, 'utf8') });
  return 'problem' in built ? built : { file: built.file, folder: join(dirname(built.file), 'source') };
}
