import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { CHROMIUM } from '../support/browser.ts';
import { entry } from '../support/entry.ts';
import { closers, pageOf, STEPS, sealwireWith, snippetOf, why } from './rum-stage.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The folder that the browser which shows this page was given for its profile. */
function profileOf(url: string): string {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const path = `/proc/${pid}/cmdline`;
    const words = existsSync(path) ? readFileSync(path, 'utf8').split('\0') : [];
    const given = words.find((word) => word.startsWith('--user-data-dir='));
    if (words.includes(url) && given !== undefined) return given.slice(given.indexOf('=') + 1);
  }
  throw new Error(`no browser shows ${url}`);
}

/** Whether a process runs; one that has ended and that nobody asks about is none. */
function isAlive(pid: number): boolean {
  const path = `/proc/${pid}/stat`;
  return existsSync(path) && !/\) Z /.test(readFileSync(path, 'utf8'));
}

describe.skipIf(why !== null)(
  `pages in a browser that \`sealwire run\` opens${why === null ? '' : ` [skipped: ${why}]`}`,
  () => {
    test('report though no store trusts the endpoint, and it leaves nothing behind', async () => {
      const sealwire = await sealwireWith('--rum');
      const site = await pageOf(await snippetOf(sealwire, 'script'), 'script');
      const command = [CHROMIUM, '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', site.byName];
      const run = spawn(process.execPath, [entry, 'run', '--', ...command], {
        env: { ...sealwire.env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const said: string[] = [];
      run.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));

      const { steps, process: owner } = await sealwire.service(
        'shop-script',
        ({ counts }) => counts.transaction >= 1,
        60_000,
      );
      const profile = profileOf(site.byName);
      const hadProfile = existsSync(profile);
      run.kill('SIGTERM');
      const [code] = await once(run, 'exit');

      expect(steps.map(({ step, state }) => [step, state])).toEqual(STEPS);
      expect(code).toBe(0);
      expect(said.join('')).toContain('no trust store is changed');
      expect([hadProfile, existsSync(profile)]).toEqual([true, false]);
      await expect.poll(() => isAlive(owner?.pid ?? 0), { timeout: 20_000 }).toBe(false);
      for (const store of ['.pki', '.local/share/pki']) expect(existsSync(join(sealwire.home, store))).toBe(false);
    });

    test('may come over TLS themselves, by another certificate of the workspace', async () => {
      const sealwire = await sealwireWith('--rum');
      expect(await sealwire.cli(['cert', 'issue', 'localhost', '--out', 'page'])).toMatchObject({ code: 0 });
      const pem = (name: string): string => readFileSync(join(sealwire.home, 'page', `localhost.${name}`), 'utf8');
      const server = createServer({ cert: pem('fullchain.pem'), key: pem('key') }, (_request, response) => {
        response.end('<title>over TLS</title><h1>Shop</h1>');
      }).listen(0, '127.0.0.1');
      closers.push(() => server.close());
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;

      const command = [CHROMIUM, '--headless', '--no-sandbox', '--dump-dom', `https://localhost:${port}/`];
      const { stdout } = await sealwire.cli(['run', '--', ...command]);

      expect(stdout).toContain('<h1>Shop</h1>');
    });

    test('close with it, and the command ends as the browser does', async () => {
      const sealwire = await sealwireWith('--rum');

      const ended = await sealwire.cli([
        'run',
        '--',
        CHROMIUM,
        '--headless',
        '--no-sandbox',
        '--dump-dom',
        'about:blank',
      ]);
      const refused = await sealwire.cli(['run', '--agent', 'rum-js', '--', 'firefox', 'http://localhost:3000']);

      expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('<html>') });
      expect(refused.stderr).toContain('a browser of the Chromium family');
      expect(refused.code).not.toBe(0);
    });
  },
);
