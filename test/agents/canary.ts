import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Service } from '../../main/contract/index.ts';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { type Application, startApplication } from './application.ts';

/** One agent whose next connection is served from an authority that nobody trusts, with verification on and switched off. */
export function describeCanary(agent: AgentUnderTest): void {
  describe(`the real ${agent.id} agent and the canary`, () => {
    let sealwire: RunningSealwire;
    beforeAll(async () => {
      sealwire = await startSealwire();
    }, 60_000);
    afterAll(() => sealwire.stop());

    const start = async (service: string, verify: string): Promise<Application> => {
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
          ELASTIC_APM_API_REQUEST_TIME: '1s',
          ELASTIC_APM_VERIFY_SERVER_CERT: verify,
        },
      });
      onTestFinished(() => application.end());
      await application.order('1');
      return application;
    };
    const reporting = (service: string, transactions: number): Promise<Service> =>
      sealwire.service(service, (each) => each.stoppedAt === null && each.counts.transaction >= transactions);

    test.each([
      ['true', 0, 'verified'],
      ['false', 1, 'off'],
    ])(
      'with verification %s: exit %i, %s, and reports on afterwards',
      async (verify, exit, result) => {
        const service = `${agent.id}-canary-${result}`;
        const application = await start(service, verify);
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
        const { counts, verifies, steps, diagnosis } = await reporting(service, 1);
        expect(verifies).toMatchObject({ result });
        expect(steps.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
        expect(diagnosis?.fixes[0]?.snippet ?? null).toBe(
          result === 'off' ? 'ELASTIC_APM_VERIFY_SERVER_CERT=true' : null,
        );
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
      150_000,
    );
  });
}
