import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
mkdirSync(FOLDER, { recursive: true });
const SHOP = '/service/shop-web?environment=development';

describe.skipIf(whyNoBrowser !== null)(`the canary${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('is let out with consent, waits, and says that verification is off with its cure, also on Home', async () => {
    const { ui, app } = await open('living', { path: SHOP });
    const { page } = app;
    await page.setViewportSize({ width: 1280, height: 800 });
    const photograph = async (name: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) });
      }
    };

    await app.button('Does it verify?').click();
    const dialog = app.dialog('Does it verify?');
    await dialog.getByText('That one connection fails either way.').waitFor();
    expect(ui.core.world.answerCanary).toBeNull();
    expect(await app.axe()).toEqual([]);
    await photograph('canary-consent');

    await dialog.getByRole('button', { name: 'Let one connection fail' }).press('Enter');
    await dialog.getByText('Waiting for it, a minute and a half at the most.').waitFor();
    await expect.poll(() => ui.core.world.answerCanary).not.toBeNull();
    ui.core.world.answerCanary?.('off');
    await dialog.getByText('shop-web does not verify').waitFor();
    await dialog.getByText('ELASTIC_APM_VERIFY_SERVER_CERT=true').waitFor();
    expect(await app.axe()).toEqual([]);
    await photograph('canary-off');

    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.locator('[data-failure="VERIFICATION_OFF"]').waitFor();
    await page.getByText('no: verification is switched off, by the canary of').waitFor();
    expect(await app.axe()).toEqual([]);
    await photograph('canary-service');
    await page.goto(new URL('/', page.url()).href);
    await page
      .getByRole('list', { name: 'Needs your attention' })
      .getByRole('heading', { name: 'shop-web does not verify the certificate' })
      .waitFor();
    await photograph('canary-home');
  });

  test('is called off by leaving while it waits', async () => {
    const { ui, app } = await open('living', { path: SHOP });
    await app.button('Does it verify?').click();
    const dialog = app.dialog('Does it verify?');
    await dialog.getByRole('button', { name: 'Let one connection fail' }).click();
    await expect.poll(() => ui.core.world.answerCanary).not.toBeNull();

    await dialog.getByRole('button', { name: 'Call it off' }).click();

    await expect.poll(() => ui.core.calls.includes('attempt.recall')).toBe(true);
    expect(await dialog.count()).toBe(0);
  });

  test('says that an agent verifies, and changes nothing else', async () => {
    const { ui, app } = await open('living', { path: SHOP });
    await app.button('Does it verify?').click();
    const dialog = app.dialog('Does it verify?');
    await dialog.getByRole('button', { name: 'Let one connection fail' }).click();
    await expect.poll(() => ui.core.world.answerCanary).not.toBeNull();
    ui.core.world.answerCanary?.('verified');

    await dialog.getByText('it turned the certificate down with the alert unknown_ca').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();

    await app.page.getByText('yes, by the canary of').waitFor();
    expect(await app.page.locator('[data-failure]').count()).toBe(0);
  });
});
