import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fail } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { clientCertificate } from '../../support/fake-ui-authorities.ts';
import type { SealwirePage } from '../pages/sealwire.ts';
import { useScenes } from './open-scene.ts';

describe.skipIf(whyNoBrowser !== null)(`issuing${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();
  const sheet = (app: SealwirePage): Locator => app.dialog('Issue a certificate');
  const names = (app: SealwirePage): Locator => sheet(app).getByLabel('Another name or address');
  const issue = (app: SealwirePage): Locator => sheet(app).getByRole('button', { name: 'Issue certificate' });

  test('suggested names stand with their reasons, and what the authority cannot sign cannot be chosen', async () => {
    const { app } = await open('living', { path: '/certificates?do=issue' });

    const emulator = sheet(app).getByRole('checkbox', { name: /10\.0\.2\.2/ });
    await emulator.waitFor();

    expect(await emulator.isChecked()).toBe(false);
    expect(await sheet(app).getByText('this machine, seen from the Android emulator').isVisible()).toBe(true);
    const refused = sheet(app).getByRole('checkbox', { name: /shop\.example/ });
    expect(await refused.isDisabled()).toBe(true);
    expect(await sheet(app).innerText()).toContain(
      'The authority may only sign local names. Make an authority that covers it.',
    );
  });

  test('a name is judged as it is typed: with the reason, the alternative, and no certificate until it is mended', async () => {
    const { app } = await open('living', { path: '/certificates?do=issue' });

    await names(app).fill('*.test');
    await sheet(app).getByText('Firefox rejects a wildcard directly before one label.').waitFor();
    expect(await sheet(app).innerText()).toContain('use a deeper wildcard such as');
    expect(await names(app).getAttribute('aria-invalid')).toBe('true');
    expect(await issue(app).isDisabled()).toBe(true);

    await names(app).fill('*.apm.test');
    await sheet(app).getByText('can be issued').waitFor();
    expect(await issue(app).isDisabled()).toBe(false);
  });

  test('what is issued for a client is handed over next, and the endpoint keeps its own', async () => {
    const { ui, app } = await open('living', { path: '/certificates' });

    await app.button('Issue for a client').click();
    await names(app).fill('orders-worker');
    await sheet(app).getByLabel('Unit').selectOption('minutes');
    await sheet(app).getByLabel('Key').selectOption('rsa-2048');
    await issue(app).click();

    await app.dialog('Export orders-worker').waitFor();
    const made = ui.core.world.status.certificates.at(-1);
    expect(made).toMatchObject({ kind: 'client', names: ['orders-worker'], key: 'rsa-2048', inUse: false });
    expect(ui.core.world.status.certificates.filter(({ inUse }) => inUse)).toHaveLength(1);
  });

  test('a lifetime that no certificate can have is refused in place', async () => {
    const { app } = await open('living', { path: '/certificates?do=issue' });

    await sheet(app).getByLabel('Lasts').fill('900');

    await sheet(app).getByText('Type a number from 1 to 824.').waitFor();
    expect(await issue(app).isDisabled()).toBe(true);
  });

  test('a signing request and a client are suggested no names of this machine', async () => {
    const { app } = await open('living', { path: '/certificates?do=issue' });
    await sheet(app)
      .getByRole('checkbox', { name: /10\.0\.2\.2/ })
      .waitFor();

    for (const way of ['Client', 'Signing request']) {
      await sheet(app).getByRole('radio', { name: way }).check();
      expect(await sheet(app).getByRole('checkbox').count()).toBe(0);
    }
  });

  test('a signing request is signed from a file, and the key is known to be elsewhere', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=issue&for=csr' });
    const given = new Promise<string | undefined>((resolve) => {
      ui.core.answer('certificate.issue', async ({ csr }) => {
        resolve(csr?.base64);
        const signed = { ...clientCertificate, id: 'signed', hasKey: false };
        ui.core.world.status = { ...ui.core.world.status, certificates: [signed] };
        ui.core.push({ topic: 'changed', what: ['certificates'] });
        return signed;
      });
    });

    await sheet(app)
      .getByLabel('Or a file, PEM or DER')
      .setInputFiles({ name: 'x.csr', mimeType: 'application/pkcs10', buffer: Buffer.from([0x30, 0x82, 0xff, 0x00]) });
    await sheet(app).getByText('Taken from x.csr').waitFor();
    await issue(app).click();

    expect(Buffer.from((await given) ?? '', 'base64')).toEqual(Buffer.from([0x30, 0x82, 0xff, 0x00]));
    const java = app.page.getByRole('radio', { name: /^Java/ });
    await java.waitFor();
    expect(await java.isDisabled()).toBe(true);
    expect(await app.page.getByRole('dialog').innerText()).toContain('which is where the signing request was made');
  });

  test('many are issued with progress, and cancelled without one of them kept', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=issue&for=many' });
    const cancelled = Promise.withResolvers<void>();
    ui.core.answer('certificate.issueMany', async ({ job, wishes }) => {
      ui.core.push({ topic: 'progress', job, done: 1, total: wishes.length });
      await cancelled.promise;
      throw fail('CANCELLED', { done: 1, total: wishes.length });
    });
    ui.core.answer('certificate.cancel', async () => {
      cancelled.resolve();
      return { cancelled: true };
    });

    await sheet(app).getByLabel('One certificate a line').fill('a.test\nb.test, 10.0.0.7\n# not this');
    await app.button('Issue 2 certificates').click();
    await sheet(app).getByText('1 of 2 issued.').waitFor();
    expect(await sheet(app).getByRole('progressbar').getAttribute('value')).toBe('1');
    await app.button('Cancel').click();

    await sheet(app).getByText('Cancelled after 1 of 2. Nothing of it was kept.').waitFor();
    expect(await app.button('Issue 2 certificates').isEnabled()).toBe(true);
  });

  test('a sheet that is closed while many are issued cancels them', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=issue&for=many' });
    const [started, cancelled] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    ui.core.answer('certificate.issueMany', async ({ job }) => {
      started.resolve(job);
      await cancelled.promise;
      throw fail('CANCELLED', { done: 0, total: 1 });
    });
    ui.core.answer('certificate.cancel', async ({ job }) => {
      cancelled.resolve(job);
      return { cancelled: true };
    });

    await sheet(app).getByLabel('One certificate a line').fill('a.test');
    await app.button('Issue 1 certificate').click();
    const job = await started.promise;
    await app.page.keyboard.press('Escape');

    expect(await cancelled.promise).toBe(job);
  });

  test('a line that cannot be issued is named before anything is made', async () => {
    const { app } = await open('living', { path: '/certificates?do=issue&for=many' });

    await sheet(app).getByLabel('One certificate a line').fill('a.test\n*.test');

    await sheet(app).getByText('*.test: Firefox rejects a wildcard directly before one label.').waitFor();
    expect(await app.button('Issue 2 certificates').isDisabled()).toBe(true);
  });

  test('the keyboard alone issues a certificate, from the palette to the export', async () => {
    const { app } = await open('living');
    await app.heading('Your endpoint is ready').waitFor();

    await app.command('issue a certificate');
    await sheet(app).waitFor();
    await app.page.keyboard.type('till-7.test');
    await sheet(app).getByText('can be issued').waitFor();
    await app.page.keyboard.press('Enter');
    await sheet(app).getByRole('checkbox', { name: 'till-7.test' }).waitFor();
    // Enter in the emptied field sends the form.
    await app.page.keyboard.press('Enter');

    await app.said().getByText('The new certificate is in use.').waitFor();
    await app.command('export the authority');
    await app.page.getByRole('radio', { name: /^Agents and most programs/ }).waitFor();
    await app.page.keyboard.press('ArrowDown');
    expect(await app.page.getByRole('radio', { name: /^Java A truststore that every/ }).isChecked()).toBe(true);
  });
});
