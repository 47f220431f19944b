import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { pythonPackages } from '../../support/agent-packages.ts';
import { openPlainIntake, type PlainIntake } from '../../support/plain-intake.ts';
import { sampleAgents } from './sample-agents.ts';

const fixtures = join(import.meta.dirname, 'fixtures', 'python');
const catalogue = await loadCatalogue();
const packages = pythonPackages();

describe.skipIf(packages === null)('a command launched with the real Python agent', () => {
  let intake: PlainIntake;
  let folder: string;

  beforeEach(async () => {
    intake = await openPlainIntake();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire launch-')));
  });
  afterEach(() => {
    intake.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const own = (): Record<string, string> => ({
    PATH: [packages?.programs ?? '', process.env.PATH ?? ''].join(delimiter),
    HOME: folder,
  });
  /** Runs the command to its end, by which time the agent has sent everything. */
  const launch = async (command: string[], more: Record<string, string> = {}, service?: string) => {
    const agents = sampleAgents(catalogue, { endpointUrl: () => intake.url, caPath: () => packages?.python ?? '' });
    const env = { ...own(), ...more };
    const plan = await agents.launch(
      { command, cwd: folder, env, ...(service === undefined ? {} : { service }) },
      new Secret('t0ken-of-the-test'),
    );
    const [file = '', ...args] = plan.command;
    const entries = Object.entries({ ...env, ...plan.env }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    const ran = await promisify(execFile)(file, args, { cwd: folder, env: Object.fromEntries(entries) });
    return { plan, output: `${ran.stdout}${ran.stderr}` };
  };

  test.each([
    ['Flask in debug mode', 'flask_app.py', 'GET /orders/<order>'],
    ['Django in debug mode', 'django_app.py', 'GET __main__.<lambda>'],
    ['FastAPI', 'fastapi_app.py', 'GET /orders/{order}'],
    ['aiohttp', 'aiohttp_app.py', 'GET /orders/{order}'],
    ['Tornado', 'tornado_app.py', 'GET Show'],
  ])('reports one transaction a request without a change: %s', async (_title, file, transaction) => {
    const { plan } = await launch(['python', join(fixtures, file)], {}, 'shop');

    expect(intake.received.map((each) => each.transaction)).toEqual([transaction]);
    expect(intake.received[0]).toMatchObject({
      service: 'shop',
      agent: 'python',
      authorization: 'Bearer t0ken-of-the-test',
    });
    expect(plan.command).toEqual(['python', join(fixtures, file)]);
  });

  test('reports each request once where the application attaches the agent itself', async () => {
    await launch(['python', join(fixtures, 'flask_app.py'), 'attached'], {}, 'shop');

    expect(intake.received.map(({ transaction }) => transaction)).toEqual(['GET /orders/<order>']);
  });

  test('is asked for its agent through the first line of the script that starts it', async () => {
    copyFileSync(join(fixtures, 'flask_app.py'), join(folder, 'app.py'));

    const { plan, output } = await launch(['flask', 'routes']);

    expect(plan.agent).toBe('python');
    expect(output).toContain('/orders/<order>');
  });

  test('still runs the sitecustomize and the PYTHONPATH of the person', async () => {
    const mine = join(folder, 'mine');
    mkdirSync(mine);
    writeFileSync(join(mine, 'sitecustomize.py'), `open(${JSON.stringify(join(folder, 'ran'))}, "w").write("yes")\n`);
    writeFileSync(join(mine, 'only_mine.py'), '');

    await launch(['python', '-c', 'import only_mine'], { PYTHONPATH: mine });

    expect(readFileSync(join(folder, 'ran'), 'utf8')).toBe('yes');
  });

  test('reaches this machine past a proxy', async () => {
    const { plan } = await launch(
      ['python', join(fixtures, 'aiohttp_app.py')],
      { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'example.test' },
      'shop',
    );

    expect(plan.env.NO_PROXY).toBe('example.test,localhost,127.0.0.1,::1');
    expect(intake.received.map(({ service }) => service)).toEqual(['shop']);
  });

  test('leaves an interpreter without the agent as it is', () => {
    const ran = spawnSync('python3', ['-c', 'print("as ever")'], {
      env: { PATH: process.env.PATH ?? '', PYTHONPATH: join(import.meta.dirname, '../../../assets/preload/python') },
    });

    expect(`${ran.stdout}${ran.stderr}`).toBe('as ever\n');
  });

  test('is refused before it starts where its interpreter has no agent, with the command that adds it', async () => {
    const without = join(folder, 'venv');
    spawnSync('python3', ['-m', 'venv', '--without-pip', without]);
    const python = join(without, 'bin', 'python');

    await expect(launch([python, 'app.py'])).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining(python),
      fix: expect.stringContaining(`${python} -m pip install elastic-apm`),
    });
  });
});
