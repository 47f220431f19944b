import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DoctorReport, fail, type ParsedInput } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { doctorReport } from '../../support/fake-ui-doctor.ts';
import type { SealwirePage } from '../pages/sealwire.ts';
import { useScenes } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
mkdirSync(FOLDER, { recursive: true });

const URL = 'https://apm.corp.example:8200';
const row = ({ page }: SealwirePage, id: string) => page.locator(`[data-check="${id}"]`);

describe.skipIf(whyNoBrowser !== null)(`the doctor${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('lights up check by check, and says what it comes to', async () => {
    const { ui, app } = await open('living', { path: '/doctor' });
    let finish: (report: DoctorReport) => void = () => undefined;
    const asked: ParsedInput<'doctor.run'>[] = [];
    ui.core.answer('doctor.run', (input) => {
      asked.push(input);
      const first = doctorReport.checks[0];
      if (first !== undefined) ui.core.push({ topic: 'checked', job: input.job ?? '', check: first });
      return new Promise((resolve) => {
        finish = resolve;
      });
    });

    await app.field('Address of the server').fill(URL);
    await app.button('Examine').click();
    await row(app, 'addresses').getByText('has 2 addresses').waitFor();
    expect(await row(app, 'tcp').innerText()).toContain('Looking…');
    expect(await row(app, 'tls').innerText()).toContain('Not looked at yet');
    expect(await app.page.locator('[data-verdict]').count()).toBe(0);
    finish(doctorReport);

    await app.heading('Something does not work on this server as it is.').waitFor();
    expect(asked).toEqual([{ url: URL, ownToken: false, send: false, job: expect.any(String) }]);
    await row(app, 'token').getByText('Compare it with apm-server.auth.secret_token').waitFor();
    await row(app, 'tcp').getByText('IPv6 2001:db8::7').waitFor();
    expect(await app.said().innerText()).toContain('2 warnings, 1 failed');
    expect(await app.axe()).toEqual([]);
  });

  test('sends what was chosen, and keeps a pasted token out of page and address', async () => {
    const { ui, app } = await open('living', { path: '/doctor' });
    const asked: ParsedInput<'doctor.run'>[] = [];
    ui.core.answer('doctor.run', async (input) => {
      asked.push(input);
      return doctorReport;
    });
    const token = 'gPastedPastedPasted';

    await app.field('Address of the server').fill(URL);
    await app.page.getByLabel('Its authority, where it is not a public one').setInputFiles({
      name: 'corp.pem',
      mimeType: 'application/x-pem-file',
      buffer: Buffer.from('-----BEGIN CERTIFICATE-----\n'),
    });
    await app.field('Token').selectOption('a secret token that I paste');
    await app.button('Examine').click();
    await app.page.getByText('Paste it here, or choose to go without.').waitFor();
    await app.field('Secret token').fill(token);
    await app.field('Origin of a page, for browsers').fill('https://shop.example');
    await app.page.getByLabel('Send one test event').check();
    await app.button('Examine').click();
    await app.heading('Something does not work on this server as it is.').waitFor();

    expect(asked).toEqual([
      {
        url: URL,
        ownToken: false,
        send: true,
        token,
        ca: '-----BEGIN CERTIFICATE-----\n',
        origin: 'https://shop.example',
        job: expect.any(String),
      },
    ]);
    expect(await app.holds(token)).toBe(false);
    expect(app.page.url()).toContain('/doctor?url=https%3A%2F%2Fapm.corp.example%3A8200&origin=');
    expect(app.page.url()).not.toContain(token);
  });

  test('takes the workspace’s own token from the vault by choice alone', async () => {
    const { ui, app } = await open('living', { path: `/doctor?url=${encodeURIComponent(URL)}` });
    const asked: ParsedInput<'doctor.run'>[] = [];
    ui.core.answer('doctor.run', async (input) => {
      asked.push(input);
      return doctorReport;
    });

    await app.field('Token').selectOption('this workspace’s secret token');
    await app.button('Examine').click();
    await app.heading('Something does not work on this server as it is.').waitFor();

    expect(asked.map(({ ownToken, token }) => [ownToken, token])).toEqual([[true, undefined]]);
    expect(ui.core.calls).not.toContain('token.show');
  });

  test('can be stopped, and says what could not be examined', async () => {
    const { ui, app } = await open('living', { path: `/doctor?url=${encodeURIComponent(URL)}` });
    let stopped: () => void = () => undefined;
    ui.core.answer('doctor.run', ({ url }) =>
      url.includes('corp')
        ? new Promise((_, reject) => {
            stopped = () => reject(fail('CANCELLED', { done: 1, total: 22 }));
          })
        : Promise.reject(fail('INPUT_INVALID', { what: 'A server URL cannot hold a user name or a password.' })),
    );
    ui.core.answer('doctor.cancel', async () => {
      stopped();
      return { cancelled: true };
    });

    await app.button('Examine').click();
    await app.button('Stop').click();
    await app.page.getByText('Cancelled after 1 of 22.').waitFor();
    await app.field('Address of the server').fill('nonsense');
    await app.page.getByText('Write it with its scheme').waitFor();
    expect(await app.button('Examine').isDisabled()).toBe(true);
    await app.field('Address of the server').fill('https://ada:x@server');
    await app.button('Examine').click();

    await app.page.getByText('cannot hold a user name or a password').waitFor();
  });

  test('gives its report as JSON and as JUnit', async () => {
    const { app } = await open('living', { path: `/doctor?url=${encodeURIComponent(URL)}` });
    await app.button('Examine').click();
    await app.heading('Something does not work on this server as it is.').waitFor();

    await app.button('Copy as JSON (the report)').click();
    await app.page.getByText('Copied the report.').waitFor({ state: 'attached' });
    const copied = JSON.parse(await app.page.evaluate(() => navigator.clipboard.readText()));
    const saving = app.page.waitForEvent('download');
    await app.button('Save as JUnit').click();

    expect(copied).toMatchObject({ url: URL, verdict: 'failed' });
    expect((await saving).suggestedFilename()).toBe('sealwire-doctor.xml');
  });

  test('is reached from the palette and from Home, and by keys alone', async () => {
    const { app } = await open('living');

    await app.link('Examine it from outside').click();
    await app.heading('Doctor').waitFor();
    await app.goTo('Activity');
    await app.command('Examine a server');
    await app.heading('Doctor').waitFor();
    await app.field('Address of the server').focus();
    await app.page.keyboard.type(URL);
    await app.page.keyboard.press('Enter');
    await app.heading('Something does not work on this server as it is.').waitFor();
    const chain = row(app, 'chain').locator('summary');
    await chain.focus();
    await app.page.keyboard.press('Enter');

    expect(await row(app, 'chain').locator('details').getAttribute('open')).not.toBeNull();
  });

  test('works before anything was made secure, without a token of its own', async () => {
    const { app } = await open('first-run', { path: '/doctor' });

    await app.field('Token').waitFor();

    expect(await app.field('Token').innerText()).not.toContain('this workspace’s');
  });

  test('passes axe and fits its window in both themes', async () => {
    const { ui, app } = await open('living', { path: `/doctor?url=${encodeURIComponent(URL)}` });
    await app.button('Examine').click();
    await app.heading('Something does not work on this server as it is.').waitFor();
    const found: string[] = [];

    for (const theme of ['light', 'dark'] as const) {
      ui.core.world.settings = { ...ui.core.world.settings, theme };
      ui.core.push({ topic: 'changed', what: ['settings'] });
      await app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
      for (const [width, height] of [
        [1280, 800],
        [900, 600],
        [450, 300],
      ] as const) {
        await app.page.setViewportSize({ width, height });
        const path = join(FOLDER, `doctor-examined-${theme}-${width}.png`);
        await app.page.screenshot({ path, fullPage: true, animations: 'disabled' });
        const beyond = await app.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (beyond > 0) found.push(`scrolls ${beyond} px sideways at ${width}`);
      }
      found.push(...(await app.axe()));
    }

    expect(found).toEqual([]);
    expect([app.complaints.csp, app.complaints.console]).toEqual([[], []]);
  });
});
