import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Step } from '../../main/contract/index.ts';
import { recordRun } from '../support/agent-runs.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { servePages } from '../support/rum-site.ts';
import { createTestAuthority } from '../support/test-authority.ts';
import {
  closers,
  failureOf,
  pageOf,
  plain,
  STEPS,
  sealwireWith,
  snippetOf,
  trusting,
  visit,
  why,
} from './rum-stage.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Makes the trust store of Chromium in a home folder, with this authority. */
function trustIn(home: string, caPath: string): void {
  const database = join(home, '.local', 'share', 'pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  const certutil = (...args: string[]): unknown => execFileSync('certutil', [...args, '-d', `sql:${database}`]);
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'authority', '-i', caPath);
}

const SCRIPT = { agent: 'rum-js', form: 'code', framework: 'script', how: 'over HTTP' };

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

describe.skipIf(why !== null)(`pages that cannot report${why === null ? '' : ` [skipped: ${why}]`}`, () => {
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
  ])('with $title, stop at $stopsAt and are told why', async ({ title, code, stopsAt, says, cure, ...mistake }) => {
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
    recordRun({ ...SCRIPT, version: null, wrong: title, stoppedAt: stopsAt, code });
  });

  test('report once the store of the browser trusts the authority as the cure says, but for a name that the certificate lacks', async () => {
    const sealwire = await sealwireWith('--rum');
    const site = await pageOf(await snippetOf(sealwire, 'script'), 'script');
    await sealwire.client.call('wiring.open', { agent: 'rum-js', service: 'shop-script' });

    await visit(await plain(sealwire.home), site.byName);
    await sealwire.service('shop-script', ({ stoppedAt }) => stoppedAt === 'trusted', 60_000);
    expect(await sealwire.cli(['trust', 'install', 'chromium', '--yes'])).toMatchObject({ code: 0 });
    await visit(await plain(sealwire.home), site.byName);
    const { steps, agent } = await sealwire.service('shop-script', ({ counts }) => counts.error >= 1, 60_000);
    expect(steps.map(({ step, state }) => [step, state])).toEqual(STEPS);

    await sealwire.client.call('certificate.issue', { names: ['127.0.0.1'] });
    const said = await visit(await plain(sealwire.home), site.byName);
    expect(await failureOf(sealwire, 'NAME_NOT_COVERED')).toMatchObject({
      summary: 'RUM JavaScript connects to "localhost", and the certificate does not cover that name.',
    });
    await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain('net::ERR_CERT_COMMON_NAME_INVALID');
    const { stoppedAt } = await sealwire.service('shop-script', (each) => each.diagnosis?.code === 'NAME_NOT_COVERED');
    const of = { ...SCRIPT, version: agent?.version ?? null };
    recordRun({ ...of, wrong: null, stoppedAt: null, code: null });
    recordRun({
      ...of,
      wrong: 'a server name that the certificate does not cover',
      stoppedAt,
      code: 'NAME_NOT_COVERED',
    });
  });

  test.skipIf(process.env.SEALWIRE_LONG !== '1')(
    'whose server stopped are told so, and report on once it is back',
    async () => {
      const sealwire = await sealwireWith('--rum');
      await sealwire.client.call('wiring.open', { agent: 'rum-js', service: 'shop-script' });
      const site = await pageOf(await snippetOf(sealwire, 'script'), 'script');
      const browser = await trusting(sealwire);
      await visit(browser, site.byName);
      const before = await sealwire.service('shop-script', ({ counts }) => counts.error >= 1, 60_000);
      const { port } = (await sealwire.client.call('status', {})).endpoint ?? { port: 0 };

      await sealwire.client.call('endpoint.stop', {});
      const said = await visit(browser, site.byName);
      const { stoppedAt } = await sealwire.service(
        'shop-script',
        (each) => each.diagnosis?.code === 'ENDPOINT_STOPPED',
      );
      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain('net::ERR_CONNECTION_REFUSED');
      await sealwire.client.call('endpoint.start', { port });
      await visit(browser, site.byName);
      const after = await sealwire.service(
        'shop-script',
        ({ counts, diagnosis }) => diagnosis === null && counts.error > before.counts.error,
        60_000,
      );

      expect(after.steps.map(({ step, state }) => [step, state])).toEqual(STEPS);
      const version = after.agent?.version ?? null;
      recordRun({ ...SCRIPT, version, wrong: 'the server stopped', stoppedAt, code: 'ENDPOINT_STOPPED' });
    },
  );

  test.skipIf(!isOnPath('certutil')).each<{
    readonly title: string;
    readonly days: number;
    readonly more: readonly string[];
    readonly code: string;
    readonly stopsAt: Step;
    readonly says: string;
  }>([
    {
      title: 'that has expired',
      days: -1,
      more: [],
      code: 'CERTIFICATE_EXPIRED',
      stopsAt: 'trusted',
      says: 'net::ERR_CERT_DATE_INVALID',
    },
    {
      title: 'whose server demands one of the client',
      days: 30,
      more: ['    client_authentication: required', '    certificate_authorities: [CA]'],
      code: 'CLIENT_CERTIFICATE_MISSING',
      stopsAt: 'encrypted',
      says: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT',
    },
  ])(
    'meet a certificate $title, stop at $stopsAt and are told so',
    async ({ title, days, more, code, stopsAt, says }) => {
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
      const { diagnosis, stoppedAt, agentId } = await sealwire.service(
        'shop-script',
        (service) => service.diagnosis?.code === code,
        60_000,
      );
      expect({ code: diagnosis?.code, stoppedAt, agentId }).toEqual({ code, stoppedAt: stopsAt, agentId: 'rum-js' });
      await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain(says);
      recordRun({ ...SCRIPT, version: null, wrong: `a certificate ${title}`, stoppedAt, code });
    },
  );

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
    const { stoppedAt } = await sealwire.service('shop-script', (each) => each.diagnosis?.code === 'RATE_LIMITED');
    recordRun({
      ...SCRIPT,
      version: null,
      wrong: 'more events than one address may send',
      stoppedAt,
      code: 'RATE_LIMITED',
    });
  });

  test.each([
    ['a policy that does not name the endpoint', "violates the document's Content Security Policy", true],
    ['a port where nobody listens in serverUrl', 'net::ERR_CONNECTION_REFUSED', false],
  ])('with %s reach nothing, and are told where to look', async (wrong, says, hasPolicy) => {
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
    const { diagnosis, stoppedAt } = await sealwire.service('shop-script', (each) => each.diagnosis !== null, 60_000);
    expect(diagnosis?.code).toBe('NOTHING_ARRIVED');
    expect(diagnosis?.fixes.map(({ text }) => text).join(' ')).toContain('connect-src https://localhost:');
    recordRun({ ...SCRIPT, version: null, wrong, stoppedAt, code: 'NOTHING_ARRIVED' });
  });
});
