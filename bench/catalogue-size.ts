import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createAgents } from '../main/core/agents/agents.ts';
import { loadCatalogue } from '../main/core/agents/catalogue.ts';
import { realHost } from '../main/core/host/real-host.ts';
import type { Bench, Finding } from './bench.ts';

const UI = join(resolve(import.meta.dirname, '..'), 'dist', 'ui');
const CONNECT = 'features/connect/view.tsx';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** What is loaded when Connect opens and not before: its code and styles, and the list of agents. */
export const bench: Bench = {
  name: 'Connect: what opening it loads, gzip',
  target: '≤ 60 KB',
  run: async (): Promise<Finding> => {
    const chunks: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(join(UI, 'manifest.json'), 'utf8'));
    const first = filesOf(
      chunks,
      Object.keys(chunks).filter((name) => chunks[name]?.isEntry === true),
    );
    const more = [...filesOf(chunks, [CONNECT])].filter((file) => !first.has(file));
    const code = more.reduce((sum, file) => sum + gzipSync(readFileSync(join(UI, file))).length, 0);
    const agents = createAgents({
      catalogue: await loadCatalogue(),
      host: realHost(),
      endpointUrl: () => 'https://localhost:8200',
      caPath: () => null,
      auth: () => 'token',
      command: 'sealwire',
      truststore: async () => '',
      startedIn: '/',
    });
    const list = gzipSync(JSON.stringify({ agents: await agents.list() })).length;
    const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
    return {
      figure: (code + list) / 1024,
      unit: 'KB',
      note: `${kilobytes(code)} KB in ${more.length} files, ${kilobytes(list)} KB of agents`,
    };
  },
};

/** The files of these chunks and of everything they import at once. */
function filesOf(chunks: Readonly<Record<string, Chunk>>, names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const name of names) visit(name);
  return files;
}
