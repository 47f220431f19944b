import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_SERVER_SETTINGS } from '../../main/core/endpoint/server-settings.ts';
import { type Browser, whyNoBrowser } from '../support/browser.ts';
import { browserTrusting, serveRumSite } from '../support/rum-site.ts';
import { runEndpoint } from '../support/running-endpoint.ts';
import { startSealwire } from '../support/running-sealwire.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/*
 * The real browser agent in Chromium, on a page of another origin, over TLS. Chromium is told the one key that it may trust, as an installed authority would make it.
 */

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** The origin of a site, closed with the test. */
async function site(config: Readonly<Record<string, unknown>>): Promise<string> {
  const served = await serveRumSite(config);
  closers.push(served.close);
  return served.byName;
}

async function browserFor(port: number, ca: string): Promise<Browser> {
  const browser = await browserTrusting(port, ca);
  closers.push(() => browser.close());
  return browser;
}

async function openPage({ context }: Browser, url: string): Promise<string[]> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(url);
  return complaints;
}

describe.skipIf(whyNoBrowser !== null)(
  `the real browser agent${whyNoBrowser === null ? '' : ` [skipped: ${whyNoBrowser}]`}`,
  () => {
    test.each([
      ['long', 2],
      ['short', 3],
    ])('reports across origins in the %s form where RUM is on, without a token', async (_name, apiVersion) => {
      const sealwire = await startSealwire({ args: ['--rum'] });
      closers.push(() => sealwire.stop());
      const { endpoint, ca } = sealwire.ready;
      const browser = await browserFor(Number(new URL(endpoint).port), readFileSync(ca, 'utf8'));
      const origin = await site({ serviceName: 'shop-front', serverUrl: endpoint, apiVersion, centralConfig: true });

      await openPage(browser, origin);

      const { steps, agent, counts } = await sealwire.service(
        'shop-front',
        ({ counts: seen }) => seen.transaction >= 1 && seen.error >= 1 && seen.span >= 1,
        40_000,
      );
      expect(agent).toEqual({ name: expect.stringMatching(/^(?:rum-js|js-base)$/), version: '5.17.5' });
      expect(steps.map(({ step, state }) => [step, state])).toEqual([
        ['reached', 'ok'],
        ['encrypted', 'ok'],
        ['trusted', 'ok'],
        ['authorised', 'n/a'],
        ['identified', 'ok'],
        ['reporting', 'ok'],
      ]);
      expect(counts.error).toBe(1);
      const { events } = await sealwire.client.call('event.list', { service: 'shop-front', kind: 'error', limit: 10 });
      expect(events.map(({ name }) => name)).toEqual([expect.stringContaining('the basket is empty')]);
      const { attempts } = await sealwire.client.call('attempt.list', { limit: 100 });
      // Chromium begins a second connection where the first takes longer than a quarter of a second, and lets it go again.
      const failed = attempts.filter(
        ({ outcome, diagnosis }) => outcome === 'failed' && diagnosis?.code !== 'HANDSHAKE_DROPPED',
      );
      expect(failed).toEqual([]);
    });

    test('is told that RUM is off, and how to turn it on', async () => {
      const sealwire = await startSealwire();
      closers.push(() => sealwire.stop());
      const { endpoint, ca } = sealwire.ready;
      const browser = await browserFor(Number(new URL(endpoint).port), readFileSync(ca, 'utf8'));

      await openPage(browser, await site({ serviceName: 'shop-front', serverUrl: endpoint }));

      const { diagnosis, stoppedAt } = await sealwire.service(null, (service) => service.diagnosis !== null);
      expect([diagnosis?.code, stoppedAt]).toEqual(['RUM_DISABLED', 'authorised']);
      expect(diagnosis?.fixes[0]?.snippet).toMatch(/ up --rum$/);
    });

    test('is kept out by its browser where its origin is not allowed, and the preflight tells why', async () => {
      const authority = createTestAuthority();
      closers.push(() => authority.remove());
      const { rum } = DEFAULT_SERVER_SETTINGS;
      const server = {
        ...DEFAULT_SERVER_SETTINGS,
        rum: { ...rum, enabled: true, allowOrigins: ['https://shop.example'] },
      };
      const running = await runEndpoint(authority.issue(['localhost']), { server });
      closers.push(() => running.close());
      const browser = await browserFor(running.port, authority.caPem);
      const serverUrl = `https://localhost:${running.port}`;
      const origin = await site({ serviceName: 'shop-front', serverUrl });

      const complaints = await openPage(browser, origin);

      const { errors, request, connection } = await running.fact('rejected');
      expect(errors).toEqual([`forbidden request: origin: '${origin}' is not allowed`]);
      const asked = await running.fact('request', (fact) => fact.connection === connection && fact.request === request);
      expect(asked.method).toBe('OPTIONS');
      await expect.poll(() => complaints.join('\n'), { timeout: 20_000 }).toContain('blocked by CORS policy');
      expect(running.facts.some(({ kind }) => kind === 'metadata')).toBe(false);
    });
  },
);
