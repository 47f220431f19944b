import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fail } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { applyHandlers } from '../../support/fake-ui-apply.ts';
import { UI_TOKEN } from '../../support/fake-ui-data.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
mkdirSync(FOLDER, { recursive: true });
const TITLE = 'Write the wiring into a file of your project';

describe.skipIf(whyNoBrowser !== null)(`Apply${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('from a found project: the change first, then written, what is left to do, and its undo in Activity', async () => {
    const { ui, app } = await open('living', { path: '/connect' });
    await app.page.getByRole('main').getByRole('link', { name: 'Apply… to shop-api' }).click();
    const dialog = app.dialog(TITLE);

    await dialog.getByRole('radio', { name: /\.env\.local/ }).check();
    const change = dialog.getByRole('region', { name: 'What would change' });
    await change.getByText('ELASTIC_APM_SERVICE_NAME=shop-api').waitFor();
    expect(await change.locator('ins').last().innerText()).toMatch(/ELASTIC_APM_SECRET_TOKEN=\s*••••••••/);
    expect(await change.locator('del').allInnerTexts()).toEqual(['−ELASTIC_APM_SERVER_URL=http://old:8200']);
    expect(ui.core.world.ledger.some(({ what }) => what.startsWith('Wire '))).toBe(false);
    expect(await app.axe()).toEqual([]);
    await photograph(app.page, 'apply-change');
    await dialog.getByRole('button', { name: 'Write into .env.local' }).click();

    const done = app.dialog('It is written');
    await done.getByText('is wired.').waitFor();
    await done.getByText('pip install elastic-apm').waitFor();
    await done.getByText('Attach the agent in the code · app.py').waitFor();
    expect(await app.axe()).toEqual([]);
    await photograph(app.page, 'apply-done');
    expect(await app.page.content()).not.toContain(UI_TOKEN);
    await done.getByRole('link', { name: 'Undo it in Activity' }).click();
    await app.page.getByRole('button', { name: 'Undo: Wire python in .env.local' }).waitFor();
    expect(app.complaints).toEqual({ console: [], csp: [] });
  });

  test('refuses what git would commit, and offers to ignore it, another file, and the command', async () => {
    const { app } = await open('living', { path: '/connect/python?service=shop-api&do=apply' });
    const dialog = app.dialog(TITLE);
    await dialog.getByRole('radio', { name: /^\.env Is made/ }).check();

    await dialog.getByText('would be committed, and these lines hold the secret token').waitFor();
    expect(await dialog.getByRole('button', { name: 'Write into .env', exact: true }).isDisabled()).toBe(true);
    expect(await app.axe()).toEqual([]);
    await photograph(app.page, 'apply-refused');
    await dialog.getByRole('button', { name: 'Copy the start command' }).click();
    await expect
      .poll(() => app.page.evaluate(() => navigator.clipboard.readText()))
      .toContain('run --service shop-api');

    await dialog.getByRole('button', { name: 'Let git ignore .env' }).click();
    await dialog.getByText('+/.env', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Ignore .env in git and write it' }).waitFor();

    await dialog.getByRole('radio', { name: /^production\.env/ }).check();
    await dialog.getByText('would be committed, and these lines hold the secret token').waitFor();
    expect(await dialog.getByRole('button', { name: /^Let git ignore/ }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Use compose.yaml instead' }).click();
    expect(await dialog.getByRole('radio', { name: /^compose\.yaml/ }).isChecked()).toBe(true);
  });

  test('by keyboard alone, with the service of a Compose file chosen; Escape leaves everything as it is', async () => {
    const { ui, app } = await open('living', { path: '/connect/python?service=shop-api' });
    const { page } = app;
    const link = page.getByRole('link', { name: 'Apply…', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    const dialog = app.dialog(TITLE);
    const service = dialog.getByLabel('Which service of this file is it');
    await service.waitFor();
    expect(await dialog.getByRole('button', { name: 'Write into compose.yaml' }).isDisabled()).toBe(true);

    await tabTo(page, 'Which service of this file is it');
    await page.keyboard.press('ArrowDown');
    await dialog.getByText('ELASTIC_APM_SERVICE_NAME: "shop-api"').waitFor();
    await tabTo(page, 'Write into compose.yaml');
    await page.keyboard.press('Enter');
    await app.dialog('It is written').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Watch it climb');
    await page.keyboard.press('Enter');
    await app.heading('Connect a Python service').waitFor();
    expect(await app.dialog('It is written').count()).toBe(0);

    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('says all of it already').or(service).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(ui.core.world.ledger.filter(({ what }) => what.startsWith('Wire '))).toHaveLength(1);
  });

  test('says when the file was changed since, and where there is nothing to write', async () => {
    const { ui, app } = await open('living', { path: '/connect/python?service=shop-api&do=apply' });
    const dialog = app.dialog(TITLE);
    await dialog.getByRole('radio', { name: /^\.env\.local/ }).check();
    await dialog.getByText('ELASTIC_APM_SERVICE_NAME=shop-api').waitFor();
    const { 'agent.apply': unchanged } = applyHandlers(ui.core.world, ui.core.push);
    ui.core.answer('agent.apply', async (input) => {
      ui.core.answer('agent.apply', unchanged);
      throw fail('FILE_CHANGED', { path: input.to });
    });
    await dialog.getByRole('button', { name: 'Write into .env.local' }).click();
    await dialog.getByText('was changed by somebody else').waitFor();
    await dialog.getByRole('button', { name: 'Look again' }).click();
    await expect.poll(() => dialog.getByText('was changed by somebody else').count()).toBe(0);
    await dialog.getByText('ELASTIC_APM_SERVICE_NAME=shop-api').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Write into .env.local' }).isEnabled()).toBe(true);

    await dialog.getByLabel('Project').selectOption('Another folder…');
    await dialog.getByLabel('Folder of your project').fill('/home/ada/empty');
    await dialog.getByRole('button', { name: 'Look there' }).click();
    await dialog.getByText('There is no file in /home/ada/empty that Sealwire writes').waitFor();
  });

  test('is offered for no agent that is wired in program code alone', async () => {
    const { ui, app } = await open('living', { path: '/connect' });
    const { agents } = await ui.core.handlers['agent.list']({});
    ui.core.answer('agent.list', async () => ({
      agents: agents.map((agent) => ({ ...agent, runsIn: 'page' as const })),
    }));
    await app.page.reload();
    await app.page.getByRole('link', { name: 'shop-api', exact: true }).waitFor();

    expect(await app.page.getByRole('link', { name: /^Apply…/ }).count()).toBe(0);
  });
});

/** Presses Tab until what has that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.press('Tab');
    const has = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLSelectElement ? at.labels[0]?.textContent : at?.textContent;
      return label ?? '';
    });
    if (has.trim() === name) return;
  }
  throw new Error(`Tab never reaches "${name}"`);
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const size of [
      { width: 1280, height: 800 },
      { width: 900, height: 600 },
    ]) {
      await page.setViewportSize(size);
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${size.width}.png`) });
    }
  }
}
