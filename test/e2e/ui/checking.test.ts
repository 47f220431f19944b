import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
const TOKEN = 'k3y-that-was-pasted-0123';
const PASTED = [
  'ELASTIC_APM_SERVER_URL=http://apm.test:8200',
  `ELASTIC_APM_SECRET_TOKEN=${TOKEN}`,
  'ELASTIC_APM_SERVER_CERT=/etc/sealwire/ca.pem',
  'ELASTIC_APM_VERIFY_SERVER_CERT=false',
  'ELASTIC_APM_METRICS_INTERVAL=30',
].join('\n');
const MENDED = [
  'ELASTIC_APM_SERVER_URL=https://apm.test:8200',
  `ELASTIC_APM_SECRET_TOKEN=${TOKEN}`,
  'ELASTIC_APM_SERVER_CA_CERT_FILE=/etc/sealwire/ca.pem',
  'ELASTIC_APM_METRICS_INTERVAL=30s',
].join('\n');

describe.skipIf(whyNoBrowser !== null)(
  `Check a configuration${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`,
  () => {
    const open = useScenes();
    mkdirSync(FOLDER, { recursive: true });

    test('is reached from Connect by keyboard, says what will not work as it is pasted, and hands the mended text to the clipboard', async () => {
      const { app } = await open('living', { path: '/connect', isClockRunning: true });
      const { page } = app;
      await page.getByRole('link', { name: 'Check a configuration' }).focus();
      await page.keyboard.press('Enter');
      await app.heading('Check a configuration').waitFor();

      for (const name of ['Choose an agent', 'Agent', 'Configuration or log']) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        expect([
          name,
          await focused.evaluate(
            (node) =>
              ('labels' in node ? (node as HTMLInputElement).labels?.[0]?.textContent : null) ?? node.textContent,
          ),
        ]).toEqual([name, name]);
      }
      await page.keyboard.insertText(PASTED);
      await page.clock.fastForward(1_000);
      await app
        .said()
        .getByText('Read as a .env file. 4 things will not work as written.')
        .waitFor({ state: 'attached' });

      const found = page.getByRole('main').getByRole('listitem');
      expect(await found.allInnerTexts()).toEqual([
        expect.stringMatching(/^Error · line 1 · plain-http/),
        expect.stringMatching(/^Error · line 3 · pin-as-ca/),
        expect.stringMatching(/^Error · line 4 · verification-off[\s\S]*Take it out\./),
        expect.stringMatching(/^Error · line 5 · value-spelling/),
      ]);
      await page.getByRole('button', { name: /^Copy \(the mended text/ }).focus();
      await page.keyboard.press('Enter');
      await app
        .said()
        .getByText(/Copied the mended text/)
        .waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(MENDED);
    });

    test('shows no secret but where it was pasted, and keeps none', async () => {
      const { app } = await open('living', { path: '/connect/check', isClockRunning: true });
      await app.field('Configuration or log').fill(PASTED);
      await app.page.clock.fastForward(1_000);
      await app.heading('Mended').waitFor();

      expect(await app.page.getByRole('main').innerText()).not.toContain(TOKEN);
      expect(
        await app.page.evaluate(
          (token) => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]).includes(token),
          TOKEN,
        ),
      ).toBe(false);
      await app.page.getByRole('link', { name: 'Choose an agent' }).click();
      await app.heading('Connect an agent').waitFor();
      expect(await app.holds(TOKEN)).toBe(false);
      await app.page.goBack();
      await app.heading('Check a configuration').waitFor();
      expect(await app.field('Configuration or log').inputValue()).toBe('');
    });

    test('says so where nothing is wrong, and where nothing of an agent is in it', async () => {
      const { app } = await open('living', { path: '/connect/check', isClockRunning: true });

      await app.field('Configuration or log').fill(MENDED.replace(/.*CA_CERT.*\n/, ''));
      await app.page.clock.fastForward(1_000);
      await app.heading('Read as a .env file. Nothing in it is wrong.').waitFor();
      await app.field('Configuration or log').fill('dear diary');
      await app.page.clock.fastForward(1_000);
      await app
        .heading('There are no settings of an agent in this text, and it is no log of one that failed.')
        .waitFor();
    });

    test('takes what an agent logged, says what it means, and whose words they are', async () => {
      const { app } = await open('living', { path: '/connect/check', isClockRunning: true });
      const log = [
        'Server listening on 3000',
        '{"log.level":"error","message":"APM Server transport error (SELF_SIGNED_CERT_IN_CHAIN): self-signed certificate in certificate chain"}',
        '{"log.level":"error","message":"APM Server transport error (SELF_SIGNED_CERT_IN_CHAIN): self-signed certificate in certificate chain"}',
      ];

      await app.field('Configuration or log').fill(log.join('\n'));
      await app.page.clock.fastForward(1_000);
      await app.heading('What the log says').waitFor();

      const [said] = await app.page.getByRole('main').getByRole('listitem').allInnerTexts();
      expect(said).toMatch(/^line 2, 2 lines in all · probable\s+Node\.js does not trust the certificate/);
      expect(said).toContain('ELASTIC_APM_SERVER_CA_CERT_FILE');
      await app.page.getByText('These are the words of').waitFor();
      expect(await app.axe()).toEqual([]);
      await app.page.screenshot({ path: join(FOLDER, 'connect-log-light-1280.png'), animations: 'disabled' });

      await app
        .field('Configuration or log')
        .fill('[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate');
      await app.page.clock.fastForward(1_000);
      await app.page.getByText('Several agents write so').waitFor();
      await app.field('Agent').selectOption('python');
      await app.page.clock.fastForward(1_000);
      await app.page.getByText('These are the words of').waitFor();
    });

    test('is where a failure leads to, with its agent chosen', async () => {
      const { ui, app } = await open('living', { path: '/service/shop-api', isClockRunning: true });
      const link = app.page.getByRole('link', { name: 'Paste what the agent logged' });
      await link.waitFor();

      for (const theme of ['light', 'dark'] as const) {
        ui.core.world.settings = { ...ui.core.world.settings, theme };
        ui.core.push({ topic: 'changed', what: ['settings'] });
        await app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
        for (const [width, height] of [
          [1280, 800],
          [900, 600],
        ] as const) {
          await app.page.setViewportSize({ width, height });
          await app.page.screenshot({
            path: join(FOLDER, `service-log-${theme}-${width}.png`),
            fullPage: true,
            animations: 'disabled',
          });
        }
        expect(await app.axe()).toEqual([]);
      }
      await link.focus();
      await app.page.keyboard.press('Enter');
      await app.heading('Check a configuration').waitFor();

      expect(await app.field('Agent').inputValue()).toBe('python');
    });

    test('asks for the agent that is chosen', async () => {
      const { app } = await open('living', { path: '/connect/check', isClockRunning: true });

      await app.field('Configuration or log').fill('ELASTIC_APM_SERVER_CERT=/x/server.pem');
      await app.field('Agent').selectOption('nodejs');
      await app.page.clock.fastForward(1_000);

      await app.page.getByText('the one for Node.js does not read it').waitFor();
    });

    test('passes axe and fits its window in both themes', async () => {
      const { ui, app } = await open('living', { path: '/connect/check', isClockRunning: true });
      await app.field('Configuration or log').fill(PASTED);
      await app.page.clock.fastForward(1_000);
      await app.heading('Mended').waitFor();
      const found: string[] = [];

      for (const theme of ['light', 'dark'] as const) {
        ui.core.world.settings = { ...ui.core.world.settings, theme };
        ui.core.push({ topic: 'changed', what: ['settings'] });
        await app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
        for (const [width, height] of [
          [1280, 800],
          [900, 600],
          [450, 300],
        ] as const) {
          await app.page.setViewportSize({ width, height });
          await app.page.screenshot({
            path: join(FOLDER, `connect-checked-${theme}-${width}.png`),
            fullPage: true,
            animations: 'disabled',
          });
          const beyond = await app.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (beyond > 0) found.push(`scrolls ${beyond} px sideways at ${width}`);
        }
        found.push(...(await app.axe()));
      }

      expect(found).toEqual([]);
      expect([app.complaints.csp, app.complaints.console]).toEqual([[], []]);
    });
  },
);
