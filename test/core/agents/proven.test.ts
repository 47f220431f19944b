import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AgentRun } from '../../../main/core/agents/agent-run.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import type { Proof } from '../../../main/core/agents/definition.ts';
import { AGENT_RUNS } from '../../../main/core/agents/generated/agent-runs.ts';
import { provenOf } from '../../../main/core/agents/proven.ts';
import { root } from '../../support/entry.ts';
import { provenTable } from '../../support/proven-table.ts';
import type { RunRecord } from '../../support/run-record.ts';
import { sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
const records = join(root, '.cache', 'test', 'agent-runs');
const names = existsSync(records) ? readdirSync(records) : [];

const REPORTED: AgentRun = {
  by: 'some.test.ts',
  agent: 'some',
  version: '1.2.3',
  form: 'env',
  framework: 'plain',
  how: 'over HTTP',
  wrong: null,
  stoppedAt: null,
  code: null,
};

function markOf(proofs: readonly Proof[], runs: readonly AgentRun[], never: string | null = null): string {
  const settings = proofs.map((proof) => ({
    key: 'serverUrl' as const,
    env: 'URL',
    code: null,
    since: '0',
    until: null,
    format: 'url' as const,
    never,
    proof,
    source: 'a stand-in',
  }));
  return provenOf({ id: 'some', settings }, 'env', { runs, framework: 'plain' }).by;
}

describe('what is said to be proven of an agent', () => {
  test('is by a run where one reported by that form, and its definition has seen something', () => {
    expect(markOf(['lab', 'source'], [REPORTED])).toBe('run');
  });

  test.each<[string, readonly Proof[], Partial<AgentRun>]>([
    ['its definition is by source alone', ['source'], {}],
    ['the run was of another form', ['lab'], { form: 'docker' }],
    ['the run was of another agent', ['lab'], { agent: 'other' }],
    ['the run was of another framework', ['lab'], { framework: 'other' }],
    ['the run stopped', ['lab'], { stoppedAt: 'trusted', code: 'CA_NOT_TRUSTED' }],
    ['something was wrong on purpose', ['lab'], { wrong: 'no token' }],
  ])('is by source where %s', (_title, proofs, change) => {
    expect(markOf(proofs, [{ ...REPORTED, ...change }])).toBe('source');
  });

  test('is nothing where a setting that we write was neither read nor seen, unless a run has shown it', () => {
    expect(markOf(['source', 'memory'], [])).toBe('none');
    expect(markOf(['memory'], [], 'never written')).toBe('source');
    expect(markOf(['lab', 'memory'], [REPORTED])).toBe('run');
  });

  test('is answered for each form, and for a framework that a run was of', async () => {
    const agents = sampleAgents(catalogue);

    for (const { id, forms, frameworks } of await agents.list()) {
      for (const { as, proven } of forms) {
        const runs = AGENT_RUNS.filter(({ agent, form, wrong }) => agent === id && form === as && wrong === null);
        expect([...new Set(runs.map(({ version }) => version))]).toEqual(proven.versions);
        expect(proven.by === 'run').toBe(proven.versions.length > 0 && proven.frameworks.length > 0);
        for (const { id: framework } of frameworks) {
          const shown = await agents.show({ agent: id, as, framework, reveal: false }, null);
          expect(shown.proven.by === 'run').toBe(runs.some((run) => run.framework === framework));
        }
      }
    }
  });
});

describe('the runs that are kept', () => {
  test('are of agents, forms and frameworks of the catalogue', () => {
    for (const { agent, form, framework, version, wrong, stoppedAt, code } of AGENT_RUNS) {
      const definition = catalogue.find(({ id }) => id === agent);
      expect([...(definition?.forms ?? []), 'run']).toContain(form);
      expect(definition?.frameworks.map(({ id }) => id)).toContain(framework);
      expect(version).toMatch(/^\d+\.\d+/);
      if (wrong === null) expect({ stoppedAt, code }).toEqual({ stoppedAt: null, code: null });
      else expect(code).toMatch(/^[A-Z_]+$/);
    }
    expect(AGENT_RUNS.length).toBeGreaterThan(0);
  });

  test('are what PROVEN.md says', () => {
    expect(readFileSync(join(root, 'PROVEN.md'), 'utf8')).toBe(provenTable(catalogue, AGENT_RUNS));
  });

  test.skipIf(names.length === 0)('happened, where the records of runs are here', () => {
    for (const name of names) {
      const { isWhole, runs } = JSON.parse(readFileSync(join(records, name), 'utf8')) as RunRecord;
      const kept = AGENT_RUNS.filter(({ by }) => `${by}.json` === name);
      // What was seen here for the first time is taken over by the next `npm run proven`; what stands in the table must not be otherwise.
      const isAbout =
        (run: AgentRun) =>
        (other: AgentRun): boolean =>
          [other.agent, other.framework, other.form, other.how, other.wrong].join() ===
          [run.agent, run.framework, run.form, run.how, run.wrong].join();
      for (const { stoppedAt, code, ...about } of kept)
        for (const seen of runs.filter(isAbout({ stoppedAt, code, ...about })))
          expect({ about, stoppedAt, code }).toEqual({ about, stoppedAt: seen.stoppedAt, code: seen.code });
      if (isWhole) expect(runs).toEqual(expect.arrayContaining(kept));
    }
  });
});
