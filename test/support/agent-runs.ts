import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, type RunnerTask } from 'vitest';
import type { AgentRun } from '../../main/core/agents/agent-run.ts';
import { root } from './entry.ts';
import type { RunRecord } from './run-record.ts';

/** Where each test file leaves what its agents were seen to do, one JSON file each. */
const RECORDS = join(root, '.cache', 'test', 'agent-runs');

/** A run as a test knows it; a version of null is the one that the agent told in another test of the file. */
type SeenRun = Omit<AgentRun, 'by' | 'version'> & { readonly version: string | null };

const seen: SeenRun[] = [];
const by = basename(expect.getState().testPath ?? '');
const path = join(RECORDS, `${by}.json`);

rmSync(path, { force: true });
// biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are wanted, and takes nothing else.
afterAll(({}, file) => {
  if (seen.length === 0) return;
  const versions = new Map(seen.flatMap((run) => (run.version === null ? [] : [[kindOf(run), run.version]])));
  const runs = seen.flatMap((run): AgentRun[] => {
    const version = run.version ?? versions.get(kindOf(run));
    return version === undefined ? [] : [{ by, ...run, version }];
  });
  const record: RunRecord = { isWhole: process.env.SEALWIRE_LONG === '1' && file.tasks.every(hasPassed), runs };
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
});

/** Notes what a real agent did. It is the last line of a test, so that nothing is noted of one that failed. */
export function recordRun(run: SeenRun): void {
  seen.push(run);
}

function hasPassed(task: RunnerTask): boolean {
  return task.type === 'suite' ? task.tasks.every(hasPassed) : task.result?.state === 'pass';
}

/** Agents of one name may be several, such as an SDK and a distribution of it. */
function kindOf({ agent, framework, how }: SeenRun): string {
  return `${agent} by ${framework} ${how}`;
}
