import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { reporting } from '../../support/fake-ui-data.ts';
import { openSealwire } from '../pages/sealwire.ts';
import { useScenes } from './open-scene.ts';

describe.skipIf(whyNoBrowser !== null)(`the link${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('leaves no code in the address and holds over a reload', async () => {
    const { app } = await open('living', { path: '/traffic?outcome=failed' });
    expect(new URL(app.page.url()).hash).toBe('');

    await app.page.reload();

    await app.heading('Traffic').waitFor();
    expect(await app.field('Outcome').inputValue()).toBe('failed');
  });

  test('does not work twice, and the page says how to get another', async () => {
    const { ui, app } = await open('living');
    const link = ui.newLink();
    const first = await openSealwire(app.page.context(), link);
    await first.heading('Your endpoint is ready').waitFor();

    const second = await openSealwire(app.page.context(), link);

    await second.heading('This tab needs a new link').waitFor();
    await second.page.getByText('sealwire open', { exact: true }).waitFor();
    expect(await second.axe()).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });

  test('can be pasted into a tab that lost its session', async () => {
    const { ui, app } = await open('living');
    const tab = await openSealwire(app.page.context(), `${new URL(ui.newLink()).origin}/#used-before`);
    await tab.heading('This tab needs a new link').waitFor();

    await tab.page.goto(ui.newLink());

    await tab.heading('Your endpoint is ready').waitFor();
    await tab.close();
  });

  test('says calmly that the connection is lost, recovers by itself and asks for everything again', async () => {
    const { ui, app } = await open('empty', {
      prepare: async (page) => page.route('**/pushes', (route) => route.abort()),
    });
    await app.page.getByRole('alert').getByText('The connection to Sealwire is lost.').waitFor();
    await app.page.getByRole('banner').getByText('Not connected to Sealwire', { exact: true }).waitFor();
    expect(await app.heading().innerText()).toBe('Your endpoint, as last seen');
    expect(await app.page.getByRole('main').locator('[class*="primary"]').count()).toBe(0);
    ui.core.world.status = { ...ui.core.world.status, services: [reporting] };

    await app.page.unroute('**/pushes');

    await app.page.getByRole('alert').getByText('The connection to Sealwire is lost.').waitFor({ state: 'detached' });
    await app.link('shop-web').waitFor();
  });

  test('shows that Sealwire was stopped, with what it last said', async () => {
    const { ui, app } = await open('living');
    const stopped = app.page
      .getByRole('alert')
      .getByText('Sealwire was stopped. What you see is what it last said.', { exact: true });

    ui.core.push({ topic: 'stopping' });
    await stopped.waitFor();
    await ui.close();

    await app.page.getByRole('banner').getByText('Not connected to Sealwire', { exact: true }).waitFor();
    expect(await stopped.isVisible()).toBe(true);
    expect(await app.link('shop-web').isVisible()).toBe(true);
  });
});
