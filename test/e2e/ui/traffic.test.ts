import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { okAttempt } from '../../support/fake-ui-traffic.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
mkdirSync(FOLDER, { recursive: true });

describe.skipIf(whyNoBrowser !== null)(`Traffic${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();
  const newAttempt = { ...okAttempt, id: 'att-new', service: 'just-now', at: '2026-11-24T12:04:29.900Z' };

  test('holds hundreds of attempts with a few rows in the page', async () => {
    const { app } = await open('living', { path: '/traffic' });
    const rows = app.page.getByRole('list', { name: 'Attempts' }).getByRole('listitem');
    await rows.first().waitFor();

    expect(await rows.count()).toBeLessThan(40);
    expect(await rows.first().getAttribute('aria-setsize')).toBe('402');
  });

  test('shows an attempt as it comes', async () => {
    const { ui, app } = await open('living', { path: '/traffic' });
    await app.link('shop-web').first().waitFor();

    ui.core.record(newAttempt);

    await app.link('just-now').waitFor();
  });

  test('counts quietly what came faster than the page takes it, and asks for its list anew', async () => {
    const { ui, app } = await open('living', { path: '/traffic' });
    await app.link('shop-web').first().waitFor();
    const asked = (): number => ui.core.calls.filter((name) => name === 'attempt.list').length;
    const before = asked();
    expect(await app.page.getByText('faster than this page').count()).toBe(0);

    ui.core.push({ topic: 'missed', attempts: 1, events: 1_200 });
    await app.page.getByText('1 attempt and 1,200 events came faster than this page shows them.').waitFor();
    ui.core.push({ topic: 'missed', attempts: 2, events: 0 });
    await app.page.getByText('3 attempts and 1,200 events came faster than this page shows them.').waitFor();

    await expect.poll(asked).toBeGreaterThan(before);
    expect(await app.axe()).toEqual([]);
    await app.page.screenshot({ path: join(FOLDER, 'traffic-missed-light-1280.png'), animations: 'disabled' });
  });

  test('stands still while paused, counts what is new, and goes on', async () => {
    const { ui, app } = await open('living', { path: '/traffic' });
    await app.link('shop-web').first().waitFor();

    await app.button('Pause').click();
    ui.core.record(newAttempt);
    await app.button('Go on with 1 new attempt').waitFor();
    expect(await app.link('just-now').count()).toBe(0);

    await app.button('Go on with 1 new attempt').click();
    await app.link('just-now').waitFor();
  });

  test('keeps its filters in the address; Back from an attempt returns to them', async () => {
    const { app } = await open('living', { path: '/traffic' });
    await app.field('Outcome').selectOption('Failed');
    await app.field('Text').fill('flask');
    await app.page.waitForURL((url) => url.search === '?outcome=failed&text=flask');
    await app.link('shop-web').first().waitFor({ state: 'detached' });

    await app.link('shop-api').first().click();
    await app.heading('shop-api did not get through').waitFor();
    await app.page.goBack();

    await app.heading('Traffic').waitFor();
    expect(await app.field('Outcome').inputValue()).toBe('failed');
    expect(await app.field('Text').inputValue()).toBe('flask');
  });

  test('is walked with the arrow keys from one tab stop', async () => {
    const { app } = await open('living', { path: '/traffic' });
    const focusedPlace = (): Promise<string | undefined> =>
      app.page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset.place);
    const links = app.page.getByRole('list', { name: 'Attempts' }).getByRole('link');
    await links.first().waitFor();
    expect(await links.and(app.page.locator('[tabindex="0"]')).count()).toBe(1);

    await links.first().focus();
    await app.page.keyboard.press('ArrowDown');
    await expect.poll(focusedPlace).toBe('1');
    await app.page.keyboard.press('End');
    await expect.poll(focusedPlace).toBe('401');
    await app.page.keyboard.press('Home');
    await expect.poll(focusedPlace).toBe('0');
    await app.page.keyboard.press('Enter');

    await app.heading('shop-web connected').waitFor();
  });

  test('offers a way out of filters that match nothing', async () => {
    const { app } = await open('living', { path: '/traffic?text=nothing-like-this' });

    await app.button('Show all attempts').click();

    await app.link('shop-web').first().waitFor();
  });
});
