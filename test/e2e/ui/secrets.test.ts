import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { UI_TOKEN } from '../../support/fake-ui-data.ts';
import { useScenes } from './open-scene.ts';

const PLACES = [
  '/',
  '/connect/python',
  '/service/shop-web',
  '/traffic',
  '/attempt/att-7',
  '/certificates',
  '/tokens',
  '/activity',
  '/settings',
];

describe.skipIf(whyNoBrowser !== null)(`secrets${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test.each(PLACES)('are not in the page at %s, nor asked for', async (path) => {
    const { ui, app } = await open('living', { path });
    await app.page.locator('[data-page-heading]').waitFor();

    expect(await app.holds(UI_TOKEN)).toBe(false);
    expect(ui.core.calls).not.toContain('token.show');
  });

  test('are shown for ten seconds and then are gone from the page', async () => {
    const { app } = await open('living', { path: '/tokens', isClockRunning: true });

    await app.button('Show the secret token for 10 seconds').click();
    await app.page.getByRole('main').getByText(UI_TOKEN, { exact: true }).waitFor();
    await app.page.clock.fastForward(9_000);
    expect(await app.holds(UI_TOKEN)).toBe(true);
    await app.page.clock.fastForward(1_500);

    await app.page.getByRole('main').getByText(UI_TOKEN, { exact: true }).waitFor({ state: 'detached' });
    expect(await app.holds(UI_TOKEN)).toBe(false);
  });

  test('leave the clipboard after a minute', async () => {
    const { app } = await open('living', { path: '/tokens', isClockRunning: true });
    const clipboard = (): Promise<string> => app.page.evaluate(() => navigator.clipboard.readText());

    await app.button('Copy the secret token').click();
    await app.said().getByText('The secret leaves the clipboard in 60 seconds.').waitFor();
    expect(await clipboard()).toBe(UI_TOKEN);
    await app.page.clock.fastForward(61_000);

    await expect.poll(clipboard).toBe('');
  });

  test('leave alone what was copied after them', async () => {
    const { app } = await open('living', { path: '/tokens', isClockRunning: true });
    await app.button('Copy the secret token').click();
    await app.said().getByText('The secret leaves the clipboard in 60 seconds.').waitFor();

    await app.page.evaluate(() => navigator.clipboard.writeText('my own text'));
    await app.page.clock.fastForward(61_000);
    // A read of our own that comes after the page's shows that its turn is over.
    await app.button('Show the secret token for 10 seconds').click();
    await app.page.getByRole('main').getByText(UI_TOKEN, { exact: true }).waitFor();

    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('my own text');
  });

  test('say so where the browser does not let them be cleared', async () => {
    const { app } = await open('living', {
      path: '/tokens',
      prepare: async (page) => {
        await page.addInitScript(() => {
          navigator.permissions.query = async () => {
            throw new TypeError('not a permission of this browser');
          };
        });
      },
    });

    await app.button('Copy the secret token').click();

    await app.said().getByText('This browser does not let Sealwire clear the clipboard').waitFor();
  });

  test('are not said to be copied where they could not be had', async () => {
    const { ui, app } = await open('living', { path: '/tokens' });
    ui.core.answer('token.show', async () => {
      throw new Error('the keyring is locked');
    });

    await app.button('Copy the secret token').click();

    await app.said().getByText('Nothing was copied').waitFor();
  });
});
