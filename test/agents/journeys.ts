import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnosis, Service, Step } from '../../main/contract/index.ts';
import { recordRun } from '../support/agent-runs.ts';
import { entry } from '../support/entry.ts';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import { type Application, startApplication } from './application.ts';

/** One agent with a real application, as a person would have it on their machine. */
export interface AgentUnderTest {
  readonly id: string;
  /** True where the agent cannot be had, and an application on the same libraries sends what it would. */
  readonly isImitation?: boolean;
  readonly framework: string;
  /** What sets it apart from others of the same id, such as its protocol. */
  readonly kind?: string;
  /** Name of the agent in its own metadata. */
  readonly agentName: string;
  /** Starts the application with the agent loaded by the framework's own means, wired by the environment alone. */
  readonly wired: readonly string[];
  /** Starts the application as it is, with no agent; null where there is no agent that `sealwire run` could load. */
  readonly bare: readonly string[] | null;
  readonly cwd: string;
  /** Variables that load the agent for `wired`, e.g. NODE_OPTIONS. */
  readonly loading: Readonly<Record<string, string>>;
  /**
   * How many orders the application gets at first, where not one: a connection that its program ends at the certificate may be over before the program was found, so who makes one for each order
   * and keeps none needs some.
   */
  readonly orders?: number;
  /** What the interpreter is called in the process list. */
  readonly process: RegExp;
  /** The variable that names the authority, or what the cure says where none does. */
  readonly caVariable: string | RegExp;
  /** Where it is wired by other variables than those of Elastic's own agents. */
  readonly dialect?: Dialect;
  /** What a failure is called where this agent gives less away than most. */
  readonly known?: Readonly<Record<string, string>>;
  /** What the cure holds, by the code of the mistake, where this agent gives less away than most. */
  readonly cures?: Readonly<Record<string, RegExp>>;
  /** What else it takes to make it speak plain HTTP. */
  plain?(env: Record<string, string>): void;
  /** What the certificate is for, where that must not be everything. */
  readonly names?: readonly string[];
  /** What the snippet does before the application can be started: `exportTo` writes a truststore for Java into the folder of the CA file. */
  prepare?(exportTo: (cacerts: string) => Promise<void>): Promise<void>;
  /** Takes what makes the agent trust the authority out of its environment; without it, that is the variable of the CA file. */
  distrust?(env: Record<string, string>): void;
}

/** The variables by which an agent is wired. */
export interface Dialect {
  readonly url: string;
  readonly token: string;
  /** What stands before the token. */
  readonly beforeToken: string;
  readonly ca: string;
  readonly service: string;
  /** Lets it report at once. */
  readonly hurry: Readonly<Record<string, string>>;
}

const ELASTIC: Dialect = {
  url: 'ELASTIC_APM_SERVER_URL',
  token: 'ELASTIC_APM_SECRET_TOKEN',
  beforeToken: '',
  ca: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
  service: 'ELASTIC_APM_SERVICE_NAME',
  hurry: { ELASTIC_APM_API_REQUEST_TIME: '1s' },
};

function dialectOf({ dialect = ELASTIC }: AgentUnderTest): Dialect {
  return dialect;
}

/** Rungs that each wrong setting must stop at, with the diagnosis it must yield. */
interface Mistake {
  readonly title: string;
  spoil(env: Record<string, string>, sealwire: RunningSealwire, agent: AgentUnderTest): Promise<void> | void;
  readonly stopsAt: Step;
  readonly code: string;
  /** Something the cure's snippet must hold. */
  cure(agent: AgentUnderTest): RegExp;
  /** What has to be undone on Sealwire's side before the mended application can report. */
  restore?(sealwire: RunningSealwire, agent: AgentUnderTest): Promise<void>;
}

const MISTAKES: readonly Mistake[] = [
  {
    title: 'no CA setting',
    spoil: (env, _sealwire, agent) => {
      if (agent.distrust === undefined) delete env[dialectOf(agent).ca];
      else agent.distrust(env);
    },
    stopsAt: 'trusted',
    code: 'CA_NOT_TRUSTED',
    cure: ({ caVariable }) => (typeof caVariable === 'string' ? new RegExp(`${caVariable}=`) : caVariable),
  },
  {
    title: 'a wrong token',
    spoil: (env, _sealwire, agent) => {
      const { token, beforeToken } = dialectOf(agent);
      env[token] = `${beforeToken}gWrongWrongWrongWrongWrongWrongWrongWrongWro`;
    },
    stopsAt: 'authorised',
    code: 'TOKEN_WRONG',
    cure: (agent) => new RegExp(`${dialectOf(agent).token}=`),
  },
  {
    title: 'no token',
    spoil: (env, _sealwire, agent) => {
      delete env[dialectOf(agent).token];
    },
    stopsAt: 'authorised',
    code: 'TOKEN_MISSING',
    cure: (agent) => new RegExp(`${dialectOf(agent).token}=`),
  },
  {
    title: 'http:// in the server URL',
    spoil: (env, _sealwire, agent) => {
      const { url } = dialectOf(agent);
      env[url] = (env[url] ?? '').replace('https:', 'http:');
      agent.plain?.(env);
    },
    stopsAt: 'encrypted',
    code: 'PLAIN_HTTP',
    cure: (agent) => new RegExp(`${dialectOf(agent).url}=["']?https://localhost`),
  },
  {
    title: 'a server name that the certificate does not cover',
    spoil: async (_env, sealwire) => {
      await sealwire.client.call('certificate.issue', { names: ['127.0.0.1'] });
    },
    stopsAt: 'trusted',
    code: 'NAME_NOT_COVERED',
    cure: () => /127\.0\.0\.1|localhost/,
    restore: async (sealwire, { names = ['localhost', '127.0.0.1', '::1'] }) => {
      await sealwire.client.call('certificate.issue', { names: [...names] });
    },
  },
];

/** Every journey of one real agent: by snippet, without a snippet, and every mistake with its cure. */
export function describeJourneys(agent: AgentUnderTest): void {
  const { bare } = agent;
  const kind = agent.kind === undefined ? '' : `, ${agent.kind}`;
  const title =
    agent.isImitation === true ? `an imitation of the ${agent.id} agent` : `the real ${agent.id} agent${kind}`;
  describe(title, () => {
    let sealwire: RunningSealwire;
    const applications: Application[] = [];

    beforeAll(async () => {
      sealwire = await startSealwire();
      if (agent.names !== undefined) await sealwire.client.call('certificate.issue', { names: [...agent.names] });
      await agent.prepare?.(async (cacerts) => {
        const folder = dirname(sealwire.ready.ca);
        const words = ['cert', 'export', 'ca', '--format', 'jks', '--merge-with', cacerts, '--out', folder];
        expect(await sealwire.cli(words)).toMatchObject({ code: 0 });
      });
    }, 60_000);
    afterEach(async () => {
      await Promise.all(applications.splice(0).map((application) => application.end()));
    });
    afterAll(() => sealwire.stop());

    const start = async (command: readonly string[], env: Record<string, string>): Promise<Application> => {
      const application = await startApplication(command, { env, cwd: agent.cwd });
      applications.push(application);
      for (let id = 1; id <= (agent.orders ?? 1); id += 1) await application.order(String(id));
      return application;
    };
    const environment = async (service: string): Promise<Record<string, string>> => {
      const shown = await sealwire.cli([
        'agent',
        'show',
        agent.id,
        '--as',
        'env',
        '--framework',
        agent.framework,
        '--reveal',
        '--json',
      ]);
      expect(shown.stderr).toBe('');
      const wiring: { env: Record<string, string> } = JSON.parse(shown.stdout);
      return {
        ...plainEnvironment(sealwire.home),
        ...wiring.env,
        ...agent.loading,
        ...dialectOf(agent).hurry,
        [dialectOf(agent).service]: service,
      };
    };
    const record = ({ stoppedAt, diagnosis, ...seen }: Service, form = 'env', wrong: string | null = null): void => {
      const { id, framework } = agent;
      const version = seen.agent?.version ?? null;
      // What an imitation does says nothing of the agent.
      if (agent.isImitation === true) return;
      recordRun({ agent: id, version, form, framework, wrong, stoppedAt, code: diagnosis?.code ?? null });
    };
    const reporting = (service: string): Promise<Service> =>
      sealwire.service(
        service,
        (each) => each.stoppedAt === null && each.counts.transaction > 0 && each.counts.span > 0,
      );

    test('wired by the environment that Connect hands out, reaches reporting', async () => {
      const service = `${agent.id}-snippet`;
      await start(agent.wired, await environment(service));

      const ladder = await reporting(service);

      expect(ladder.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
        'reached ok',
        'encrypted ok',
        'trusted ok',
        'authorised ok',
        'identified ok',
        'reporting ok',
      ]);
      expect(ladder.agent?.name).toBe(agent.agentName);
      expect(ladder.agent?.version).toMatch(/^\d+\.\d+/);
      expect(ladder.tls?.version).toBe('TLSv1.3');
      const events = await sealwire.cli(['events', 'list', '--service', service, '--limit', '1000', '--json']);
      const kinds = events.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind);
      expect(kinds).toContain('transaction');
      expect(kinds).toContain('span');
      record(ladder);
    });

    test.skipIf(bare === null)(
      'started by `sealwire run`, reports without any change, and its token is nowhere but in its environment',
      async () => {
        const service = `${agent.id}-run`;
        const command = [process.execPath, entry, 'run', '--service', service, '--', ...(bare ?? [])];
        await start(command, { ...sealwire.env, ...dialectOf(agent).hurry });

        const ladder = await reporting(service);
        const { token } = await sealwire.client.call('token.show', {});
        const pid = ladder.process?.pid ?? 0;

        expect(ladder.agent?.name).toBe(agent.agentName);
        expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).toContain(token);
        expect(commandLines()).not.toContain(token);
        expect(filesHolding(sealwire.home, token)).toEqual([]);
        expect(sealwire.log()).not.toContain(token);
        record(ladder, 'run');
      },
    );

    for (const mistake of MISTAKES) {
      test(`with ${mistake.title}, stops at ${mistake.stopsAt} and names the cure; mended, it reports`, async () => {
        const service = `${agent.id}-${mistake.code.toLowerCase().replaceAll('_', '-')}`;
        const good = await environment(service);
        const spoilt = { ...good };
        await mistake.spoil(spoilt, sealwire, agent);
        const broken = await start(agent.wired, spoilt);

        const stopped = await sealwire.service(
          service,
          (each) => each.stoppedAt !== null && each.diagnosis !== null && each.process !== null,
        );

        expect({ stoppedAt: stopped.stoppedAt, code: stopped.diagnosis?.code }).toEqual({
          stoppedAt: mistake.stopsAt,
          code: codeOf(mistake, agent),
        });
        expectCure(stopped.diagnosis, agent.cures?.[mistake.code] ?? mistake.cure(agent));
        expect(stopped.process?.pid).toBe(broken.pid);
        const { attempts } = await sealwire.client.call('attempt.list', { service, outcome: 'failed' });
        // A connection that is over within a millisecond or two is gone before its process was found.
        const commands = attempts.map(({ process: owner }) => owner?.command ?? '');
        expect(commands).toContainEqual(expect.stringMatching(agent.process));
        expect(attempts[0]?.diagnosis?.code).toBe(codeOf(mistake, agent));

        await broken.end();
        await mistake.restore?.(sealwire, agent);
        await start(agent.wired, good);
        await reporting(service);
        record(stopped, 'env', mistake.title);
      });
    }

    test('with the endpoint stopped, the ladder says so; started again, the same application reports', async () => {
      const service = `${agent.id}-stopped`;
      const env = await environment(service);
      const { port } = (await sealwire.client.call('status', {})).endpoint ?? { port: 0 };
      await start(agent.wired, env);
      await reporting(service);

      await sealwire.client.call('endpoint.stop', {});

      const waiting = await sealwire.service(service, (each) => each.diagnosis?.code === 'ENDPOINT_STOPPED');
      expect(waiting.diagnosis?.summary).toMatch(/stopped/);
      expect(waiting.diagnosis?.fixes.some(({ snippet }) => snippet !== null)).toBe(true);

      await sealwire.client.call('endpoint.start', { port });
      for (const application of applications) await application.order('2');
      await sealwire.service(service, (each) => each.diagnosis === null && each.stoppedAt === null);
      record(waiting, 'env', 'the server stopped');
    });
  });
}

function codeOf({ code }: Mistake, { known = {} }: AgentUnderTest): string {
  return known[code] ?? code;
}

function expectCure(diagnosis: Diagnosis | null, cure: RegExp): void {
  expect(diagnosis?.summary).toMatch(/\.$/);
  expect(diagnosis?.cause).not.toBe('');
  expect(diagnosis?.fixes.map(({ snippet }) => snippet).join('\n')).toMatch(cure);
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
