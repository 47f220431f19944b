import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { createTestAuthority } from '../../support/test-authority.ts';
import { sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
const authority = createTestAuthority();
const { chainPem } = authority.issue(['localhost']);
authority.remove();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(path: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), '');
}

const launch = (command: string[], env: Record<string, string> = { PATH: join(folder, 'bin') }) =>
  sampleAgents(catalogue, { ownCertificates: () => [chainPem], auth: () => 'token' }).launch(
    { command, cwd: folder, env },
    null,
  );

describe('a page', () => {
  test('is opened in a browser that accepts the key that is presented, in a profile that goes with it', async () => {
    program('bin/google-chrome');
    program('bin/chromium');

    const plan = await launch(['https://localhost:3000/basket']);

    expect(plan).toMatchObject({ agent: 'rum-js', env: {}, scratch: expect.stringMatching(/sealwire-[0-9a-f]{32}$/) });
    expect(plan.command).toEqual([
      join(folder, 'bin/chromium'),
      `--user-data-dir=${plan.scratch}`,
      expect.stringMatching(/^--ignore-certificate-errors-spki-list=[A-Za-z0-9+/]{43}=$/),
      '--no-first-run',
      '--no-default-browser-check',
      'https://localhost:3000/basket',
    ]);
  });

  test('may be served with another certificate of the workspace', async () => {
    program('bin/chromium');
    const other = createTestAuthority();
    const { chainPem: page } = other.issue(['shop.test']);
    other.remove();

    const { command } = await sampleAgents(catalogue, { ownCertificates: () => [chainPem, page, chainPem] }).launch(
      { command: ['https://shop.test'], cwd: folder, env: { PATH: join(folder, 'bin') } },
      null,
    );

    expect(command[2]).toMatch(/^--ignore-certificate-errors-spki-list=[A-Za-z0-9+/]{43}=,[A-Za-z0-9+/]{43}=$/);
  });

  test('is opened in the browser that is named, with the switches of the person', async () => {
    const { command } = await launch(['/opt/google/chrome', '--incognito', 'http://localhost:3000']);

    expect([command[0], ...command.slice(-2)]).toEqual(['/opt/google/chrome', '--incognito', 'http://localhost:3000']);
  });

  test('gets a profile of its own each time', async () => {
    program('bin/chromium');

    const [one, other] = [await launch(['http://localhost:1']), await launch(['http://localhost:1'])];

    expect(one.scratch).not.toBe(other.scratch);
  });

  test('finds the browser where Windows keeps programs', async () => {
    program('Microsoft/Edge/Application/msedge.exe');

    const { command } = await launch(['http://localhost:3000'], { ProgramFiles: folder });

    expect(command[0]).toBe(join(folder, 'Microsoft/Edge/Application/msedge.exe'));
  });

  test.each([
    ['without a browser', ['http://localhost:3000']],
    ['with one of another family', ['firefox', 'http://localhost:3000']],
  ])('is not opened %s, and it is said which is needed', async (_title, command) => {
    const refused = sampleAgents(catalogue, { ownCertificates: () => [chainPem] }).launch(
      { command, cwd: folder, env: { PATH: folder }, agent: 'rum-js' },
      null,
    );

    await expect(refused).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining('a browser of the Chromium family'),
      fix: expect.stringMatching(/`(sudo apt install chromium|brew install --cask google-chrome)`/),
    });
  });

  test('is not what a command in the folder of its project stands for', async () => {
    program('serve');
    writeFileSync(join(folder, 'package.json'), '{"name":"shop","dependencies":{"react":"19"}}');

    await expect(launch(['./serve'])).rejects.toMatchObject({ message: expect.stringContaining('elastic-apm-node') });
  });
});
