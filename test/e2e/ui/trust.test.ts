import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fail } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { trustResult, trustStep } from '../../support/fake-data.ts';
import { containersStore } from '../../support/fake-ui-trust.ts';
import type { SealwirePage } from '../pages/sealwire.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
mkdirSync(FOLDER, { recursive: true });

const PLAN = 'Trust your authority on this machine';
const row = ({ page }: SealwirePage, id: string) => page.locator(`[data-store="${id}"]`);

describe.skipIf(whyNoBrowser !== null)(`trust${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('begins with what needs no store, and shows each store with what is known of it', async () => {
    const { app } = await open('living', { path: '/trust' });

    await app.heading('Your agents need no trust store').waitFor();
    await app.page.getByText('Which setting each agent has').click();
    await app.page.getByText('used by shop-web').waitFor();
    await app.page.getByText('3 of 7 stores hold your authority; 1 verified by a real handshake.').waitFor();
    expect(await row(app, 'chromium').innerText()).toContain('Chromium 156.0.7000.1 finished a handshake · 4 h ago');
    expect(await row(app, 'java:/usr/lib/jvm/java-21').innerText()).toContain('refused');
    expect(await row(app, 'system').innerText()).toContain('needs admin');
    await row(app, 'android').getByText('Android emulator').click();
    await row(app, 'android').getByText('not on a real system of this kind').waitFor();
  });

  test('gives the commands of a store that it may not change in place, each with its copy', async () => {
    const { ui, app } = await open('living', { path: '/trust' });
    const system = row(app, 'system');

    await system.getByText('System store of Debian').click();
    await system.getByRole('button', { name: 'Copy (the commands for System store of Debian)' }).click();
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('sudo update-ca-certificates');
    ui.core.answer('trust.check', async () => {
      ui.core.world.trust = ui.core.world.trust.map((store) =>
        store.id === 'system' ? { ...store, state: 'installed', evidence: 'It is in the bundle now.' } : store,
      );
      ui.core.push({ topic: 'changed', what: ['trust'] });
      return { stores: [...ui.core.world.trust] };
    });
    await app.button('Check now: System store of Debian').click();

    await system.getByText('It is in the bundle now.').waitFor();
    expect(await app.axe()).toEqual([]);
  });

  test('an address that names a store opens it, with the focus there', async () => {
    const { app } = await open('living', { path: '/trust?store=chromium' });

    await row(app, 'chromium').getByText('It finished a handshake with localhost').waitFor();
    await app.page.waitForFunction(
      () => document.activeElement?.closest('[data-store]')?.getAttribute('data-store') === 'chromium',
    );
  });

  test('writes files for containers without a word of trust', async () => {
    const { app } = await open('living', {
      path: '/trust',
      prepare: async (_, { core }) => {
        core.world.trust = [...core.world.trust, containersStore];
      },
    });
    const containers = row(app, 'containers');
    expect(await containers.innerText()).toContain('no files');

    await app.button('Write files: Containers, by an override for Compose…').click();
    await app.button('Write the files').click();
    await app.dialog(PLAN).getByText('Start the project with both files:').waitFor();
    await app.button('Done').click();

    expect(await app.page.getByRole('main').innerText()).not.toMatch(/trusted by|[Tt]rust (in|it in) Containers/);
  });

  test('shows the lines to set for a variable, and copies them', async () => {
    const { app } = await open('living', { path: '/trust' });

    await row(app, 'env:node').getByText('Node.js, by NODE_EXTRA_CA_CERTS').click();
    await row(app, 'env:node').getByRole('button', { name: /^Copy/ }).click();

    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe(
      'export NODE_EXTRA_CA_CERTS=/home/ada/.local/share/sealwire/trust/default/env-node/ca.pem\n',
    );
  });

  test('says what is missing for a store, with the line that gets it', async () => {
    const { app } = await open('living', { path: '/trust' });
    const firefox = row(app, 'firefox:8x2k.default');

    await firefox.getByText('certutil is not installed').click();
    await firefox.getByRole('button', { name: 'Copy sudo apt install libnss3-tools' }).click();

    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('sudo apt install libnss3-tools');
    expect(await firefox.getByRole('button', { name: /^Trust|^Take back/ }).count()).toBe(0);
  });

  test('is planned, chosen, agreed to and made by keyboard alone', async () => {
    const { ui, app } = await open('living', { path: '/trust' });
    const { keyboard } = app.page;
    const dialog = app.dialog(PLAN);
    const tabTo = async (name: string): Promise<void> => {
      const focused = (): Promise<string> =>
        app.page.evaluate(() => {
          const at = document.activeElement;
          return at instanceof HTMLInputElement ? (at.labels?.[0]?.innerText ?? '') : (at?.textContent ?? '');
        });
      for (let press = 0; press < 40 && !(await focused()).startsWith(name); press += 1) await keyboard.press('Tab');
      expect(await focused()).toMatch(new RegExp(`^${name}`));
    };
    await row(app, 'system').waitFor();

    await app.command('trust on this machine');
    await dialog.getByRole('checkbox').first().waitFor();
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await app.field('Firefox, profile work').isChecked()).toBe(true);
    await tabTo('System store of Debian');
    await keyboard.press('Space');
    await tabTo('Commands and files');
    await keyboard.press('Enter');
    await dialog.getByText('/usr/local/share/ca-certificates/sealwire-abcd.crt is made').waitFor();
    expect(await app.axe()).toEqual([]);
    await tabTo('Trust in 2 stores');
    await keyboard.press('Enter');

    await dialog.getByText('1 store is done and 1 waits for commands that you run.').waitFor();
    await app.page.screenshot({ path: join(FOLDER, 'trust-made-light-1280.png'), animations: 'disabled' });
    expect(await app.axe()).toEqual([]);
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.textContent)).toBe('Done');
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await row(app, 'firefox:work').innerText()).toContain('verified');
    expect(ui.core.calls.filter((name) => name === 'trust.install')).toHaveLength(2);
    expect(app.complaints).toEqual({ console: [], csp: [] });
  });

  test('is agreed to as it was seen, store by store', async () => {
    const { ui, app } = await open('living', { path: '/trust?do=install' });
    const asked: unknown[] = [];
    ui.core.answer('trust.install', async (input) => {
      asked.push(input);
      return { results: [{ ...trustResult, store: input.stores[0] ?? '', outcome: 'done', fix: null, commands: [] }] };
    });

    await app.field('Android emulator').check();
    await app.button('Trust in 2 stores').click();
    await app.button('Done').waitFor();

    expect(asked).toEqual([
      { stores: ['firefox:work'], agreed: true, seen: { 'firefox:work': 'seen firefox:work' } },
      { stores: ['android'], agreed: true, seen: { android: 'seen android' } },
    ]);
  });

  test('gives the commands for what it may not change, and looks whether they have worked', async () => {
    const { ui, app } = await open('living', { path: '/trust?do=install&store=system' });

    await app.button('Show the commands to run').click();
    await app.page.getByText('for you to run').waitFor();
    await app.dialog(PLAN).getByRole('button', { name: /^Copy/ }).click();
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('sudo update-ca-certificates');
    ui.core.world.trust = ui.core.world.trust.map((store) =>
      store.id === 'system' ? { ...store, state: 'installed', evidence: 'It is in the bundle now.' } : store,
    );
    await app.button('Check now: System store of Debian').click();

    await app.dialog(PLAN).getByText('It is in the bundle now.').waitFor();
  });

  test('shows which store is under way, and stops before the next when asked to', async () => {
    const { ui, app } = await open('living', { path: '/trust?do=install' });
    let finish = (): void => undefined;
    const isFinished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    ui.core.answer('trust.install', async ({ stores }) => {
      await isFinished;
      return { results: [{ ...trustResult, store: stores[0] ?? '', outcome: 'done', said: 'It is in.', fix: null }] };
    });

    await app.field('Android emulator').check();
    await app.button('Trust in 2 stores').click();
    await app.page.getByText('Store 1 of 2: Firefox, profile work').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.button('Stop after this store').click();
    await app.button('Stopping after this store…').waitFor();
    finish();

    await app.page.getByText('1 store is done and 1 was not begun.').waitFor();
    await app.page.getByText('Not begun, nothing was changed.').waitFor();
    expect(ui.core.calls.filter((name) => name === 'trust.install')).toHaveLength(1);
  });

  test('a dialog that is closed meanwhile begins no other store, and what was done is said', async () => {
    const { ui, app } = await open('living', { path: '/trust?do=install' });
    let finish = (): void => undefined;
    const isFinished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    ui.core.answer('trust.install', async ({ stores }) => {
      await isFinished;
      return { results: [{ ...trustResult, store: stores[0] ?? '', outcome: 'done', said: 'It is in.', fix: null }] };
    });

    await app.field('Android emulator').check();
    await app.button('Trust in 2 stores').click();
    await app.page.getByText('Store 1 of 2: Firefox, profile work').waitFor();
    await app.page.keyboard.press('Escape');
    await app.dialog(PLAN).waitFor({ state: 'detached' });
    finish();

    await app.said().getByText('1 store is done and 1 was not begun.').waitFor();
    expect(ui.core.calls.filter((name) => name === 'trust.install')).toHaveLength(1);
  });

  test('one store that fails stops no other, and says what mends it', async () => {
    const { ui, app } = await open('living', { path: '/trust?do=install' });
    ui.core.answer('trust.install', async ({ stores }) => ({
      results: [
        stores[0] === 'firefox:work'
          ? {
              ...trustResult,
              store: 'firefox:work',
              outcome: 'failed',
              said: 'Firefox holds its database locked.',
              fix: 'Close the browser and try again.',
              commands: [],
            }
          : { ...trustResult, store: stores[0] ?? '', outcome: 'done', said: 'It is in.', fix: null, commands: [] },
      ],
    }));

    await app.field('Android emulator').check();
    await app.button('Trust in 2 stores').click();

    await app.page.getByText('1 store is done and 1 has failed.').waitFor();
    await app.page.getByText('Close the browser and try again.').waitFor();
    await app.page.getByText('It is in.').waitFor();
    expect(await app.axe()).toEqual([]);
  });

  test('a call that fails ends the run, since the next would fail as well', async () => {
    const { ui, app } = await open('living', { path: '/trust?do=install' });
    ui.core.answer('trust.install', async () => {
      throw fail('TRUST_REFUSED', { why: 'The vault is locked.', fix: 'Unlock it.' });
    });

    await app.field('Android emulator').check();
    await app.button('Trust in 2 stores').click();

    await app.page.getByText('1 store has failed and 1 was not begun.').waitFor();
    await app.page.getByText('Unlock it.').waitFor();
  });

  test('is taken back from one store, and from all', async () => {
    const { ui, app } = await open('living', { path: '/trust' });
    const dialog = app.dialog('Take trust back');

    await app.button('Take back: Chromium and Chrome…').click();
    await dialog.getByText('Take “Sealwire abcd” out of /home/ada/.local/share/pki/nssdb').waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Take back from 1 store' }).click();
    await dialog.getByText('1 store is taken back.').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await app.button('Trust: Chromium and Chrome…').waitFor();

    await app.button('Take everything back…').click();
    await dialog.getByText('programs will look for a file that is gone').waitFor();
    await dialog.getByRole('button', { name: 'Take back from 2 stores' }).click();

    await dialog.getByText('1 store is taken back and 1 waits for commands that you run.').waitFor();
    expect(ui.core.world.trust.find(({ id }) => id === 'env:node')?.state).toBe('not-installed');
  });

  test('says where there is nothing to take back, and why each store is left alone', async () => {
    const { app } = await open('living', {
      path: '/trust?do=uninstall',
      prepare: async (_, { core }) => {
        core.world.trust = core.world.trust.map((store) => ({ ...store, state: 'not-installed' }));
      },
    });

    await app.dialog('Take trust back').getByText('There is nothing to take back').waitFor();
    await app.dialog('Take trust back').getByText('Nothing of Sealwire is in it.').first().waitFor();
    await app.button('Change nothing').click();

    await app.dialog('Take trust back').waitFor({ state: 'detached' });
  });

  test('is checked again, one store and all that trust, with the store that is looked at', async () => {
    const { ui, app } = await open('living', { path: '/trust' });
    const asked: string[][] = [];
    let next = (): void => undefined;
    ui.core.answer('trust.check', async ({ stores }) => {
      asked.push(stores);
      await new Promise<void>((resolve) => {
        next = resolve;
      });
      return { stores: ui.core.world.trust.filter(({ id }) => stores.includes(id)) };
    });

    await app.button('Check again').click();
    for (const title of ['Chromium and Chrome', 'Java 21', 'Node.js, by NODE_EXTRA_CA_CERTS']) {
      await app.page.getByText(`${title}: the programs that read it connect…`).waitFor();
      next();
    }
    await app.said().getByText('1 of 3 stores are verified by handshakes.').waitFor();
    await row(app, 'chromium').locator('summary').click();
    await app.button('Check again: Chromium and Chrome').click();
    await app.page.getByText('Chromium and Chrome: the programs that read it connect…').waitFor();
    next();

    await app.said().getByText('Verified by a handshake: Chromium and Chrome.').waitFor();
    expect(asked).toEqual([['chromium'], ['java:/usr/lib/jvm/java-21'], ['env:node'], ['chromium']]);
  });

  test('is checked again from the palette, once', async () => {
    const { ui, app } = await open('living', { path: '/tokens' });
    await app.heading('Active token').waitFor();

    await app.command('check trust again');

    await app.said().getByText('1 of 3 stores are verified by handshakes.').waitFor();
    expect(ui.core.calls.filter((name) => name === 'trust.check')).toHaveLength(3);
    expect(new URL(app.page.url()).search).toBe('');
  });

  test('that cannot be listed or planned says so, and looks again', async () => {
    const { ui, app } = await open('living', {
      path: '/trust?do=install',
      prepare: async (_, { core }) => {
        core.answer('trust.plan', async () => {
          throw fail('TRUST_REFUSED', { why: 'There is no authority yet.', fix: 'Make one.' });
        });
      },
    });

    await app.dialog(PLAN).getByText('There is no authority yet.').waitFor();
    ui.core.answer('trust.plan', async () => ({ action: 'install', authority: null, steps: [trustStep], skipped: [] }));
    await app.button('Look again').click();

    await app.field('System store of Debian').waitFor();
  });

  test('Back closes the plan', async () => {
    const { app } = await open('living', { path: '/trust' });
    await app.button('Trust on this machine…').click();
    await app.dialog(PLAN).getByRole('checkbox').first().waitFor();

    await app.page.goBack();

    await app.dialog(PLAN).waitFor({ state: 'detached' });
  });
});
