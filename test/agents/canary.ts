import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Service } from '../../main/contract/index.ts';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { type Application, startApplication } from './application.ts';

interface CanaryOptions {
  /** Left to the long run, so that the usual one stays short. */
  readonly isLong?: boolean;
  /** What switches verification off; null where nothing in the environment of this agent does. */
  readonly off?: Readonly<Record<string, string>> | null;
  /** The line that the cure has, where verification is off. */
  readonly cure?: string | null;
}

const CASES = [
  [true, 0, 'verified'],
  [false, 1, 'off'],
] as const;

/** One agent whose next connection is served from an authority that nobody trusts, with verification on and switched off. */
export function describeCanary(agent: AgentUnderTest, options: CanaryOptions = {}): void {
  const { isLong = false, off = { ELASTIC_APM_VERIFY_SERVER_CERT: 'false' } } = options;
  const { cure = 'ELASTIC_APM_VERIFY_SERVER_CERT=true' } = options;
  const isLeftOut = isLong && process.env.SEALWIRE_LONG !== '1';
  const what = agent.isImitation === true ? 'an imitation of the' : 'the real';
  describe.skipIf(isLeftOut)(
    `${what} ${agent.id} agent ${agent.how} and the canary${isLeftOut ? ' [in the long run]' : ''}`,
    () => {
      let sealwire: RunningSealwire;
      beforeAll(async () => {
        sealwire = await startSealwire();
        await agent.prepare?.(async (cacerts) => {
          const folder = dirname(sealwire.ready.ca);
          const words = ['cert', 'export', 'ca', '--format', 'jks', '--merge-with', cacerts, '--out', folder];
          expect(await sealwire.cli(words)).toMatchObject({ code: 0 });
        });
      }, 120_000);
      afterAll(() => sealwire.stop());

      const start = async (service: string, verifies: boolean): Promise<Application> => {
        const { env } = await sealwire.client.call('agent.show', {
          agent: agent.id,
          as: 'env',
          framework: agent.framework,
          service,
          reveal: true,
        });
        const application = await startApplication(agent.wired, {
          cwd: agent.cwd,
          env: {
            ...plainEnvironment(sealwire.home),
            ...env,
            ...agent.loading,
            ...agent.spare,
            ...(agent.dialect?.hurry ?? { ELASTIC_APM_API_REQUEST_TIME: '1s' }),
            ...(verifies ? {} : off),
          },
        });
        onTestFinished(() => application.end());
        for (let id = 1; id <= (agent.orders ?? 1); id += 1) await application.order(String(id));
        return application;
      };
      const reporting = (service: string, transactions: number): Promise<Service> =>
        sealwire.service(service, (each) => each.stoppedAt === null && each.counts.transaction >= transactions);

      test.each(CASES.filter(([verifies]) => verifies || off !== null))(
        'with verification %s: exit %i, %s, and reports on afterwards',
        async (verifies, exit, result) => {
          const service = `${agent.id}-canary-${result}`;
          const application = await start(service, verifies);
          await reporting(service, 1);

          const words = ['attempts', 'canary', service, '--yes', '--timeout', '60s', '--json'];
          let answer: Awaited<ReturnType<RunningSealwire['cli']>> | null = null;
          const out = sealwire.cli(words).then((said) => {
            answer = said;
            return said;
          });
          // It connects anew when it has something to send and its last connection is over.
          await expect
            .poll(
              async () => {
                await application.order('again');
                return answer !== null;
              },
              { interval: 500, timeout: 70_000 },
            )
            .toBe(true);
          const { code, stdout } = await out;

          expect([code, JSON.parse(stdout)]).toEqual([exit, expect.objectContaining({ service, result })]);
          const { counts, verifies: shown, steps, diagnosis } = await reporting(service, 1);
          expect(shown).toMatchObject({ result });
          expect(steps.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
          expect(diagnosis?.fixes[0]?.snippet ?? null).toBe(result === 'off' ? cure : null);
          const { attempts } = await sealwire.client.call('attempt.list', { service, outcome: 'failed' });
          expect(attempts).toEqual([]);
          await expect
            .poll(
              async () => {
                await application.order('after');
                return (await reporting(service, 1)).counts.transaction;
              },
              { interval: 500, timeout: 60_000 },
            )
            .toBeGreaterThan(counts.transaction);
        },
        300_000,
      );
    },
  );
}
