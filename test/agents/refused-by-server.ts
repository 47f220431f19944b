import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Step } from '../../main/contract/index.ts';
import { recordRun } from '../support/agent-runs.ts';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';
import { startApplication } from './application.ts';
import type { AgentUnderTest } from './journeys.ts';

/** Makes the agent trust the authority in this file and no other, by its environment; left out where a variable names the file. */
export type TrustOnly = (env: Record<string, string>, caPath: string) => void;

interface Refusal {
  readonly title: string;
  /** The same in short, as the table of what was proven has it. */
  readonly wrong: string;
  /** Days that the certificate of the server is good for; a negative number ended it so long ago. */
  readonly days: number;
  /** Lines below `apm-server.ssl:`, in which CA stands for the authority of the test. */
  readonly settings: readonly string[];
  /** Whether the agent is given the file of an authority that has nothing to do with the server. */
  readonly trustsOther?: boolean;
  readonly more?: Readonly<Record<string, string>>;
  readonly stopsAt: Step;
  readonly code: string;
}

/** `id:key` as Elasticsearch hands it out. No Elasticsearch is behind the endpoint, so it answers 503. */
const API_KEY = Buffer.from('VuaCfGcBCdbkQm-e5aOx:ui2lp2axTNmsyakw9tvNnw').toString('base64');

const REFUSALS: readonly Refusal[] = [
  {
    title: 'whose certificate has expired',
    wrong: 'an expired certificate',
    days: -1,
    settings: [],
    stopsAt: 'trusted',
    code: 'CERTIFICATE_EXPIRED',
  },
  {
    title: 'that demands a certificate of the client',
    wrong: 'a client certificate demanded',
    days: 30,
    settings: ['    client_authentication: required', '    certificate_authorities: [CA]'],
    stopsAt: 'encrypted',
    code: 'CLIENT_CERTIFICATE_MISSING',
  },
  {
    title: 'of another authority than the file that the agent was given',
    wrong: 'the file of another authority',
    days: 30,
    settings: [],
    trustsOther: true,
    stopsAt: 'trusted',
    code: 'CA_NOT_TRUSTED',
  },
  {
    title: 'that answers 503, because it cannot check the API key',
    wrong: '503: nobody can check the API key',
    days: 30,
    settings: [],
    more: { ELASTIC_APM_API_KEY: API_KEY },
    stopsAt: 'authorised',
    code: 'API_KEY_UNCHECKED',
  },
];

/** What a real agent does where it is the server that is in the way, each against a server of its own. */
export function describeRefusals(agent: AgentUnderTest, trustOnly: TrustOnly = trustByVariable): void {
  describe(`the real ${agent.id} agent, before a server`, () => {
    let authority: TestAuthority;
    let other: TestAuthority;
    const closers: (() => Promise<unknown>)[] = [];

    beforeAll(() => {
      authority = createTestAuthority();
      other = createTestAuthority();
    });
    afterEach(async () => {
      for (const close of closers.splice(0).reverse()) await close();
    });
    afterAll(() => {
      authority.remove();
      other.remove();
    });

    const serverOf = async ({ days, settings }: Refusal): Promise<RunningSealwire> => {
      const folder = dirname(authority.caPath);
      const { chainPem, keyPem } = authority.issue(['localhost'], { days });
      writeFileSync(join(folder, 'served.pem'), chainPem);
      writeFileSync(join(folder, 'served.key'), keyPem.reveal(), { mode: 0o600 });
      const lines = ['apm-server:', '  auth.api_key.enabled: true', '  ssl:', '    enabled: true'];
      const pair = ['    certificate: served.pem', '    key: served.key'];
      const text = [...lines, ...pair, ...settings, ''].join('\n').replace('CA', authority.caPath);
      writeFileSync(join(folder, 'apm-server.yml'), text);
      const sealwire = await startSealwire({ args: ['--config', join(folder, 'apm-server.yml')] });
      closers.push(() => sealwire.stop());
      return sealwire;
    };

    test.each(REFUSALS)('$title, stops at $stopsAt and is told why', async (refusal) => {
      const service = `${agent.id}-${refusal.code.toLowerCase().replaceAll('_', '-')}`;
      const sealwire = await serverOf(refusal);
      await sealwire.client.call('wiring.open', { agent: agent.id, service });
      const env: Record<string, string> = {
        ...plainEnvironment(sealwire.home),
        ...agent.loading,
        ELASTIC_APM_SERVER_URL: `https://localhost:${new URL(sealwire.ready.endpoint).port}`,
        ELASTIC_APM_SERVICE_NAME: service,
        ELASTIC_APM_API_REQUEST_TIME: '1s',
        ...refusal.more,
      };
      trustOnly(env, refusal.trustsOther === true ? other.caPath : authority.caPath);
      const application = await startApplication(agent.wired, { env, cwd: agent.cwd });
      closers.push(() => application.end());
      await application.order('1');

      const ladder = await sealwire.service(service, ({ diagnosis }) => diagnosis?.code === refusal.code);

      expect(ladder).toMatchObject({ stoppedAt: refusal.stopsAt, agentId: agent.id });
      expect(ladder.diagnosis?.fixes.length).toBeGreaterThan(0);
      const { id, framework } = agent;
      const { wrong, stopsAt, code } = refusal;
      recordRun({ agent: id, version: null, form: 'env', framework, wrong, stoppedAt: stopsAt, code });
    });
  });
}

function trustByVariable(env: Record<string, string>, caPath: string): void {
  env.ELASTIC_APM_SERVER_CA_CERT_FILE = caPath;
}
