import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadCatalogue } from '../main/core/agents/catalogue.ts';
import { AGENT_RUNS } from '../main/core/agents/generated/agent-runs.ts';
import { provenTable } from './support/proven-table.ts';
import type { RunRecord } from './support/run-record.ts';

/*
 * `npm run proven`: takes over what the tests of real agents recorded, into the data that the catalogue answers with and into PROVEN.md. What a test file saw replaces all that it
 * saw before; what did not run here stays as it was, and so does what did not pass to the last test.
 */

const root = resolve(import.meta.dirname, '..');
const records = join(root, '.cache', 'test', 'agent-runs');
const names = existsSync(records) ? readdirSync(records) : [];
const seen = names.flatMap((name) => {
  const record = JSON.parse(readFileSync(join(records, name), 'utf8')) as RunRecord;
  if (!record.isWhole) console.log(`left out: ${name}, of which not every test ran and passed`);
  return record.isWhole ? [{ by: name.replace(/\.json$/, ''), runs: record.runs }] : [];
});
const runs = [
  ...AGENT_RUNS.filter(({ by }) => seen.every((record) => record.by !== by)),
  ...seen.flatMap((record) => record.runs),
].sort((one, other) => one.by.localeCompare(other.by, 'en'));

const data = join(root, 'main', 'core', 'agents', 'generated', 'agent-runs.ts');
const lines = runs.map((run) => `  ${JSON.stringify(run)},`);
writeFileSync(
  data,
  `import type { AgentRun } from '../agent-run.ts';

/** What real agents were seen to do in tests that passed; written by \`npm run proven\`. */
export const AGENT_RUNS: readonly AgentRun[] = [
${lines.join('\n')}
];
`,
);
writeFileSync(join(root, 'PROVEN.md'), provenTable(await loadCatalogue(), runs));
console.log(
  `written: ${runs.length} runs, with those of ${seen.length} test files that were recorded here; ${data} and PROVEN.md`,
);
