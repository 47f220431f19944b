import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Snippet, Step } from '../../main/contract/index.ts';
import { rumPackages } from '../support/agent-packages.ts';
import { type Browser, CHROMIUM, startBrowser, whyNoBrowser } from '../support/browser.ts';
import { entry } from '../support/entry.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { rumPage } from '../support/rum-pages.ts';
import { browserTrusting, type RumSite, servePages } from '../support/rum-site.ts';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/*
 * Pages that are put together from the snippets of the catalogue, in Chromium and on another origin than the endpoint. What is not trusted is told by the key, as an installed
 * authority would.
 */

vi.setConfig({ testTimeout: 120_000 });

const packages = whyNoBrowser === null ? rumPackages() : null;
const why = whyNoBrowser ?? (packages === null ? 'its packages could not be installed' : null);

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function sealwireWith(...args: string[]): Promise<RunningSealwire> {
  const sealwire = await startSealwire({ args });
  closers.push(() => sealwire.stop());
  return sealwire;
}

async function snippetOf(sealwire: RunningSealwire, framework: string): Promise<Snippet> {
  const words = ['agent', 'show', 'rum-js', '--framework', framework, '--service', `shop-${framework}`, '--json'];
  const { stdout, stderr } = await sealwire.cli(words);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Serves the page that a snippet makes; `change` is what a person got wrong in it. */
async function pageOf(
  snippet: Snippet,
  framework: string,
  change: (text: string) => string = (text) => text,
  policy: string | null = null,
): Promise<RumSite> {
  const files = snippet.files.map(({ path, content }) => ({ path, content: change(content) }));
  const page = await rumPage(packages?.folder ?? '', framework, { files });
  const site = await servePages(page, policy);
  closers.push(site.close);
  return site;
}

async function trusting({ ready }: RunningSealwire): Promise<Browser> {
  const browser = await browserTrusting(Number(new URL(ready.endpoint).port), readFileSync(ready.ca, 'utf8'));
  closers.push(() => browser.close());
  return browser;
}

/** A browser that knows but what the person's own trust store in `home` holds. */
async function plain(home: string | null = null): Promise<Browser> {
  const browser = await startBrowser(undefined, [], home);
  closers.push(() => browser.close());
  return browser;
}

/** Opens a page, lets it have an error once the agent is there, and yields everything that its console says from then on. */
async function visit({ context }: Browser, url: string): Promise<string[]> {
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(url);
  await page.waitForFunction('globalThis.apm !== undefined');
  await page.evaluate('apm.captureError(new Error("the basket is empty"))');
  return said;
}

/** The diagnosis of the first attempt that failed for `code`. */
async function failureOf({ client }: RunningSealwire, code: string): Promise<unknown> {
  return vi.waitFor(
    async () => {
      const { attempts } = await client.call('attempt.list', { outcome: 'failed', limit: 50 });
      const found = attempts.find(({ diagnosis }) => diagnosis?.code === code);
      if (found === undefined) throw new Error(`no attempt failed for ${code}`);
      return found.diagnosis;
    },
    { timeout: 40_000 },
  );
}

/** Makes the trust store of Chromium in a home folder, with this authority. */
function trustIn(home: string, caPath: string): void {
  const database = join(home, '.local', 'share', 'pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  const certutil = (...args: string[]): unknown => execFileSync('certutil', [...args, '-d', `sql:${database}`]);
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'authority', '-i', caPath);
}

/** What a person can get wrong about a page, and what both ends say about it. */
interface Mistake {
  readonly title: string;
  readonly code: string;
  readonly stopsAt: Step;
  /** Something that the console of the page holds then. */
  readonly says: string;
  readonly cure: RegExp;
  readonly args?: readonly string[];
  readonly isDoubting?: boolean;
  change?(text: string): string;
}

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

const STEPS = [
  ['reached', 'ok'],
  ['encrypted', 'ok'],
  ['trusted', 'ok'],
  ['authorised', 'n/a'],
  ['identified', 'ok'],
  ['reporting', 'ok'],
];

describe.skipIf(why !== null)(
  `pages by the snippets of the browser agent${why === null ? '' : ` [skipped: ${why}]`}`,
  () => {
    test.each(['plain', 'react', 'vue', 'angular', 'script'])('with %s report, without a token', async (framework) => {
      const sealwire = await sealwireWith('--rum');
      const site = await pageOf(await snippetOf(sealwire, framework), framework);

      const said = await visit(await trusting(sealwire), site.byName);

      const { steps, agent } = await sealwire.service(
        `shop-${framework}`,
        ({ counts }) => counts.transaction >= 1 && counts.error >= 1,
        60_000,
      );
      expect(steps.map(({ step, state }) => [step, state])).toEqual(STEPS);
      expect(agent).toEqual({ name: 'rum-js', version: '5.17.5' });
      expect(said.filter((text) => !text.startsWith('Angular is running'))).toEqual([]);
    });

    test('report under the lines that a server gets for their origin, and none of another', async () => {
      const pages: Record<string, string | Uint8Array> = {};
      const site = await servePages(pages);
      closers.push(site.close);
      const plain = await sealwireWith();
      const lines =
        (await snippetOf(plain, 'script')).blocks.find(({ language }) => language === 'yaml')?.content ?? '';
      const file = join(plain.home, 'apm-server.yml');
      writeFileSync(file, lines.replace('http://localhost:3000', site.byName));
      const sealwire = await sealwireWith('--config', file);
      Object.assign(pages, await rumPage('', 'script', await snippetOf(sealwire, 'script')));
      const browser = await trusting(sealwire);

      await visit(browser, site.byName);
      await sealwire.service('shop-script', ({ counts }) => counts.transaction >= 1, 40_000);
      const said = await visit(browser, site.byAddress);
      const refused = await failureOf(sealwire, 'ORIGIN_REFUSED');
      expect(refused).toMatchObject({ summary: `A page from ${site.byAddress} may not report here.` });
      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain('has been blocked by CORS policy');
    });

    test.each<Mistake>([
      {
        title: 'an authority that the browser does not know',
        code: 'CA_NOT_TRUSTED',
        stopsAt: 'trusted',
        says: 'net::ERR_CERT_AUTHORITY_INVALID',
        cure: / trust install /,
        isDoubting: true,
      },
      {
        title: 'http:// in serverUrl',
        code: 'PLAIN_HTTP',
        stopsAt: 'encrypted',
        says: 'HTTP status: ',
        cure: /^serverUrl: 'https:\/\/localhost:\d+',$/,
        change: (text) => text.replace("'https://", "'http://"),
      },
      {
        title: 'a path in serverUrl',
        code: 'WRONG_PATH',
        stopsAt: 'authorised',
        says: '/apm/intake/v2/rum/events',
        cure: /https:\/\/localhost:\d+/,
        change: (text) => text.replace(/(serverUrl: 'https:\/\/[^']+)/, '$1/apm'),
      },
      {
        title: 'an endpoint that takes no reports of browsers',
        code: 'RUM_DISABLED',
        stopsAt: 'authorised',
        says: '/rum/events HTTP status: 401',
        cure: / up --rum/,
        args: [],
      },
    ])('with $title, stop at $stopsAt and are told why', async ({ code, stopsAt, says, cure, ...mistake }) => {
      const sealwire = await sealwireWith(...(mistake.args ?? ['--rum']));
      await sealwire.client.call('wiring.open', { agent: 'rum-js', service: 'shop-script' });
      const site = await pageOf(await snippetOf(sealwire, 'script'), 'script', mistake.change);
      const browser = mistake.isDoubting === true ? await plain() : await trusting(sealwire);

      const said = await visit(browser, site.byName);

      const { diagnosis, ...seen } = await sealwire.service(
        'shop-script',
        (service) => service.diagnosis?.code === code,
        60_000,
      );
      expect({ code: diagnosis?.code, stoppedAt: seen.stoppedAt, agentId: seen.agentId }).toEqual({
        code,
        stoppedAt: stopsAt,
        agentId: 'rum-js',
      });
      expect(diagnosis?.fixes.map(({ snippet }) => snippet ?? '').join('\n')).toMatch(new RegExp(cure.source, 'm'));
      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain(says);
    });

    test('report once the store of the browser trusts the authority as the cure says, but for a name that the certificate lacks', async () => {
      const sealwire = await sealwireWith('--rum');
      const site = await pageOf(await snippetOf(sealwire, 'script'), 'script');
      await sealwire.client.call('wiring.open', { agent: 'rum-js', service: 'shop-script' });

      await visit(await plain(sealwire.home), site.byName);
      await sealwire.service('shop-script', ({ stoppedAt }) => stoppedAt === 'trusted', 60_000);
      expect(await sealwire.cli(['trust', 'install', 'chromium', '--yes'])).toMatchObject({ code: 0 });
      await visit(await plain(sealwire.home), site.byName);
      const { steps } = await sealwire.service('shop-script', ({ counts }) => counts.error >= 1, 60_000);
      expect(steps.map(({ step, state }) => [step, state])).toEqual(STEPS);

      await sealwire.client.call('certificate.issue', { names: ['127.0.0.1'] });
      const said = await visit(await plain(sealwire.home), site.byName);
      expect(await failureOf(sealwire, 'NAME_NOT_COVERED')).toMatchObject({
        summary: 'RUM JavaScript connects to "localhost", and the certificate does not cover that name.',
      });
      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain('net::ERR_CERT_COMMON_NAME_INVALID');
    });

    test.skipIf(!isOnPath('certutil')).each([
      ['that has expired', -1, [], 'CERTIFICATE_EXPIRED', 'net::ERR_CERT_DATE_INVALID'],
      [
        'whose server demands one of the client',
        30,
        ['    client_authentication: required', '    certificate_authorities: [CA]'],
        'CLIENT_CERTIFICATE_MISSING',
        'net::ERR_BAD_SSL_CLIENT_AUTH_CERT',
      ],
    ])('meet a certificate %s and are told so', async (_title, days, more, code, says) => {
      const home = mkdtempSync(join(tmpdir(), 'sealwire-pages-'));
      closers.push(() => rmSync(home, { recursive: true, force: true }));
      const authority = createTestAuthority();
      closers.push(() => authority.remove());
      const { chainPem, keyPem } = authority.issue(['localhost'], { days });
      writeFileSync(join(home, 'leaf.pem'), chainPem);
      writeFileSync(join(home, 'leaf.key'), keyPem.reveal(), { mode: 0o600 });
      const tls = ['  ssl:', '    enabled: true', '    certificate: leaf.pem', '    key: leaf.key', ...more].join('\n');
      writeFileSync(
        join(home, 'apm-server.yml'),
        `apm-server:\n  rum.enabled: true\n${tls.replace('CA', authority.caPath)}\n`,
      );
      trustIn(home, authority.caPath);
      const sealwire = await sealwireWith('--config', join(home, 'apm-server.yml'));
      // Such a connection is over before its process can be looked up.
      await sealwire.client.call('wiring.open', { agent: 'rum-js', service: 'shop-script' });
      const site = await pageOf(await snippetOf(sealwire, 'script'), 'script');

      const said = await visit(await plain(home), site.byName);

      expect(await failureOf(sealwire, code)).toMatchObject({ summary: expect.stringContaining('RUM JavaScript') });
      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain(says);
    });

    test('that send more than one address may are told so', async () => {
      const first = await sealwireWith();
      const snippet = await snippetOf(first, 'script');
      const lines = snippet.blocks.find(({ language }) => language === 'yaml')?.content ?? '';
      const file = join(first.home, 'apm-server.yml');
      const open = lines.replace('"http://localhost:3000"', '"*"');
      writeFileSync(file, `${open}  auth.anonymous.rate_limit.event_limit: 1\n`);
      const sealwire = await sealwireWith('--config', file);
      const basket = "<script>for (let i = 0; i < 20; i++) elasticApm.captureError(new Error('basket ' + i));</script>";
      const site = await pageOf(await snippetOf(sealwire, 'script'), 'script', (text) => `${text}${basket}\n`);

      const said = await visit(await trusting(sealwire), site.byName);

      expect(await failureOf(sealwire, 'RATE_LIMITED')).toMatchObject({
        summary: 'RUM JavaScript sends more events without a token than one address may.',
      });
      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain('/rum/events HTTP status: 429');
    });

    test.each([
      ['whose policy does not name the endpoint', "violates the document's Content Security Policy", true],
      ['that are told of a port where nobody listens', 'net::ERR_CONNECTION_REFUSED', false],
    ])('%s reach nothing, and are told where to look', async (_title, says, hasPolicy) => {
      const sealwire = await sealwireWith('--rum');
      await sealwire.client.call('wiring.open', { agent: 'rum-js', service: 'shop-script' });
      const elsewhere = await servePages({});
      elsewhere.close();
      const change = (text: string): string =>
        hasPolicy ? text : text.replace(sealwire.ready.endpoint, elsewhere.byName.replace('http:', 'https:'));
      const policy = hasPolicy ? "default-src 'self' 'unsafe-inline'" : null;
      const site = await pageOf(await snippetOf(sealwire, 'script'), 'script', change, policy);

      const said = await visit(await plain(), site.byName);

      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain(says);
      const { diagnosis } = await sealwire.service('shop-script', (service) => service.diagnosis !== null, 60_000);
      expect(diagnosis?.code).toBe('NOTHING_ARRIVED');
      expect(diagnosis?.fixes.map(({ text }) => text).join(' ')).toContain('connect-src https://localhost:');
    });

    test('in a browser that `sealwire run` opens report though no store trusts the endpoint, and it leaves nothing behind', async () => {
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

    test('in a browser that `sealwire run` opens may come over TLS themselves, by another certificate of the workspace', async () => {
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

    test('in a browser that `sealwire run` opens, it ends as the browser does', async () => {
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
