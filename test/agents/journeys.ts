import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Service } from '../../main/contract/index.ts';
import { recordRun } from '../support/agent-runs.ts';
import { entry } from '../support/entry.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';
import { type AgentUnderTest, dialectOf } from './agent-under-test.ts';
import { FAILURES, type Failure, type Spoiling } from './failures.ts';
import { openStage, type Stage } from './stage.ts';

/** Whether every failure is gone through and mended, or those alone that each change is tried with. */
const isLong = process.env.SEALWIRE_LONG === '1';
/** A JVM that starts while four others do needs half a minute. */
const WITHIN_MS = 200_000;
const TIMEOUT_MS = 480_000;

/** How much of it each change is tried with: an agent over a second protocol or on a second runtime needs no more than to report. */
export interface Extent {
  readonly quick: 'failures' | 'report' | 'none';
}

const LADDER = ['reached ok', 'encrypted ok', 'trusted ok', 'authorised ok', 'identified ok', 'reporting ok'];

/** Every journey of one real agent: by snippet, by `sealwire run`, with the server stopped, and through every failure to its cure. */
export function describeJourneys(agent: AgentUnderTest, { quick }: Extent = { quick: 'failures' }): void {
  const kind = agent.isImitation === true ? 'an imitation of the' : 'the real';
  const title = `${kind} ${agent.id} agent, ${agent.framework} ${agent.how}`;
  const isIncluded = isLong || quick !== 'none';
  const included = FAILURES.filter((failure) => isLong || (failure.quick !== null && quick === 'failures'));
  describe.skipIf(!isIncluded)(isIncluded ? title : `${title} [skipped: for the long runs]`, () => {
    let stage: Stage;
    let authority: TestAuthority;
    let other: TestAuthority;
    beforeAll(async () => {
      authority = createTestAuthority();
      other = createTestAuthority();
      stage = await openStage(agent, authority, null);
    }, 60_000);
    afterAll(async () => {
      await stage.close();
      for (const made of [authority, other]) made.remove();
    });

    test('wired by the environment that Connect hands out, reports; with the endpoint stopped, that is said; started again, it reports on', {
      timeout: TIMEOUT_MS,
    }, async () => {
      const { sealwire } = stage;
      const service = `${agent.id}-snippet`;
      const application = await stage.start(agent.wired, await stage.environment(service));

      const ladder = await reporting(stage, service);

      expect(ladder.steps.map(({ step, state }) => `${step} ${state}`)).toEqual(LADDER);
      expect(ladder.agent?.name).toBe(agent.agentName);
      expect(ladder.agent?.version).toMatch(/^\d+\.\d+/);
      expect(ladder.tls?.version).toBe('TLSv1.3');
      const events = await sealwire.cli(['events', 'list', '--service', service, '--limit', '1000', '--json']);
      const lines = events.stdout.trim().split('\n');
      const kinds = lines.map((line) => JSON.parse(line).kind);
      expect(kinds).toContain('transaction');
      expect(kinds).toContain('span');

      const { port } = (await sealwire.client.call('status', {})).endpoint ?? { port: 0 };
      await sealwire.client.call('endpoint.stop', {});
      const waiting = await sealwire.service(service, (each) => each.diagnosis?.code === 'ENDPOINT_STOPPED');
      expect(waiting.diagnosis?.summary).toMatch(/stopped/);
      expect(waiting.diagnosis?.fixes.some(({ snippet }) => snippet !== null)).toBe(true);
      await sealwire.client.call('endpoint.start', { port });
      await application.order('2');
      await sealwire.service(service, (each) => each.diagnosis === null && each.stoppedAt === null, WITHIN_MS);
      await application.end();
      record(agent, ladder);
      record(agent, waiting, 'env', 'the server stopped');
    });

    test.skipIf(agent.bare === null)(
      'started by `sealwire run`, reports without any change, and its token is nowhere but in its environment',
      { timeout: TIMEOUT_MS },
      async () => {
        const { sealwire } = stage;
        const service = `${agent.id}-run`;
        const command = [process.execPath, entry, 'run', '--service', service, '--', ...(agent.bare ?? [])];
        const application = await stage.start(command, {
          ...sealwire.env,
          ...dialectOf(agent).hurry,
          ...agent.spare,
        });

        const ladder = await reporting(stage, service);
        const { token } = await sealwire.client.call('token.show', {});
        const pid = ladder.process?.pid ?? 0;

        expect(ladder.agent?.name).toBe(agent.agentName);
        expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).toContain(token);
        expect(commandLines()).not.toContain(token);
        expect(filesHolding(sealwire.home, token)).toEqual([]);
        expect(sealwire.log()).not.toContain(token);
        await application.end();
        record(agent, ladder, 'run');
      },
    );

    test.concurrent.for(included)(
      isLong
        ? 'with $wrong, stops at $stopsAt and names the cure; mended, it reports'
        : 'with $wrong, stops at $stopsAt and names the cure',
      { timeout: TIMEOUT_MS },
      async (failure, { onTestFinished }) => {
        const { server } = failure;
        const fault = typeof server === 'string' ? null : server;
        const own = server === 'shared' ? stage : await openStage(agent, authority, fault);
        if (own !== stage) onTestFinished(() => own.close());
        await goThrough(agent, failure, own, {
          agent,
          otherCa: other.caPath,
          issue: async (names) => {
            await own.sealwire.client.call('certificate.issue', { names: [...names] });
          },
        });
      },
    );
  });
}

/** Fails as it must, is told why, is mended, and reports; only what was mended is noted. */
async function goThrough(agent: AgentUnderTest, failure: Failure, stage: Stage, using: Spoiling): Promise<void> {
  const service = `${agent.id}-${failure.wrong.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  const good = await stage.environment(service);
  const spoilt = { ...good };
  await failure.spoil?.(spoilt, using);
  const broken = await stage.start(agent.wired, spoilt);

  let isTold = false;
  const telling = stage.sealwire
    .service(service, (each) => each.stoppedAt !== null && each.diagnosis !== null && each.process !== null, WITHIN_MS)
    .finally(() => {
      isTold = true;
    });
  // A connection that is over at the certificate may be gone before its process was found, and the next one comes with the next order.
  const asking = vi.waitFor(
    async () => {
      if (isTold) return;
      await broken.order('again');
      throw new Error('it was not told yet');
    },
    { interval: 2000, timeout: TIMEOUT_MS },
  );
  const [stopped] = await Promise.all([telling, asking]);

  const { stoppedAt, diagnosis } = stopped;
  const code = agent.known?.[failure.wrong] ?? failure.code;
  expect({ stoppedAt, code: diagnosis?.code }).toEqual({ stoppedAt: failure.stopsAt, code });
  expect(diagnosis?.summary).toMatch(/\.$/);
  expect(diagnosis?.cause).not.toBe('');
  const cure = diagnosis?.fixes.map(({ text, snippet }) => `${text}\n${snippet ?? ''}`).join('\n');
  expect(cure).toMatch(agent.cures?.[failure.code] ?? failure.cure(agent));
  expect(stopped.process?.pid).toBe(broken.pid);
  const { attempts } = await stage.sealwire.client.call('attempt.list', { service, outcome: 'failed' });
  // A connection that is over within a millisecond or two is gone before its process was found.
  const commands = attempts.map(({ process: owner }) => owner?.command ?? '');
  expect(commands).toContainEqual(expect.stringMatching(agent.process));
  expect(attempts[0]?.diagnosis?.code).toBe(code);

  await broken.end();
  if (!isLong && failure.quick !== 'mended') return;
  await failure.restore?.(using);
  await stage.mend();
  const mended = await stage.start(agent.wired, good);
  const { steps, agent: told } = await reporting(stage, service);
  expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual(LADDER);
  await mended.end();
  record(agent, { ...stopped, agent: told }, 'env', failure.wrong);
}

function reporting({ sealwire }: Stage, service: string): Promise<Service> {
  return sealwire.service(
    service,
    ({ stoppedAt, counts }) => stoppedAt === null && counts.transaction > 0 && counts.span > 0,
    WITHIN_MS,
  );
}

/** What an imitation does says nothing of the agent. */
function record(
  { id, framework, how, isImitation = false }: AgentUnderTest,
  { stoppedAt, diagnosis, agent }: Service,
  form = 'env',
  wrong: string | null = null,
): void {
  if (isImitation) return;
  const version = agent?.version ?? null;
  recordRun({ agent: id, version, form, framework, how, wrong, stoppedAt, code: diagnosis?.code ?? null });
}

/** The command lines of every process that can be read, as `ps` would show them. */
function commandLines(): string {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        // The process ended between the listing and the read.
        return '';
      }
    })
    .join('\n');
}

function filesHolding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}
