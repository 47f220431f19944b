import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { ago, centralEntry, failing, reachedBy } from '../../support/fake-ui-data.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
mkdirSync(FOLDER, { recursive: true });
const SHOP = '/service/shop-web?environment=development';

describe.skipIf(whyNoBrowser !== null)(
  `central configuration${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`,
  () => {
    const open = useScenes();

    test('is set, changed and taken away by keyboard alone, and its state follows the agent', async () => {
      const { ui, app } = await open('living', { path: SHOP });
      const { keyboard } = app.page;
      const row = app.page.getByRole('listitem').filter({ hasText: 'transaction_sample_rate' });
      const focused = (): Promise<string | null> =>
        app.page.evaluate(() => {
          const element = document.activeElement;
          return element?.getAttribute('aria-label') ?? element?.textContent ?? null;
        });
      await app.page.getByText('Nothing is set for this service').waitFor();

      await app.button('Set an option').press('Enter');
      const dialog = app.dialog('Set an option');
      await dialog.getByText('The share of transactions that are recorded in full').waitFor();
      expect(await app.axe()).toEqual([]);
      await keyboard.press('Tab');
      await keyboard.type('2');
      await keyboard.press('Enter');
      await dialog
        .getByText('transaction_sample_rate takes a number from 0 to 1, such as 0.25, and "2" is none of that.')
        .waitFor();
      expect(await dialog.getByLabel('Value').getAttribute('aria-invalid')).toBe('true');
      expect(await app.axe()).toEqual([]);
      await keyboard.press('Backspace');
      await keyboard.type('0.5');
      await keyboard.press('Enter');

      await row.getByText('not fetched yet').waitFor();
      expect(ui.core.world.configuration).toMatchObject([
        { service: 'shop-web', environment: 'development', settings: { transaction_sample_rate: '0.5' } },
      ]);

      for (const [state, words] of [
        ['sent', 'sent at 24 Nov'],
        ['applied', 'received at 24 Nov'],
      ] as const) {
        ui.core.world.configuration = ui.core.world.configuration.map((entry) =>
          reachedBy(entry, [{ ...asking, state, appliedAt: state === 'applied' ? ago(1) : null }]),
        );
        ui.core.push({ topic: 'changed', what: ['configuration'] });
        await row.getByText(words).waitFor();
      }
      await app.page.getByText('confirms what it received, even a value that it then ignores').waitFor();

      await app.button('Change transaction_sample_rate').press('Enter');
      const change = app.dialog('Change transaction_sample_rate');
      await change.waitFor();
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type('0.1');
      await keyboard.press('Enter');
      await row.getByText('0.1', { exact: true }).waitFor();
      await change.waitFor({ state: 'detached' });
      await expect.poll(focused).toBe('Change transaction_sample_rate');

      await app.button('Remove transaction_sample_rate').press('Enter');
      await app.page.getByText('Nothing is set for this service').waitFor();
      await app.page.getByText('keeps the last value of a setting until it is restarted').waitFor();
      await expect.poll(focused).toBe('Set an option');
      expect(ui.core.world.configuration).toEqual([]);
    });

    test('is reached from the palette, on any screen', async () => {
      const { app } = await open('living');
      const dialog = app.dialog('Set an option');

      await app.command('set an option of shop-web');
      await dialog.getByLabel('Option').waitFor();
      expect(await app.page.evaluate(() => window.location.pathname + window.location.search)).not.toContain('do=');
      expect(await app.page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
      await app.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      // The same again, where it is already.
      await app.command('set an option of shop-web');
      await dialog.getByLabel('Option').waitFor();
    });

    test('shows of each option how far it got', async () => {
      const { app } = await open('living', {
        path: SHOP,
        prepare: async (_, { core }) => {
          const [first, ...rest] = centralEntry.options;
          const sent = first?.agents.map((agent) => ({ ...agent, state: 'sent' as const, appliedAt: null })) ?? [];
          const options = first === undefined ? [] : [{ ...first, agents: sent }, ...rest];
          core.world.configuration = [{ ...centralEntry, options }];
        },
      });
      const row = (name: string) => app.page.getByRole('listitem').filter({ hasText: name });

      await row('transaction_sample_rate')
        .getByText(/^sent at/)
        .waitFor();
      await row('sanitize_field_names')
        .getByText(/^received at/)
        .waitFor();
      await app.page.getByText('its tag came back at').waitFor();
    });

    test('offers the options of the agent alone, with their choices, and those that are not set yet', async () => {
      const { app } = await open('living', {
        path: SHOP,
        prepare: async (_, { core }) => {
          core.world.configuration = [centralEntry];
        },
      });

      await app.button('Set an option').click();

      const dialog = app.dialog('Set an option');
      const offered = await dialog.getByLabel('Option').locator('option').allInnerTexts();
      expect(offered).toContain('transaction_max_spans');
      expect(offered).not.toContain('transaction_sample_rate');
      expect(offered).not.toContain('recording');
      await dialog.getByLabel('Option').selectOption('capture_body');
      expect(await dialog.getByLabel('Value').locator('option').allInnerTexts()).toEqual([
        'Choose one',
        'off',
        'errors',
        'transactions',
        'all',
      ]);
      expect(await dialog.getByRole('button', { name: 'Set it' }).isDisabled()).toBe(true);
      await dialog.getByLabel('Value').selectOption('errors');
      await dialog.getByRole('button', { name: 'Set it' }).click();
      await app.page.getByRole('listitem').filter({ hasText: 'capture_body' }).getByText('errors').waitFor();
    });

    test('that is set for every service is not taken away here; a change makes it the service’s own and brings the rest along', async () => {
      const { ui, app } = await open('living', {
        path: SHOP,
        prepare: async (_, { core }) => {
          core.world.configuration = [{ ...centralEntry, service: null, environment: null }];
        },
      });
      await app.page.getByText('Set for every service. What you change here is then set for shop-web alone.').waitFor();
      expect(await app.page.getByRole('button', { name: /^Remove / }).count()).toBe(0);

      await app.button('Change transaction_sample_rate').click();
      const dialog = app.dialog('Change transaction_sample_rate');
      await dialog.getByText('1 setting that it has now comes along').waitFor();
      await dialog.getByLabel('Value').fill('1');
      await dialog.getByLabel('In every environment').check();
      await dialog.getByRole('button', { name: 'Set it' }).click();

      await app.page.getByText('Set for shop-web in every environment.').waitFor();
      expect(ui.core.world.configuration[0]).toMatchObject({
        service: 'shop-web',
        environment: null,
        settings: { ...centralEntry.settings, transaction_sample_rate: '1' },
      });
    });

    test('says "applied" for an agent that confirms only what it took', async () => {
      const { app } = await open('living', {
        path: '/service/shop-api',
        prepare: async (_, { core }) => {
          const agents = centralEntry.agents.map((agent) => ({ ...agent, service: 'shop-api', environment: '' }));
          core.world.configuration = [
            reachedBy({ ...centralEntry, service: failing.service, environment: null }, agents),
          ];
        },
      });

      await app.page.getByText('applied at 24 Nov').first().waitFor();
      await app.page.getByText('confirms settings once it has taken all of them').waitFor();
    });

    test.each([
      { width: 1280, height: 800 },
      { width: 900, height: 600 },
    ])('fits into $width pixels in both themes, with its dialog', async (size) => {
      const { ui, app } = await open('living', {
        path: SHOP,
        prepare: async (_, { core }) => {
          core.world.configuration = [centralEntry];
        },
      });
      await app.page.setViewportSize(size);
      const dialog = app.dialog('Set an option');

      for (const theme of ['light', 'dark'] as const) {
        const photo = (name: string): Promise<Buffer> =>
          app.page.screenshot({ path: join(FOLDER, `${name}-${theme}-${size.width}.png`), animations: 'disabled' });
        ui.core.world.settings = { ...ui.core.world.settings, theme };
        ui.core.push({ topic: 'changed', what: ['settings'] });
        await app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
        await app.heading('Last events').scrollIntoViewIfNeeded();
        await photo('central');
        await app.button('Set an option').press('Enter');
        await dialog.getByLabel('Option').selectOption('exit_span_min_duration');
        await photo('central-dialog');
        expect(await app.axe()).toEqual([]);
        await app.page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
      expect(app.complaints.console).toEqual([]);
      expect(app.complaints.csp).toEqual([]);
    });
  },
);

const asking = {
  service: 'shop-web',
  environment: 'development',
  sentAt: ago(2),
  lastAskedAt: ago(1),
};
