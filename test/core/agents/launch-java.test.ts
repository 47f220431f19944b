import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { writeTruststore } from '../../../main/core/agents/java/write-truststore.ts';
import { readKeystore } from '../../../main/core/export/keystores/read-keystore.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-java-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const launch = (command: string[], more: Record<string, string> = {}, asked: (string | null)[] = []) =>
  sampleAgents(catalogue, {
    truststore: async (cacerts) => {
      asked.push(cacerts);
      return '/data of ada/truststore.jks';
    },
  }).launch({ command, cwd: folder, env: { HOME: folder, ...more }, service: 'shop' }, new Secret('k3y'));

describe('a command of Java', () => {
  test('loads the agent beside it with a truststore of what its Java trusts, and keeps what the person has in the variable', async () => {
    write('lib/elastic-apm-agent-1.52.0.jar', '');
    write('jdk/lib/security/cacerts', '');
    const asked: (string | null)[] = [];

    const { env, command } = await launch(
      ['java', '-jar', 'app.jar'],
      { JAVA_HOME: join(folder, 'jdk'), JAVA_TOOL_OPTIONS: '-Xmx1g', ELASTIC_APM_SERVER_URLS: 'http://elsewhere' },
      asked,
    );

    expect(env.JAVA_TOOL_OPTIONS).toBe(
      `-Xmx1g -javaagent:${folder}/lib/elastic-apm-agent-1.52.0.jar "-Djavax.net.ssl.trustStore=/data of ada/truststore.jks"`,
    );
    expect(env).toMatchObject({ ELASTIC_APM_SECRET_TOKEN: 'k3y', ELASTIC_APM_SERVER_URLS: null });
    expect(asked).toEqual([join(folder, 'jdk/lib/security/cacerts')]);
    expect(command).toEqual(['java', '-jar', 'app.jar']);
  });

  test('takes the newest agent of the local Maven repository', async () => {
    const repository = '.m2/repository/co/elastic/apm/elastic-apm-agent';
    for (const version of ['1.9.0', '1.52.0', '1.48.1'])
      write(`${repository}/${version}/elastic-apm-agent-${version}.jar`, '');

    const { notes } = await launch(['./mvnw', 'spring-boot:run']);

    expect(notes[0]).toContain('1.52.0');
    expect(notes[1]).toContain('JAVA_HOME');
  });

  test('that loads the agent itself gets the truststore alone', async () => {
    const { env, notes } = await launch(['java', '-javaagent:/opt/elastic-apm-agent.jar', '-jar', 'app.jar']);

    expect(env.JAVA_TOOL_OPTIONS).toBe('"-Djavax.net.ssl.trustStore=/data of ada/truststore.jks"');
    expect(notes[0]).toContain('/opt/elastic-apm-agent.jar');
  });

  test('is told of a file beside the jar that wins over its variables', async () => {
    write('elastic-apm-agent.jar', '');
    write('elasticapm.properties', '# mine\nserver_url=http://elsewhere:8200\n');

    const { notes } = await launch(['java', 'App']);

    expect(notes.join('\n')).toContain('wins over the variables: it sets server_url.');
  });

  test('without the agent names the command that adds it', async () => {
    await expect(launch(['java', 'App'])).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining(folder),
      fix: expect.stringContaining('mvn dependency:get -Dartifact=co.elastic.apm:elastic-apm-agent:'),
    });
  });
});

test('the truststore is written once for the same authorities and the same Java', async () => {
  const host = realHost();
  const caPath = join(folder, 'ca.pem');
  const authority = (name: string): string =>
    readFileSync(join(import.meta.dirname, 'fixtures', 'authorities', `${name}.pem`), 'utf8');
  writeFileSync(caPath, authority('one'));
  const options = { folder: join(folder, 'trust'), caPath, cacerts: null };

  const first = await writeTruststore(host, options);
  const again = await writeTruststore(host, options);
  writeFileSync(caPath, `${authority('one')}${authority('two')}`);
  const wider = await writeTruststore(host, options);
  const held = await readKeystore(readFileSync(wider), new Secret('changeit'), 'the truststore');

  expect(again).toBe(first);
  expect(wider).not.toBe(first);
  expect(held.certificates).toHaveLength(2);
});
