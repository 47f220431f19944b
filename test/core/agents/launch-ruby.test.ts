import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { CA_FILE, sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-ruby-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const launch = (command: string[], more: Record<string, string> = {}) =>
  sampleAgents(catalogue).launch({ command, cwd: folder, env: { HOME: folder, ...more } }, new Secret('k3y'));

const LOCKED = 'GEM\n  specs:\n    elastic-apm (4.9.0)\n      http (>= 3.0)\n    rails (8.0.1)\n';

describe('a command of Ruby', () => {
  test('of an application of Rails is wired by its environment, under the name of its module', async () => {
    write('Gemfile', "source 'https://rubygems.org'\ngem 'rails', '~> 8.0'\ngem \"elastic-apm\"\n");
    write('Gemfile.lock', LOCKED);
    write(
      'config/application.rb',
      "require_relative 'boot'\n\nmodule Corner\n  class Application < Rails::Application\n",
    );
    write('config/elastic_apm.yml', 'server_url: http://elsewhere\napi_key: c2VjcmV0\n');
    write('bin/rails', '#!/usr/bin/env ruby\n');

    const { agent, service, env, notes, command } = await launch(['bin/rails', 'server'], {
      ELASTIC_APM_API_KEY: 'old',
    });

    expect([agent, service]).toEqual(['ruby', 'Corner']);
    expect(env).toEqual({
      ELASTIC_APM_SERVER_URL: 'https://localhost:8200',
      ELASTIC_APM_SECRET_TOKEN: 'k3y',
      ELASTIC_APM_SERVER_CA_CERT_FILE: CA_FILE,
      ELASTIC_APM_SERVICE_NAME: 'Corner',
      ELASTIC_APM_API_REQUEST_TIME: '1s',
      ELASTIC_APM_API_KEY: null,
    });
    expect(command).toEqual(['bin/rails', 'server']);
    expect(notes.join('\n')).toContain('elastic-apm 4.9.0');
    expect(notes.join('\n')).toContain('elastic_apm.yml sets api_key, which the variables leave as it is');
  });

  test('with an older agent in the lock is told by the older name', async () => {
    write('Gemfile', "gem 'sinatra'\n");
    write('Gemfile.lock', LOCKED.replace('4.9.0', '3.12.1'));

    const { env, notes } = await launch(['bundle', 'exec', 'rackup']);

    expect(env).toMatchObject({ ELASTIC_APM_SERVER_CA_CERT: CA_FILE });
    expect(env).not.toHaveProperty('ELASTIC_APM_SERVER_CA_CERT_FILE');
    expect(notes.join('\n')).toContain('where the code uses ElasticAPM::Middleware');
  });

  test('whose bundle lacks the agent names the command that adds it', async () => {
    write('Gemfile', "gem 'sinatra'\n# gem 'elastic-apm'\n");
    write('lib/deep/app.rb', '');

    await expect(launch(['ruby', 'lib/deep/app.rb'])).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining(`the bundle of ${folder}`),
      fix: expect.stringContaining('bundle add elastic-apm'),
    });
  });

  test('without a bundle asks Ruby itself for the gem', async () => {
    const ruby = join(folder, 'ruby');
    write('ruby', '#!/bin/sh\nprintf 4.8.0\n');
    chmodSync(ruby, 0o755);

    const { notes } = await launch([ruby, 'app.rb']);

    expect(notes[0]).toContain(`elastic-apm 4.8.0, of the gems of ${ruby}`);
    write('ruby', '#!/bin/sh\nexit 1\n');
    await expect(launch([ruby, 'app.rb'])).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining('gem install elastic-apm'),
    });
  });
});

test('Ruby on Windows is given its CA file with slashes, which a .env file keeps', async () => {
  const { env } = await sampleAgents(catalogue, { caPath: () => 'C:\\Users\\Ada\\ca.pem' }).show(
    { agent: 'ruby', as: 'dotenv', shell: 'cmd', reveal: false },
    null,
  );

  expect(env).toMatchObject({ ELASTIC_APM_SERVER_CA_CERT_FILE: 'C:/Users/Ada/ca.pem' });
});

test('projects of Ruby are found by their gems', async () => {
  write('shop/Gemfile', "gem 'sinatra', '~> 4'\ngem 'elastic-apm'\n");
  write('site/gems.rb', "gem('rails')\n");
  write('tiny/config.ru', 'run App\n');

  const found = (await sampleAgents(catalogue, { startedIn: folder }).projects({ folders: [] })).map(
    ({ folder: _folder, ...rest }) => rest,
  );

  expect(found).toEqual([
    { name: 'shop', agent: 'ruby', framework: 'sinatra', installed: true, start: 'bundle exec rackup' },
    { name: 'site', agent: 'ruby', framework: 'rails', installed: false, start: 'bin/rails server' },
    { name: 'tiny', agent: 'ruby', framework: 'rack', installed: false, start: 'bundle exec rackup' },
  ]);
});
