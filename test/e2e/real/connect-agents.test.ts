import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startBrowser, whyNoBrowser } from '../../support/browser.ts';
import { startSealwire } from '../../support/running-sealwire.ts';
import { openSealwire } from '../pages/sealwire.ts';

const SCREENS = join(import.meta.dirname, '..', 'screens');
mkdirSync(SCREENS, { recursive: true });

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];

/** Agents whose applications run in a page or on a device, so that Connect has more to say, or less, than for a process. */
const ELSEWHERE = ['rum-js', 'android', 'ios'];

describe.skipIf(whyNoBrowser !== null)(
  `Connect for what does not run as a process${whyNoBrowser === null ? '' : ` [skipped: ${whyNoBrowser}]`}`,
  () => {
    test('shows each agent at both sizes, and lets browsers report on the way', async () => {
      const home = mkdtempSync(join(tmpdir(), 'sealwire-elsewhere-'));
      onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
      // With the interface nothing is made before the click, so it is made before.
      await (await startSealwire({ home })).stop();
      const sealwire = await startSealwire({ home, args: ['--ui', '--no-open'] });
      onTestFinished(() => sealwire.stop());
      const browser = await startBrowser();
      onTestFinished(() => browser.close());
      const tab = await openSealwire(browser.context, sealwire.ready.ui ?? '', { path: '/connect' });

      for (const agent of ELSEWHERE) {
        await tab.page.goto(new URL(`/connect/${agent}?service=shop`, tab.page.url()).href);
        await tab.page.locator('[data-block]').first().waitFor();
        expect(await tab.axe()).toEqual([]);
        for (const size of SIZES) {
          await tab.page.setViewportSize(size);
          const path = join(SCREENS, `real-connect-${agent}-${size.width}.png`);
          await tab.page.screenshot({ path, animations: 'disabled' });
          const whole = join(SCREENS, `real-connect-${agent}-${size.width}-whole.png`);
          await tab.page.screenshot({ path: whole, animations: 'disabled', fullPage: true });
          expect(await tab.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        }
      }

      await tab.page.goto(new URL('/connect/rum-js?service=shop', tab.page.url()).href);
      await tab.heading('The endpoint takes no reports of browsers yet').waitFor();
      await tab.link('Let browsers report').click();
      await tab.field('Let browsers report (RUM)').check();
      await tab.field('Origins that may report').fill('http://localhost:*');
      await tab.button('Save for browsers').click();
      await tab.said().getByText('Browsers may report.').waitFor();
      await tab.page.goBack();
      await tab.heading('Pages of http://localhost:5173 may report').waitFor();
      await tab.field('Address of your page').fill('http://127.0.0.1:5173');
      await tab.heading('Pages of http://127.0.0.1:5173 may not report yet').waitFor();
      expect(tab.complaints).toEqual({ console: [], csp: [] });
    });
  },
);
