import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { browserTrusting, serveRumSite } from '../../support/rum-site.ts';
import { startSealwire } from '../../support/running-sealwire.ts';
import { openSealwire } from '../pages/sealwire.ts';

const SCREENS = join(import.meta.dirname, '..', 'screens');
mkdirSync(SCREENS, { recursive: true });

describe.skipIf(whyNoBrowser !== null)(
  `browsers, switched on in Settings${whyNoBrowser === null ? '' : ` [skipped: ${whyNoBrowser}]`}`,
  () => {
    test('a page of an allowed origin reports at once, one of another does not, and both hold after a restart', async () => {
      const home = mkdtempSync(join(tmpdir(), 'sealwire-browsers-'));
      onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
      // With the interface nothing is made before the click, so it is made before.
      await (await startSealwire({ home })).stop();
      const sealwire = await startSealwire({ home, args: ['--ui', '--no-open'] });
      onTestFinished(() => sealwire.stop());
      const { endpoint, ca, ui } = sealwire.ready;
      const port = Number(new URL(endpoint).port);
      const site = await serveRumSite({ serviceName: 'shop-front', serverUrl: endpoint });
      onTestFinished(site.close);
      const browser = await browserTrusting(port, readFileSync(ca, 'utf8'));
      onTestFinished(() => browser.close());
      const tab = await openSealwire(browser.context, ui ?? '', { path: '/settings' });

      await tab.field('Let browsers report (RUM)').check();
      expect(await tab.field('Origins that may report').inputValue()).toContain('http://localhost:*');
      await tab.field('Origins that may report').fill('http://localhost:*');
      await tab.button('Save for browsers').click();
      await tab.said().getByText('Browsers may report.').waitFor();
      await tab.page.getByText('Agents: rum-js, js-base. Services: all.').waitFor();
      await tab.page.screenshot({ path: join(SCREENS, 'real-browsers.png'), animations: 'disabled' });

      const status = await sealwire.client.call('status', {});
      expect(status.endpoint?.port).toBe(port);
      expect(status.rum).toMatchObject({ enabled: true, origins: ['http://localhost:*'], by: 'settings' });
      await (await browser.context.newPage()).goto(site.byName);
      const { steps } = await sealwire.service('shop-front', ({ counts }) => counts.transaction >= 1, 40_000);
      expect(steps.find(({ step }) => step === 'authorised')?.state).toBe('n/a');

      await (await browser.context.newPage()).goto(site.byAddress);
      await expect
        .poll(
          async () => {
            const { attempts } = await sealwire.client.call('attempt.list', { outcome: 'failed', limit: 10 });
            return attempts.map(({ diagnosis }) => diagnosis?.code);
          },
          { timeout: 20_000 },
        )
        .toContain('ORIGIN_REFUSED');

      const shown = JSON.parse((await sealwire.cli(['status', '--json'])).stdout);
      expect(shown.rum).toEqual(status.rum);
      expect((await sealwire.cli(['status'])).stdout).toContain('may report from http://localhost:*');
      expect(tab.complaints).toEqual({ console: [], csp: [] });
      await sealwire.stop();
      const again = await startSealwire({ home });
      onTestFinished(() => again.stop());
      expect((await again.client.call('status', {})).rum).toEqual(status.rum);
    });
  },
);
