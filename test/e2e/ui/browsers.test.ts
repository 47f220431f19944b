import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { rumState } from '../../support/fake-ui-data.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
mkdirSync(FOLDER, { recursive: true });

describe.skipIf(whyNoBrowser !== null)(
  `what browsers may do${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`,
  () => {
    const open = useScenes();

    test('is found by the palette, switched on by keyboard alone, and shown as it then is', async () => {
      const { ui, app } = await open('living');
      const { keyboard } = app.page;
      const focused = (): Promise<string | null> =>
        app.page.evaluate(() => document.activeElement?.closest('div')?.querySelector('label')?.textContent ?? null);

      await app.command('let browsers report');
      await expect.poll(focused).toBe('Let browsers report (RUM)');
      await app.page.getByText('Without a token nobody may report.').waitFor();
      await keyboard.press('Space');
      await keyboard.press('Tab');
      await expect.poll(focused).toBe('Origins that may report');
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type('shop.test');
      await app.page.getByText('"shop.test" must begin with http:// or https://.').waitFor();
      expect(await app.field('Origins that may report').getAttribute('aria-invalid')).toBe('true');
      expect(await app.axe()).toEqual([]);
      await keyboard.press('Enter');
      expect(ui.core.calls).not.toContain('settings.set');
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type('https://*.shop.test, http://localhost:3000');
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.type('shop-front');
      await app.page.getByText('sealwire up --config apm-server.yml').waitFor();
      await keyboard.press('Enter');

      await app.said().getByText('Browsers may report.').waitFor();
      await app.page.getByText('Agents: rum-js, js-base. Services: shop-front.').waitFor();
      await app.page.getByText('300 events a second from one address, 900 at once').waitFor();
      expect(ui.core.world.settings.rum).toEqual({
        enabled: true,
        origins: ['https://*.shop.test', 'http://localhost:3000'],
        services: ['shop-front'],
        eventLimit: 300,
      });
      expect(ui.core.calls.filter((name) => name === 'endpoint.start')).toHaveLength(1);
      expect(ui.core.world.status.endpoint?.port).toBe(8200);
      expect(app.complaints).toEqual({ console: [], csp: [] });
    });

    test('is told as one command where it is the real server’s default, with a warning', async () => {
      const { app } = await open('living', { path: '/settings?do=browsers' });

      await app.field('Let browsers report (RUM)').check();
      await app.field('Origins that may report').fill('*');

      await app.page.getByText('Every page that is open in a browser on this machine').waitFor();
      await app.page.getByText('sealwire up --rum', { exact: true }).waitFor();
      await app.button('Copy the command').click();
      expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('sealwire up --rum');
    });

    test('that the command line or a file decides is said, and saving restarts nothing', async () => {
      const { ui, app } = await open('living', {
        path: '/settings',
        prepare: async (_, { core }) => {
          const rum = {
            ...rumState({ ...core.world.settings.rum, enabled: true, origins: ['*'] }),
            by: 'file' as const,
          };
          core.world.status = { ...core.world.status, rum };
        },
      });
      await app.page.getByText('The settings file of this run decides').waitFor();

      await app.field('Let browsers report (RUM)').check();
      await app.button('Save for browsers').click();

      await app.said().getByText('Saved.').waitFor();
      expect(ui.core.calls).not.toContain('endpoint.start');
    });

    test('is said of an endpoint that asks nobody for a token', async () => {
      const { app } = await open('living', {
        path: '/settings',
        prepare: async (_, { core }) => {
          const { endpoint } = core.world.status;
          if (endpoint !== null) core.world.status = { ...core.world.status, endpoint: { ...endpoint, auth: 'none' } };
        },
      });

      await app.page.getByText('No token is asked for at all.').waitFor();
    });

    test('that could not be saved is said there', async () => {
      const { ui, app } = await open('living', { path: '/settings' });
      ui.core.answer('endpoint.start', () => Promise.reject(new Error('the port is gone')));

      await app.field('Let browsers report (RUM)').check();
      await app.button('Save for browsers').click();

      await app.page.getByRole('alert').first().waitFor();
    });

    test.each([
      { width: 1280, height: 800 },
      { width: 900, height: 600 },
    ])('fits into $width pixels in both themes', async (size) => {
      const { ui, app } = await open('living', {
        path: '/settings?do=browsers',
        prepare: async (_, { core }) => {
          const rum = { ...core.world.settings.rum, enabled: true, services: ['shop-front'], eventLimit: 100 };
          core.world.settings = { ...core.world.settings, rum };
          core.world.status = { ...core.world.status, rum: rumState(rum) };
        },
      });
      await app.page.setViewportSize(size);

      for (const theme of ['light', 'dark'] as const) {
        ui.core.world.settings = { ...ui.core.world.settings, theme };
        ui.core.push({ topic: 'changed', what: ['settings'] });
        await app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
        await app.page.locator('section', { hasText: 'Let browsers report' }).evaluate((part) => part.scrollIntoView());
        await app.page.screenshot({
          path: join(FOLDER, `settings-browsers-${theme}-${size.width}.png`),
          animations: 'disabled',
        });
        expect(await app.axe()).toEqual([]);
      }
      const beyond = await app.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).toBe(0);
    });
  },
);
