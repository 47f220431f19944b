import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fail } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { keyring, UI_TOKEN } from '../../support/fake-ui-data.ts';
import { useScenes } from './open-scene.ts';

describe.skipIf(whyNoBrowser !== null)(`actions${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('the palette finds screens, agents, services and actions, and runs them by keyboard', async () => {
    const { app } = await open('living');
    await app.heading('Your endpoint is ready').waitFor();

    await app.page.keyboard.press('Control+k');
    await app.page.getByRole('option', { name: 'Connect Python' }).waitFor();
    await app.page.screenshot({ path: join(import.meta.dirname, '..', 'screens', 'palette-light-1280.png') });
    expect(await app.axe()).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.dialog('Command palette').waitFor({ state: 'detached' });

    await app.command('shop-api');
    await app.heading('shop-api').waitFor();
    await app.command('dark theme');
    await app.page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await app.command('stop the endpoint');
    await app.page.getByRole('banner').getByText('Endpoint stopped', { exact: true }).waitFor();
  });

  test('a test transaction shows the rungs it climbed', async () => {
    const { app } = await open('empty');

    await app.button('Send a test transaction').click();

    await app.heading('Test transaction').waitFor();
    expect(await app.page.locator('[data-step][data-state="ok"]').count()).toBe(6);
  });

  test('a certificate is issued for the names in the dialog and is in use at once', async () => {
    const { app } = await open('living', { path: '/certificates' });

    await app.button('Issue certificate').click();
    const dialog = app.dialog('Issue a certificate');
    await dialog.getByLabel('Another name or address').fill('api.test');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByRole('checkbox', { name: /^this-laptop/ }).uncheck();
    await dialog.getByRole('button', { name: 'Issue certificate' }).click();

    await app.said().getByText('The new certificate is in use.').waitFor();
    await app.page.getByRole('main').getByText('localhost, 127.0.0.1, ::1, api.test').waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  test('a name that was typed and not added is in the certificate as well', async () => {
    const { app } = await open('living', { path: '/certificates?do=issue' });
    const dialog = app.dialog('Issue a certificate');

    await dialog.getByLabel('Another name or address').fill('api.test');
    await dialog.getByRole('button', { name: 'Issue certificate' }).click();

    const first = app.page.getByRole('main').getByRole('listitem').filter({ hasText: 'in use' });
    await first.getByText('localhost, this-laptop, 127.0.0.1, ::1 and 1 more').click();
    await first.getByText('localhost, this-laptop, 127.0.0.1, ::1, api.test').waitFor();
  });

  test('the palette copies the address and the token, and opens what asks before it acts', async () => {
    const { app } = await open('living');
    const clipboard = (): Promise<string> => app.page.evaluate(() => navigator.clipboard.readText());
    await app.heading('Your endpoint is ready').waitFor();

    await app.command('copy endpoint address');
    await app.said().getByText('Copied the endpoint address.').waitFor();
    expect(await clipboard()).toBe('https://localhost:8200');
    await app.command('copy token');
    await app.said().getByText('The secret leaves the clipboard in 60 seconds.').waitFor();
    expect(await clipboard()).toBe(UI_TOKEN);
    expect(await app.holds(UI_TOKEN)).toBe(false);

    await app.command('purge');
    await app.dialog('Purge all events').waitFor();
    await app.page.goBack();
    await app.dialog('Purge all events').waitFor({ state: 'detached' });
    await app.command('move secrets');
    await app.button('Move secrets there').waitFor();
    await app.command('diagnostics');
    await app.button('Save sealwire-diagnostics.json').waitFor();
    await app.command('remove everything');
    await app.dialog('Remove everything').waitFor();
  });

  test('Home has one next thing: to start the endpoint where it is stopped', async () => {
    const { app } = await open('living', {
      prepare: async (_, { core }) => {
        await core.handlers['endpoint.stop']({});
      },
    });
    const primary = (): Promise<string[]> => app.page.locator('main [class*="primary"]').allInnerTexts();
    await app.heading('Your endpoint is not listening').waitFor();
    expect(await primary()).toEqual(['Start endpoint']);

    await app.button('Start endpoint').click();

    await app.heading('Your endpoint is ready').waitFor();
    expect(await primary()).toEqual(['Connect an agent']);
  });

  test('Back closes a dialog that the address names', async () => {
    const { app } = await open('living', { path: '/certificates' });
    await app.button('Issue certificate').click();
    await app.dialog('Issue a certificate').waitFor();

    await app.page.goBack();

    await app.dialog('Issue a certificate').waitFor({ state: 'detached' });
  });

  test('rotating says whom it concerns; the old token stays until it is retired', async () => {
    const { app } = await open('living', { path: '/tokens' });

    await app.button('Rotate').click();
    const dialog = app.dialog('Rotate the secret token');
    expect(await dialog.innerText()).toContain('shop-web uses the present token.');
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    await app.heading('Retiring token').waitFor();
    expect(await app.page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Active token',
      'Retiring token',
    ]);

    await app.button('Retire').click();
    expect(await app.dialog('Retire this token').innerText()).toContain(
      'shop-web still uses it and cannot report any more',
    );
    await app.dialog('Retire this token').getByRole('button', { name: 'Retire all the same' }).click();

    await app.heading('Retiring token').waitFor({ state: 'detached' });
  });

  test('removing everything shows the plan and waits for the typed word', async () => {
    const { ui, app } = await open('living', { path: '/settings' });
    await app.button('Remove everything').click();
    const dialog = app.dialog('Remove everything');
    const remove = dialog.getByRole('button', { name: 'Remove everything' });
    await dialog.getByText('The secret token in GNOME keyring').waitFor();

    expect(await remove.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('delete');
    expect(await remove.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('remove');
    await remove.click();

    await app.heading('Everything is removed').waitFor();
    expect(ui.core.calls.filter((name) => name === 'app.remove')).toHaveLength(2);
  });

  test('the diagnostics bundle is shown before it is saved', async () => {
    const { app } = await open('living', { path: '/settings' });

    await app.button('Show diagnostics bundle').click();
    await app.page.getByText('"version": "0.1.0"').waitFor();
    const download = app.page.waitForEvent('download');
    await app.button('Save sealwire-diagnostics.json').click();

    expect((await download).suggestedFilename()).toBe('sealwire-diagnostics.json');
  });

  test('settings are refused where they cannot be, and listened on where they can', async () => {
    const { app } = await open('living', { path: '/settings' });
    await app.field('Port').fill('70000');
    await app.page.getByText('Type a number from 0 to 65535.').waitFor();

    await app.field('Port').fill('9200');
    await app.field('Further addresses').fill('172.17.0.1');
    await app.page.getByText('Everyone who can reach 172.17.0.1').waitFor();
    await app.button('Save and listen there').click();

    await app.said().getByText('The endpoint listens on https://localhost:9200.').waitFor();
  });

  test('a port that is taken is said where it was typed, also after what was saved has come back', async () => {
    const { ui, app } = await open('living', { path: '/settings' });
    const isBack = new Promise<void>((resolve) => {
      ui.core.answer('settings.get', async () => {
        if (ui.core.world.settings.endpoint.port === 9200) resolve();
        return ui.core.world.settings;
      });
    });
    ui.core.answer('endpoint.start', async ({ port = 0 }) => {
      await isBack;
      throw fail('PORT_TAKEN', { port, address: '127.0.0.1', owner: 'apm-server (process 812)', next: 9201 });
    });

    await app.field('Port').fill('9200');
    await app.button('Save and listen there').click();

    await app.page.getByText('Port 9200 on 127.0.0.1 is taken by apm-server (process 812)').waitFor();
    expect(await app.field('Port').inputValue()).toBe('9200');
  });

  test('a locked vault opens with its passphrase, which stays out of the page', async () => {
    const { app } = await open('empty', {
      prepare: async (_, { core }) => {
        const vault = { ...keyring, kind: 'passphrase', label: 'A file with a passphrase', state: 'locked' as const };
        core.world.status = { ...core.world.status, vault };
      },
    });
    const passphrase = app.field('Passphrase');

    await passphrase.fill('wrong');
    await app.page.keyboard.press('Enter');
    await app.page.getByText('That passphrase does not open the vault file.').waitFor();
    await passphrase.fill('correct horse');
    await app.page.keyboard.press('Enter');

    await app.heading('Your endpoint is ready').waitFor();
    expect(await app.holds('correct horse')).toBe(false);
  });

  test('a service can be forgotten', async () => {
    const { app } = await open('living', { path: '/service/shop-web' });

    await app.button('Forget').click();

    await app.heading('Your endpoint is ready').waitFor();
    await app.link('shop-web').waitFor({ state: 'detached' });
  });
});
