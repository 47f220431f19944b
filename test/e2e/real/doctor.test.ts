import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startBrowser, whyNoBrowser } from '../../support/browser.ts';
import { startSealwire } from '../../support/running-sealwire.ts';
import { openSealwire } from '../pages/sealwire.ts';

const SCREENS = join(import.meta.dirname, '..', 'screens');
mkdirSync(SCREENS, { recursive: true });

describe.skipIf(whyNoBrowser !== null)(
  `the doctor in Chromium${whyNoBrowser === null ? '' : ` [skipped: ${whyNoBrowser}]`}`,
  () => {
    test('examines the real endpoint with the token of the vault, and says what a wrong one comes to', async () => {
      const home = mkdtempSync(join(tmpdir(), 'sealwire-doctor-'));
      onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
      // With the interface nothing is made before the click, so it is made before.
      await (await startSealwire({ home })).stop();
      const sealwire = await startSealwire({ home, args: ['--ui', '--no-open'] });
      onTestFinished(() => sealwire.stop());
      const browser = await startBrowser();
      onTestFinished(() => browser.close());
      const tab = await openSealwire(browser.context, sealwire.ready.ui ?? '', { path: '/doctor' });
      const row = (id: string) => tab.page.locator(`[data-check="${id}"]`);

      await tab.field('Address of the server').fill(sealwire.ready.endpoint);
      await tab.field('Token').selectOption('this workspace’s secret token');
      await tab.button('Examine').click();
      await tab.heading('Agents can use this server.').waitFor();
      expect(await row('otlp-grpc').getAttribute('data-state')).toBe('ok');
      expect(await row('token').innerText()).toContain('The secret token is right, and a wrong one is refused.');
      await tab.page.screenshot({ path: join(SCREENS, 'real-doctor.png'), fullPage: true, animations: 'disabled' });

      await tab.field('Token').selectOption('a secret token that I paste');
      await tab.field('Secret token').fill('gWrongWrongWrong');
      await tab.button('Examine').click();
      await tab.heading('Something does not work on this server as it is.').waitFor();
      expect(await row('token').innerText()).toContain('The secret token is wrong.');
      expect(await tab.holds('gWrongWrongWrong')).toBe(false);
      expect(sealwire.log()).not.toContain('gWrongWrongWrong');
      expect(tab.complaints).toEqual({ console: [], csp: [] });
      expect((await sealwire.client.call('event.list', {})).events).toEqual([]);
    });
  },
);
