import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandHome } from './command-process.ts';

const at = commandHome();
afterAll(() => at.close());

const file = (name: string, text: string): string => {
  const path = join(at.home, '..', name);
  writeFileSync(path, text);
  return path;
};

describe('agent lint', () => {
  test('exits 1 with the findings as JSON, in the shape that scripts rely on', async () => {
    const path = file('bad.env', 'ELASTIC_APM_SERVER_URL=apm:8200\nELASTIC_APM_SECRET_TOKEN=k3y-in-the-open\n');

    const { code, stdout, stderr } = await at.run('agent', 'lint', path, '--json');

    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      findings: [
        expect.objectContaining({
          rule: 'server-url',
          severity: 'error',
          file: path,
          line: 1,
          column: 1,
          message: expect.stringMatching(/scheme is missing/),
          fix: 'ELASTIC_APM_SERVER_URL=https://apm:8200',
        }),
      ],
    });
    expect(stdout).not.toContain('k3y-in-the-open');
  });

  test('exits 0 where nothing is wrong, and where there are notes alone', async () => {
    const right = file('right.env', 'ELASTIC_APM_SERVER_URL=https://apm:8200\n');
    const noted = file('noted.env', 'ELASTIC_APM_SERVER_URL=https://apm:8200/\n');

    const [one, other] = await Promise.all([at.run('agent', 'lint', right), at.run('agent', 'lint', noted)]);

    expect([one.code, one.stdout]).toEqual([0, 'Nothing found. 1 file looked at.\n']);
    expect([other.code, other.stdout]).toEqual([0, expect.stringContaining('note')]);
  });

  test('prints SARIF, and takes an agent and its version', async () => {
    const path = file('old.env', 'ELASTIC_APM_SERVER_CA_CERT_FILE=/nowhere/at/all/ca.pem\n');

    const { code, stdout } = await at.run(
      'agent',
      'lint',
      path,
      '--sarif',
      '--agent',
      'python',
      '--agent-version',
      '6.1',
    );

    expect(code).toBe(1);
    expect(JSON.parse(stdout).runs[0].results).toMatchObject([{ ruleId: 'agent-version', level: 'error' }]);
  });

  test('says what is wrong with how it was asked', async () => {
    const [absent, agent, version] = await Promise.all([
      at.run('agent', 'lint', '/no/such/path'),
      at.run('agent', 'lint', '.', '--agent', 'pyton'),
      at.run('agent', 'lint', '.', '--agent-version', 'new'),
    ]);

    expect([absent.code, absent.stderr]).toEqual([
      2,
      expect.stringContaining('There is no file or folder /no/such/path.'),
    ]);
    expect(agent.stderr).toContain('Did you mean python?');
    expect([version.code, version.stderr]).toEqual([2, expect.stringContaining('"new" is no version.')]);
  });
});

describe('agent explain', () => {
  const LOG = [
    'listening 3000',
    ...Array.from(
      { length: 5 },
      () => 'APM Server transport error (ECONNREFUSED): connect ECONNREFUSED 127.0.0.1:8200',
    ),
    'Authorization: Bearer k3y-in-the-log',
  ];

  test('says what the words of an agent mean, with the lines and the cure, and nothing of the log', async () => {
    const path = file('app.log', LOG.join('\n'));

    const { code, stdout, stderr } = await at.run('agent', 'explain', path, '--json');

    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      agent: 'nodejs',
      candidates: [],
      said: [
        {
          lines: [2, 3, 4],
          count: 5,
          diagnosis: expect.objectContaining({ code: 'NOTHING_ARRIVED', confidence: 'probable' }),
        },
      ],
    });
    expect(stdout).not.toContain('k3y-in-the-log');
    expect((await at.run('agent', 'explain', path)).stdout).toContain('These are the words of nodejs.');
  });

  test('counts the lines before the end that it reads, and exits 0 where nothing is said', async () => {
    const long = file('long.log', [...Array.from({ length: 30_000 }, () => 'nothing to see'), ...LOG].join('\n'));
    const quiet = file('quiet.log', 'listening 3000\n');

    expect(JSON.parse((await at.run('agent', 'explain', long, '--json')).stdout).said[0].lines).toEqual([
      30_002, 30_003, 30_004,
    ]);
    expect(await at.run('agent', 'explain', quiet)).toMatchObject({
      code: 0,
      stdout: 'No agent says in this log that it could not report.\n',
    });
  });
});

describe('agent translate', () => {
  test('prints the same wiring for another agent, without the token', async () => {
    const path = file(
      'some.env',
      'ELASTIC_APM_SERVER_URL=https://apm:8200\nELASTIC_APM_SECRET_TOKEN=k3y-in-the-open\nELASTIC_APM_SERVICE_NAME=shop\n',
    );

    const [shown, json, incomplete] = await Promise.all([
      at.run('agent', 'translate', path, '--to', 'python', '--as', 'systemd'),
      at.run('agent', 'translate', path, '--to', 'java', '--as', 'file', '--json'),
      at.run('agent', 'translate', path),
    ]);

    expect([shown.code, shown.stdout]).toEqual([
      0,
      expect.stringContaining('Environment="ELASTIC_APM_SERVICE_NAME=shop"'),
    ]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      agent: 'java',
      as: 'file',
      files: [{ content: expect.stringContaining('server_url=https://apm:8200') }],
    });
    expect(shown.stdout + json.stdout).not.toContain('k3y-in-the-open');
    expect([incomplete.code, incomplete.stderr]).toEqual([2, expect.stringContaining('needs --to.')]);
  });
});
