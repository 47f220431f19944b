import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import type { TestAuthority } from '../support/test-authority.ts';
import { type AgentUnderTest, dialectOf } from './agent-under-test.ts';
import { type Application, startApplication } from './application.ts';
import { type ServerFault, trustOnly } from './failures.ts';

/** A Sealwire that runs, and applications with one agent before it. */
export interface Stage {
  readonly sealwire: RunningSealwire;
  /** The environment that Connect hands out for this service, with what loads the agent and lets it report at once. */
  environment(service: string): Promise<Record<string, string>>;
  /** Starts an application that ends with the stage at the latest, and orders something of it. */
  start(command: readonly string[], env: Record<string, string>): Promise<Application>;
  /** Takes the fault out of the file of the server, and starts that again in its place; nothing where there is none. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** The token of a server that a file makes: it is the same after that was mended. */
const TOKEN = 'oFStagesAndAgentsThatAreUnderTestTheToken01';

/** Starts the Sealwire that an agent is to meet: with its own certificate, or by a file that is at fault, whose certificates are of `authority`. */
export async function openStage(
  agent: AgentUnderTest,
  authority: TestAuthority,
  fault: ServerFault | null,
): Promise<Stage> {
  const applications: Application[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-stage-'));
  const file = join(folder, 'apm-server.yml');
  if (fault !== null) writeServer(folder, authority, fault);
  const byFile = fault === null ? [] : ['--config', file];
  let sealwire = await startSealwire({ args: byFile });
  const port = Number(new URL(sealwire.ready.endpoint).port);
  if (fault === null && agent.names !== undefined)
    await sealwire.client.call('certificate.issue', { names: [...agent.names] });
  await agent.prepare?.(async (cacerts) => {
    const words = ['cert', 'export', 'ca', '--format', 'jks', '--merge-with', cacerts];
    const { code, stderr } = await sealwire.cli([...words, '--out', dirname(sealwire.ready.ca)]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });
  return {
    get sealwire() {
      return sealwire;
    },
    async environment(service) {
      const words = ['agent', 'show', agent.id, '--as', 'env', '--framework', agent.framework, '--reveal', '--json'];
      const exact = agent.agentVersion === undefined ? [] : ['--agent-version', agent.agentVersion];
      const shown = await sealwire.cli([...words, ...exact]);
      expect(shown.stderr).toBe('');
      const wiring: { env: Record<string, string> } = JSON.parse(shown.stdout);
      const { hurry, service: name, token, beforeToken } = dialectOf(agent);
      const plain = plainEnvironment(sealwire.home);
      const env = { ...plain, ...wiring.env, ...agent.loading, ...agent.spare, ...hurry, [name]: service };
      if (fault === null) return env;
      trustOnly(agent, env, authority.caPath);
      return { ...env, [token]: `${beforeToken}${TOKEN}` };
    },
    async start(command, env) {
      const application = await startApplication(command, { env, cwd: agent.cwd });
      applications.push(application);
      for (let id = 1; id <= (agent.orders ?? 1); id += 1) await application.order(String(id));
      return application;
    },
    async mend() {
      if (fault === null) return;
      await sealwire.stop();
      writeServer(folder, authority, { days: 30, ssl: [] });
      sealwire = await startSealwire({ args: byFile, port });
    },
    async close() {
      await Promise.all(applications.map((application) => application.end()));
      await sealwire.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeServer(folder: string, authority: TestAuthority, { days, ssl }: ServerFault): void {
  const { chainPem, keyPem } = authority.issue(['localhost'], { days });
  // With the root in it, the file tells whom agents have to trust.
  writeFileSync(join(folder, 'served.pem'), chainPem);
  appendFileSync(join(folder, 'served.pem'), authority.caPem);
  writeFileSync(join(folder, 'served.key'), keyPem.reveal(), { mode: 0o600 });
  const lines = [
    'apm-server:',
    '  auth:',
    `    secret_token: "${TOKEN}"`,
    '    api_key.enabled: true',
    '  ssl:',
    '    enabled: true',
    '    certificate: served.pem',
    '    key: served.key',
    ...ssl.map((line) => `    ${line}`),
  ];
  const text = `${lines.join('\n')}\n`.replace('CA', authority.caPath);
  writeFileSync(join(folder, 'apm-server.yml'), text, { mode: 0o600 });
}
