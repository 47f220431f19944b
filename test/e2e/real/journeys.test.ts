import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Application, startApplication } from '../../agents/application.ts';
import { nodePackages, pythonPackages } from '../../support/agent-packages.ts';
import { type Browser, startBrowser, whyNoBrowser } from '../../support/browser.ts';
import { type ClickableSealwire, startForClick } from '../../support/clickable-sealwire.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { keepForReadme, PICTURED_HOME } from '../../support/readme-pictures.ts';
import { connectPage } from '../pages/connect.ts';
import { firstRunPage } from '../pages/first-run.ts';
import { openSealwire, type SealwirePage } from '../pages/sealwire.ts';

const APPS = join(import.meta.dirname, '..', '..', 'agents', 'apps');
const SCREENS = join(import.meta.dirname, '..', 'screens');

/** How long something took, on a machine that may be busy. */
const TOOK = /^(<1|\d+) ms$|^\d+\.\d s$/;

const node = nodePackages();
const python = pythonPackages();
const why = [
  whyNoBrowser,
  node === null || python === null ? 'the real agents could not be installed' : null,
  isOnPath('gnome-keyring-daemon') ? null : 'gnome-keyring is not installed',
].find((reason) => reason !== null);

/**
 * The journeys of a newcomer in the real thing: real core, real keychain, real browser, real agents. The tests are one story and run in order.
 * The pictures of the README are taken here.
 */
describe.skipIf(why !== undefined)(
  `the whole product in Chromium${why === undefined ? '' : ` [skipped: ${why}]`}`,
  () => {
    let sealwire: ClickableSealwire;
    let browser: Browser;
    let tab: SealwirePage;
    const applications: Application[] = [];

    beforeAll(async () => {
      mkdirSync(SCREENS, { recursive: true });
      for (const name of ['flask_app.py', 'flask_wired_app.py'])
        copyFileSync(join(APPS, name), join(python?.folder ?? '', name));
      copyFileSync(join(APPS, 'express-app.cjs'), join(node?.folder ?? '', 'express-app.cjs'));
      [sealwire, browser] = await Promise.all([startForClick({ as: PICTURED_HOME }), startBrowser()]);
      await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      browser.context.setDefaultTimeout(10_000);
      tab = await openSealwire(browser.context, sealwire.link);
    });
    afterEach(async () => {
      expect(tab.complaints).toEqual({ console: [], csp: [] });
    });
    afterAll(async () => {
      await Promise.all(applications.map((application) => application.end()));
      await browser.close();
      await sealwire.stop();
    });

    const picture = async (name: string): Promise<void> => {
      const path = join(SCREENS, `${name}.png`);
      keepForReadme(name, await tab.page.screenshot({ path, animations: 'disabled' }));
    };

    /** Types what was copied into a shell, as a person does, and starts the application from that shell. */
    const typed = async (lines: string, start: string, cwd: string): Promise<Application> => {
      const env = { ...sealwire.env, ELASTIC_APM_API_REQUEST_TIME: '1s' };
      const application = await startApplication(['bash', '-c', `${lines}\nexec ${start}`], { env, cwd });
      applications.push(application);
      await application.order('7');
      return application;
    };

    test('one click makes authority, certificate and token, kept in the real keychain, and listens', async () => {
      const home = firstRunPage(tab);
      await home.makeItSecure.waitFor();
      await picture('real-first-run');

      await home.click();

      for (const row of ['Authority', 'Certificate', 'Secret token']) await home.row(row).getByText(TOOK).waitFor();
      await picture('real-made');
      const status = await sealwire.client.call('status', {});
      expect(status.vault.kind).toBe('secret-service');
      expect(status.authorities[0]?.nameConstrained).toBe(true);
      expect(status.endpoint?.addresses).toEqual(['127.0.0.1', '::1']);
    });

    test('a test transaction climbs the whole ladder', async () => {
      await tab.page.goto(new URL('/', tab.page.url()).href);
      await tab.button('Send a test transaction').first().click();

      await tab.page.locator('[data-step="reporting"][data-state="ok"]').waitFor();
      await picture('real-probe');
    });

    test('the copied lines wire a real Flask application, and Connect shows it climb', async () => {
      await tab.goTo('Connect');
      const connect = connectPage(tab);
      await connect.chooseAgent('Python');
      await connect.nameService('shop-api');
      await tab.page.getByText('# flask').first().waitFor({ state: 'detached' });
      const lines = await connect.copySnippet(await place(tab, 'ELASTIC_APM_SERVER_URL'));

      await typed(lines, `${python?.python} flask_wired_app.py`, python?.folder ?? '');

      await connect.waitForRung('reporting', 'ok', 30_000);
      await picture('real-connect-reporting');
      const { token } = await sealwire.client.call('token.show', {});
      expect(await tab.holds(token)).toBe(false);
      expect(lines).not.toContain(token);
    });

    test('the Service screen tells agent, TLS, the transaction and its spans', async () => {
      await tab.command('shop-api');
      await tab.heading('shop-api').waitFor();

      const main = tab.page.getByRole('main');
      for (const text of [/TLS 1\.3/, /python 6\.26\.2/, 'GET /orders/<order>', /INSERT INTO orders/]) {
        await main.getByText(text).first().waitFor();
      }
      await picture('real-service');
    });

    test('without its CA, an Express application stops at trusted; the copied fix mends it', async () => {
      await tab.goTo('Connect');
      const connect = connectPage(tab);
      await connect.chooseAgent('Node.js');
      await connect.nameService('orders-api');
      const lines = await connect.copySnippet(await place(tab, 'ELASTIC_APM_SERVER_URL'));
      const start = `${process.execPath} -r elastic-apm-node/start.js express-app.cjs`;
      const withoutCa = lines.replace(/^.*CA_CERT_FILE.*$/m, '');

      const broken = await typed(withoutCa, start, node?.folder ?? '');
      await connect.waitForRung('trusted', 'failed', 30_000);
      await connect.failure.waitFor();
      await picture('real-connect-failed');
      const fix = await connect.copyFix();
      await broken.end();
      await typed(`${withoutCa}\n${fix}`, start, node?.folder ?? '');

      await connect.waitForRung('reporting', 'ok', 30_000);
      expect(fix).toMatch(/^export ELASTIC_APM_SERVER_CA_CERT_FILE=\S+ca\.pem$/);
    });

    for (const theme of ['Light', 'Dark'] as const) {
      test(`every screen holds up with real content in the ${theme.toLowerCase()} theme`, async () => {
        await tab.chooseTheme(theme);
        for (const screen of [
          'Home',
          'Connect',
          'Traffic',
          'Certificates',
          'Tokens',
          'Trust',
          'Activity',
          'Settings',
        ]) {
          await tab.goTo(screen);
          for (const size of [
            { width: 1280, height: 800 },
            { width: 900, height: 600 },
          ]) {
            await tab.page.setViewportSize(size);
            await picture(`real-${screen.toLowerCase()}-${theme.toLowerCase()}-${size.width}`);
          }
          await tab.page.setViewportSize({ width: 1280, height: 800 });
          expect(await tab.axe()).toEqual([]);
        }
      });
    }
  },
);

/** Which step of the snippet holds `text`. */
async function place(tab: SealwirePage, text: string): Promise<number> {
  const block = tab.page.locator('[data-block]').filter({ hasText: text }).first();
  return Number(await block.getAttribute('data-block'));
}
