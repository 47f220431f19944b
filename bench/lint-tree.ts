import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../main/core/agents/catalogue.ts';
import { lintPaths } from '../main/core/agents/lint/lint-paths.ts';
import { realHost } from '../main/core/host/real-host.ts';
import { type Bench, medianMs } from './bench.ts';

const FILES = 10_000;
const FILES_A_FOLDER = 50;

/** Of so many files one holds settings of an agent, as in a large repository of many services. */
const SETTINGS_EVERY = 100;

/** What most files of a tree are: code of 4 KB without an agent in it. */
const CODE = 'export function answer(question) {\n  return question.length;\n}\n'.repeat(64);
const SETTINGS =
  'ELASTIC_APM_SERVER_URL=http://localhost:8200\nELASTIC_APM_SECRET_TOKEN=k3y\nELASTIC_APM_VERIFY_SERVER_CERT=no\n';

/** `agent lint` of a tree of ten thousand files in a format that is read, from a warm disk. */
export const bench: Bench = {
  name: 'lint of a tree of 10,000 files',
  target: '≤ 2,000 ms',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-bench-lint-'));
    try {
      for (let index = 0; index < FILES; index += 1) {
        const within = join(folder, `part${Math.floor(index / FILES_A_FOLDER)}`, 'src');
        if (index % FILES_A_FOLDER === 0) mkdirSync(within, { recursive: true });
        if (index % SETTINGS_EVERY === 0) writeFileSync(join(within, `${index}.env`), SETTINGS);
        else writeFileSync(join(within, `file${index}.js`), CODE);
      }
      const request = {
        host: realHost(),
        catalogue: await loadCatalogue(),
        paths: [folder],
        agent: null,
        agentVersion: null,
      };
      let found = 0;
      const figure = await medianMs(5, async () => {
        found = (await lintPaths({ ...request, progress: () => undefined })).findings.length;
      });
      return { figure, unit: 'ms', note: `${found} findings` };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
