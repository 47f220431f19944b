import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { nodePackages } from '../../support/agent-packages.ts';
import { openPlainIntake, type PlainIntake } from '../../support/plain-intake.ts';
import { sampleAgents } from './sample-agents.ts';

const fixtures = join(import.meta.dirname, 'fixtures', 'node');
const catalogue = await loadCatalogue();
const packages = nodePackages();

describe.skipIf(packages === null)('a command launched with the real Node.js agent', () => {
  let intake: PlainIntake;
  let folder: string;
  let project: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    intake = await openPlainIntake();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire launch "x"-')));
    project = join(folder, 'shop');
    mkdirSync(project);
    symlinkSync(join(packages?.folder ?? '', 'node_modules'), join(project, 'node_modules'));
    for (const name of ['app.cjs', 'app.mjs', 'parent.cjs']) copyFileSync(join(fixtures, name), join(project, name));
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({ name: '@acme/shop', scripts: { start: 'node app.cjs' } }),
    );
  });
  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode === null && child.pid !== undefined) {
        const ended = once(child, 'exit');
        // npm does not hand signals on to its script in time; the group is the command and all its children.
        process.kill(-child.pid, 'SIGTERM');
        await ended;
      }
    }
    intake.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const own = (): Record<string, string> => ({ PATH: process.env.PATH ?? '', HOME: folder });
  const launch = async (command: string[], more: Record<string, string> = {}, service?: string) => {
    const agents = sampleAgents(catalogue, {
      endpointUrl: () => intake.url,
      caPath: () => join(packages?.folder ?? '', 'package.json'),
    });
    const env = { ...own(), ...more };
    const plan = await agents.launch(
      { command, cwd: project, env, ...(service === undefined ? {} : { service }) },
      new Secret('t0ken-of-the-test'),
    );
    const [file = '', ...args] = plan.command;
    const entries = Object.entries({ ...env, ...plan.env }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    children.push(
      spawn(file, args, { cwd: project, env: Object.fromEntries(entries), stdio: 'ignore', detached: true }),
    );
    return plan;
  };

  test('reports under the name of its package, with the token, without a change', async () => {
    const plan = await launch(['node', 'app.cjs']);

    const found = await intake.transaction('acme-shop');

    expect(found).toMatchObject({
      agent: 'nodejs',
      transaction: 'GET /orders/:id',
      authorization: 'Bearer t0ken-of-the-test',
    });
    expect(plan).toMatchObject({ agent: 'nodejs', service: 'acme-shop', command: ['node', 'app.cjs'] });
    expect(plan.env).not.toHaveProperty('ELASTIC_APM_SERVICE_NAME');
  });

  test('reports as ES modules too', async () => {
    await launch(['node', 'app.mjs'], {}, 'modules');

    expect(await intake.transaction('modules')).toMatchObject({ transaction: 'GET /orders/:id' });
  });

  test('started by npm, is the only process that reports', async () => {
    await launch(['npm', 'start']);

    await intake.transaction('acme-shop');

    expect(new Set(intake.received.map(({ pid }) => pid)).size).toBe(1);
    expect(new Set(intake.received.map(({ service }) => service))).toEqual(new Set(['acme-shop']));
  });

  test('starts a child in another folder, which reports under its own name', async () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    copyFileSync(join(fixtures, 'server.cjs'), join(elsewhere, 'server.cjs'));
    writeFileSync(join(elsewhere, 'package.json'), JSON.stringify({ name: 'stock' }));

    await launch(['node', 'parent.cjs', elsewhere]);

    expect(await intake.transaction('stock')).toMatchObject({ agent: 'nodejs' });
  });

  test('keeps the NODE_OPTIONS of the person', async () => {
    const preload = join(folder, 'own.cjs');
    writeFileSync(preload, 'process.env.ELASTIC_APM_SERVICE_NODE_NAME = "own"; global.own = true;');
    copyFileSync(join(fixtures, 'app.cjs'), join(project, 'real.cjs'));
    writeFileSync(join(project, 'guard.cjs'), 'if (global.own !== true) process.exit(1); require("./real.cjs");');

    await launch(['node', 'guard.cjs'], { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` });

    expect(await intake.transaction('acme-shop')).toMatchObject({ agent: 'nodejs' });
  });
});
