import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { goApplication } from '../../support/go-application.ts';
import { CA_FILE, sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
const application = goApplication();
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-go-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const launch = (command: string[], more: Record<string, string> = {}) =>
  sampleAgents(catalogue, { host: realHost({ PATH: process.env.PATH }) }).launch(
    { command, cwd: folder, env: { PATH: process.env.PATH ?? '', ...more } },
    new Secret('k3y'),
  );

describe('`go run` is looked up in the go.mod', () => {
  test('with the agent, and wired by variables alone', async () => {
    write('go.mod', 'module example.test/shop\nrequire go.elastic.co/apm/v2 v2.7.12\n');

    const { env, service, notes } = await launch(['go', 'run', '.'], {
      ELASTIC_APM_SERVER_URLS: 'http://elsewhere:8200',
      ELASTIC_APM_SERVER_CERT: '/old.pem',
    });

    expect(service).toBe('shop');
    expect(env).toMatchObject({
      ELASTIC_APM_SERVER_URL: 'https://localhost:8200',
      ELASTIC_APM_SERVER_URLS: null,
      ELASTIC_APM_SERVER_CERT: null,
      ELASTIC_APM_SECRET_TOKEN: 'k3y',
      ELASTIC_APM_SERVER_CA_CERT_FILE: CA_FILE,
      ELASTIC_APM_SERVICE_NAME: 'shop',
    });
    expect(notes[0]).toContain('2.7.12');
  });

  test('of its first major version, too old for a setting of its own', async () => {
    write('go.mod', 'module example.test/shop\nrequire go.elastic.co/apm v1.12.0\n');

    const { env, notes } = await launch(['go', 'run', '.']);

    expect(env).toMatchObject({ SSL_CERT_FILE: CA_FILE });
    expect(env).not.toHaveProperty('ELASTIC_APM_SERVER_CA_CERT_FILE');
    expect(notes.join('\n')).toContain('1.13.0');
  });

  test.each([
    [['go', 'run', './cmd/api'], 'services'],
    [['go', '-C', 'services', 'run', '.'], ''],
  ])('of the package that is run: %j', async (command, at) => {
    write('services/go.mod', 'module example.test/services\nrequire github.com/gofiber/fiber/v2 v2.52.0\n');
    write('services/cmd/api/main.go', 'package main\n');
    const moved = { ...realHost({ PATH: process.env.PATH }) };

    const started = sampleAgents(catalogue, { host: moved }).launch(
      { command, cwd: join(folder, at), env: { PATH: process.env.PATH ?? '' } },
      new Secret('k3y'),
    );

    await expect(started).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining(join(folder, 'services', 'go.mod')),
      fix: expect.stringContaining('go get go.elastic.co/apm/module/apmfiber/v2'),
    });
  });
});

describe('a program that is compiled already', () => {
  test.skipIf('problem' in application)('is asked for its modules', async () => {
    const file = 'file' in application ? application.file : '';
    write('go.mod', 'module example.test/shop\n');

    const { env, notes, service } = await launch([file]);

    expect(notes[0]).toContain(`Version 2.7.12 of the agent, as ${file} says`);
    expect(service).toBe('shop');
    // The agent takes the name of the program by itself.
    expect(env).not.toHaveProperty('ELASTIC_APM_SERVICE_NAME');
  });

  test('that cannot be asked is started, and it is said', async () => {
    write('go.mod', 'module example.test/shop\n');
    write('serve', '#!/bin/sh\n');

    const { notes } = await launch([join(folder, 'serve')]);

    expect(notes[0]).toContain('could not be told');
  });
});
