import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import type { World } from '../../support/fake-ui-core.ts';
import { interruptedEntry } from '../../support/fake-ui-data.ts';
import { useScenes } from './open-scene.ts';

const TAKE_BACK = 'Take trust back';

/** A change that is done, in a store that Sealwire may change. */
const doneEntry = {
  ...interruptedEntry,
  id: 'led-3',
  what: 'Trust the authority in Chromium and Chrome',
  where: '/home/ada/.local/share/pki/nssdb',
  state: 'done' as const,
  change: { ...interruptedEntry.change, kind: 'trust-chromium', store: 'chromium' },
};
const goneEntry = {
  ...doneEntry,
  id: 'led-4',
  what: 'Trust the authority in Java 11',
  where: '/opt/jdk-11/lib/security/cacerts',
  change: { ...interruptedEntry.change, kind: 'trust-java', store: 'java:/opt/jdk-11' },
};

describe.skipIf(whyNoBrowser !== null)(`changes of trust${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();
  const openWith = (path: string, ...entries: World['ledger']) =>
    open('living', {
      path,
      prepare: async (_, { core }) => {
        core.world.ledger = [...core.world.ledger, ...entries];
      },
    });

  test('that was interrupted is finished from Activity', async () => {
    const { ui, app } = await openWith('/activity', interruptedEntry);

    expect(await app.page.getByRole('main').getByRole('listitem').first().innerText()).toContain('not finished');
    await app.button(`Finish: ${interruptedEntry.what}…`).click();
    await app.button('Trust in 1 store').click();

    await app.page.getByText('1 store is done.').waitFor();
    expect(ui.core.world.trust.find(({ id }) => id === 'firefox:work')?.state).toBe('verified');
  });

  test('is undone in Activity only after its plan was seen, and of that change alone', async () => {
    const { ui, app } = await openWith('/activity', doneEntry);
    const dialog = app.dialog(TAKE_BACK);

    await app.button(`Undo: ${doneEntry.what}…`).click();
    await dialog.getByText(`Take “Sealwire abcd” out of ${doneEntry.where}`).waitFor();
    await dialog.getByText('your rights are enough').waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(1);
    expect(ui.core.calls).not.toContain('ledger.undo');
    await dialog.getByText('certutil -D').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.button('Take back from 1 store').click();
    await dialog.getByText(`${doneEntry.where} is as it was before.`).waitFor();
    await app.button('Done').click();

    await dialog.waitFor({ state: 'detached' });
    expect(new URL(app.page.url()).pathname + new URL(app.page.url()).search).toBe('/activity');
    await app.page.getByText('undone', { exact: true }).waitFor();
    expect(ui.core.world.trust.find(({ id }) => id === 'chromium')?.state).toBe('not-installed');
  });

  test('is left as it is by whoever closes the plan, and the focus comes back', async () => {
    const { ui, app } = await openWith('/activity', doneEntry);
    const undo = app.button(`Undo: ${doneEntry.what}…`);

    await undo.press('Enter');
    await app.dialog(TAKE_BACK).getByRole('checkbox').waitFor();
    await app.page.keyboard.press('Escape');
    await app.dialog(TAKE_BACK).waitFor({ state: 'detached' });

    expect(await undo.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(ui.core.calls).not.toContain('trust.uninstall');
  });

  test('whose undo takes other rights comes with its commands, to be copied', async () => {
    const entry = {
      ...doneEntry,
      change: { ...doneEntry.change, kind: 'trust-java', store: 'java:/usr/lib/jvm/java-21' },
    };
    const { app } = await openWith('/activity', entry);
    const dialog = app.dialog(TAKE_BACK);

    await app.button(`Undo: ${entry.what}…`).click();
    await app.button('Show the commands to run').click();

    await dialog.getByText('1 store waits for commands that you run.').waitFor();
    await dialog.getByRole('button', { name: 'Copy (the commands for Java 21)' }).click();
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toContain('certutil -D');
  });

  test('that waits is on the Trust screen: to be finished or taken back', async () => {
    const { ui, app } = await openWith('/trust', interruptedEntry, goneEntry);
    const row = (id: string) => app.page.locator(`[data-leftover="${id}"]`);

    await app.heading('Not finished').waitFor();
    expect(await row(interruptedEntry.id).innerText()).toContain('Finish it, or take back what is there.');
    expect(await row(goneEntry.id).innerText()).toContain('The store is not found any more.');
    expect(await row(goneEntry.id).getByRole('button').allInnerTexts()).toEqual(['Take back…']);
    expect(await app.axe()).toEqual([]);

    await app.button(`Take back: ${goneEntry.what}…`).click();
    await app.dialog(TAKE_BACK).getByText(`Take back what is left of it in ${goneEntry.where}`).waitFor();
    await app.button('Take back from 1 store').click();
    await app.button('Done').click();
    await row(goneEntry.id).waitFor({ state: 'detached' });
    await app.button(`Finish: ${interruptedEntry.what}…`).click();
    await app.button('Trust in 1 store').click();
    await app.page.getByText('1 store is done.').waitFor();

    expect(ui.core.world.ledger.find(({ id }) => id === goneEntry.id)?.state).toBe('undone');
  });

  test('that waits is said on Home, which leads there', async () => {
    const { app } = await openWith('/', interruptedEntry);

    await app.link('1 change not finished').click();

    await app.heading('Not finished').waitFor();
  });
});
