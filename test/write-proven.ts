import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AgentRun } from '../main/core/agents/agent-run.ts';
import { loadCatalogue } from '../main/core/agents/catalogue.ts';
import { AGENT_RUNS } from '../main/core/agents/generated/agent-runs.ts';
import { provenTable } from './support/proven-table.ts';
import type { RunRecord } from './support/run-record.ts';

/*
 * `npm run proven`: takes over what the tests of real agents recorded, into the data that the catalogue answers with and into PROVEN.md. What was seen of an agent replaces what was seen of the same
 * before. A long run in which every test of a file passed replaces all that the file saw; what did not run here, or did not pass, stays as it was.
 */

/** What a run is about, whatever came of it. */
function subjectOf({ by, agent, framework, how, form, wrong }: AgentRun): string {
  return [by, agent, framework, how, form === 'run' ? 2 : 1, form, wrong ?? ''].join('\n');
}

const root = resolve(import.meta.dirname, '..');
const records = join(root, '.cache', 'test', 'agent-runs');
const names = existsSync(records) ? readdirSync(records) : [];
const seen = names.flatMap((name) => {
  const record = JSON.parse(readFileSync(join(records, name), 'utf8')) as RunRecord;
  if (!record.isWhole) console.log(`in part: ${name}, of which not every test ran and passed in a long run`);
  return [{ by: name.replace(/\.json$/, ''), ...record }];
});
const isReplaced = (run: AgentRun): boolean =>
  seen.some(
    ({ by, isWhole, runs }) => by === run.by && (isWhole || runs.some((other) => subjectOf(other) === subjectOf(run))),
  );
const runs = [...AGENT_RUNS.filter((run) => !isReplaced(run)), ...seen.flatMap((record) => record.runs)].sort(
  (one, other) => subjectOf(one).localeCompare(subjectOf(other), 'en'),
);

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
