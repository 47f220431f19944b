import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fail } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { fakeUiCore } from '../../support/fake-ui-core.ts';
import { noKeyring } from '../../support/fake-ui-data.ts';
import { firstRunPage } from '../pages/first-run.ts';
import { useScenes } from './open-scene.ts';

describe.skipIf(whyNoBrowser !== null)(`the first run${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('says what will be made, makes it in one click, and says how long each took', async () => {
    const { app } = await open('first-run');
    const home = firstRunPage(app);

    expect(await home.row('Authority').innerText()).toContain('May sign only for localhost, names that end in .test');
    expect(await home.row('Certificate').innerText()).toContain('localhost, this-laptop, 127.0.0.1, ::1');
    expect(await home.row('Secret token').innerText()).toContain('Kept in GNOME keyring');

    await home.click();

    expect(await home.row('Authority').innerText()).toMatch(/A4:1F:09:C2 … 1B:84 · 3,649 days left\s+4 ms/);
    expect(await home.row('Certificate').innerText()).toMatch(/395 days left\s+2 ms/);
    expect(await home.row('Secret token').innerText()).toMatch(/••••••••[\s\S]+<1 ms/);
    await home.listens.getByText('Listening on https://localhost:8200', { exact: true }).waitFor();
    await app.page.screenshot({ path: join(import.meta.dirname, '..', 'screens', 'first-run-made-light-1280.png') });
    expect(await app.axe()).toEqual([]);
  });

  test('waits for the answer of the click where the core is secure before its endpoint listens', async () => {
    const { ui, app } = await open('first-run');
    const home = firstRunPage(app);
    const other = fakeUiCore('first-run');
    const listening = Promise.withResolvers<void>();
    ui.core.answer('init.run', async (input) => {
      const made = await other.handlers['init.run'](input);
      ui.core.world.status = other.world.status;
      ui.core.push({ topic: 'changed', what: ['status'] });
      await listening.promise;
      return made;
    });

    await home.makeItSecure.click();
    await app.page.getByRole('banner').getByText('Secrets: GNOME keyring').waitFor();
    expect(await app.button('Making it secure…').isVisible()).toBe(true);
    listening.resolve();

    await home.connectAnAgent.waitFor();
    expect(await home.row('Authority').innerText()).toContain('A4:1F:09:C2');
  });

  test('counts in a name that was typed and not added', async () => {
    const { app } = await open('first-run');
    const home = firstRunPage(app);

    await app.button('Edit names').click();
    await app.field('Another name or address').fill('api.test');
    await home.click();

    expect(await home.row('Certificate').innerText()).toContain('::1, api.test');
  });

  test('keeps what was made in view until the person moves on, and shows the living Home after a reload', async () => {
    const { app } = await open('first-run');
    await firstRunPage(app).click();

    await app.page.reload();

    await app.heading('Your endpoint is ready').waitFor();
    await app.page.getByText('No service yet', { exact: true }).waitFor();
  });

  test('goes by keyboard alone from the link to the lines to paste', async () => {
    const { app } = await open('first-run');
    const { keyboard } = app.page;
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        await keyboard.press('Tab');
        if ((await app.page.evaluate(focusedName)) === name) return;
      }
      throw new Error(`no tab stop is called "${name}"`);
    };

    await tabTo('Make it secure');
    await keyboard.press('Enter');
    await firstRunPage(app).connectAnAgent.waitFor();
    expect(await app.page.evaluate(focusedName)).toBe('Connect an agent');

    await keyboard.press('Enter');
    await app.heading('Connect an agent').waitFor();
    await expect.poll(() => app.page.evaluate(focusedName)).toBe('Connect an agent');

    await tabTo('Python');
    await keyboard.press('Enter');
    await app.heading('Connect a Python service').waitFor();
    await tabTo('Copy (Set these in the shell that starts the application)');
    await keyboard.press('Enter');
    await app.said().getByText('The secret leaves the clipboard in 60 seconds.').waitFor();
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toContain('ELASTIC_APM_SECRET_TOKEN=sw_');
  });

  test('has its tab stops in reading order', async () => {
    const { app } = await open('first-run');
    await firstRunPage(app).listens.waitFor();
    const stops: string[] = [];

    for (;;) {
      await app.page.keyboard.press('Tab');
      const name = await app.page.evaluate(focusedName);
      if (name === '' || name === stops[0]) break;
      stops.push(name);
    }

    expect(stops).toEqual([
      'Skip to content',
      'Home',
      'Connect',
      'Traffic',
      'Certificates',
      'Tokens',
      'Trust',
      'Hand over',
      'Activity',
      'Settings',
      'Find anything Ctrl K',
      'Authority',
      'Certificate',
      'Edit names',
      'Secret token',
      'Change where secrets live',
      'Make it secure',
    ]);
  });

  test('covers the names that the person chose, each with the reason it is there', async () => {
    const { app } = await open('first-run');
    const home = firstRunPage(app);

    await app.button('Edit names').click();
    expect(await home.row('Certificate').innerText()).toContain('the name of this machine');
    await app.button('Remove this-laptop').click();
    await app.field('Another name or address').fill('api.test');
    await app.page.keyboard.press('Enter');
    await app.button('Done').click();
    await expect.poll(() => app.page.evaluate(focusedName)).toBe('Edit names');
    await home.click();

    expect(await home.row('Certificate').innerText()).toContain('localhost, 127.0.0.1, ::1, api.test');
  });

  test('offers the next free port where its own is taken', async () => {
    const { app } = await open('first-run', {
      prepare: async (_, { core }) => {
        const portProblem = { message: 'Port 8200 is taken by apm-server.', fix: 'Use the next.', nextFree: 8201 };
        core.world.plan = { ...core.world.plan, portProblem };
      },
    });

    const home = firstRunPage(app);
    await app.button('Use port 8201').click();
    await home.listens.getByText('Listens on https://localhost:8201', { exact: true }).waitFor();
    await home.click();

    await home.listens.getByText('Listening on https://localhost:8201', { exact: true }).waitFor();
  });

  test('asks where secrets live before it makes anything, and refuses two different passphrases', async () => {
    const { ui, app } = await open('first-run', {
      prepare: async (_, { core }) => {
        core.world.plan = { ...core.world.plan, vault: noKeyring };
      },
    });
    const home = firstRunPage(app);

    expect(await app.page.getByRole('radio', { name: 'System keychain' }).isDisabled()).toBe(true);
    await app.page.getByLabel('Passphrase', { exact: true }).fill('correct horse');
    await app.field('The same again').fill('battery staple');
    await home.makeItSecure.click();
    await app.page.getByText('The two entries differ.').waitFor();
    expect(ui.core.calls).not.toContain('init.run');

    await app.field('The same again').fill('correct horse');
    await home.click();

    await home.row('Secret token').getByText('Kept in A file with a passphrase', { exact: true }).waitFor();
    expect(await app.holds('correct horse')).toBe(false);
  });

  test('leaves everything as it was where the click fails, and says why and what to do', async () => {
    const { ui, app } = await open('first-run');
    ui.core.answer('init.run', async () => {
      throw fail('VAULT_REFUSED', {
        vault: 'GNOME keyring',
        action: 'keep the token',
        why: 'it is locked',
        fix: 'Unlock it and try again.',
      });
    });

    await firstRunPage(app).makeItSecure.click();

    const problem = app.page.getByRole('main').getByRole('alert');
    await problem.getByText('The GNOME keyring refused to keep the token: it is locked.', { exact: true }).waitFor();
    await problem.getByText('Unlock it and try again.', { exact: true }).waitFor();
    expect(await firstRunPage(app).makeItSecure.isVisible()).toBe(true);
  });
});

/** The accessible name of what has the focus, near enough: its label, else its text. */
function focusedName(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  return (element.getAttribute('aria-label') ?? element.textContent ?? '')
    .replace(/\s+/g, ' ')
    .replace(/anythingCtrl/, 'anything Ctrl')
    .trim();
}
