import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fail, type ProcedureOutput } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { downloads } from '../../support/downloads.ts';
import { clientCertificate, olderAuthority, revokedCertificate } from '../../support/fake-ui-authorities.ts';
import type { ServedUi } from '../../support/served-ui.ts';
import { useScenes } from './open-scene.ts';

const PASSPHRASE = 'a passphrase of this test';

describe.skipIf(whyNoBrowser !== null)(`certificates${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();
  const lived = async (_: Page, { core }: ServedUi): Promise<void> => {
    const { status } = core.world;
    core.world.status = {
      ...status,
      authorities: [...status.authorities, olderAuthority],
      certificates: [...status.certificates, clientCertificate, revokedCertificate],
    };
  };

  test('what ends soon is said on Home and here, and one press renews it and hands it over', async () => {
    const { ui, app } = await open('living');
    const said = app.page.getByRole('list', { name: 'Needs your attention' });
    await said.getByRole('heading', { name: 'localhost, 127.0.0.1: 22 days left' }).waitFor();

    await said.getByRole('link', { name: /^See to it/ }).click();
    await said.getByRole('button', { name: 'Renew localhost, 127.0.0.1' }).click();

    await app.dialog('Export localhost, 127.0.0.1').waitFor();
    expect(ui.core.world.status.certificates.find(({ renews }) => renews === 'leaf-0')).toBeDefined();
    await app.button('Cancel').click();
    await said.waitFor({ state: 'detached' });
    await app.heading('Earlier certificates').waitFor();
    expect(await app.page.getByRole('main').innerText()).toContain('renewed');
  });

  test('revoking says whom it concerns, takes a reason, and offers the list to others', async () => {
    const { ui, app } = await open('living', { path: '/certificates', prepare: lived });

    await app.page.getByText('spiffe://shop.test/orders').click();
    await app.button('Revoke spiffe://shop.test/orders').click();
    const dialog = app.dialog('Revoke this certificate');
    expect(await dialog.innerText()).toContain('refused by the endpoint from then on');
    await dialog.getByLabel('Reason').selectOption('key-compromise');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await dialog.waitFor({ state: 'detached' });

    expect(ui.core.world.status.certificates.find(({ id }) => id === 'client-1')).toMatchObject({
      state: 'revoked',
      revocationReason: 'key-compromise',
    });
    const [list] = await downloads(app.page, 1, () => app.button('Save revocation list').click());
    expect(list?.suggestedFilename()).toBe('ca.crl.pem');
  });

  test('what the endpoint presents offers no way to revoke it, and says why', async () => {
    const { app } = await open('living', { path: '/certificates' });

    await app.page.getByText('localhost, this-laptop, 127.0.0.1, ::1').click();
    await app.button('Renew localhost, this-laptop, 127.0.0.1, ::1').waitFor();

    expect(await app.page.getByRole('button', { name: /^Revoke/ }).count()).toBe(0);
    expect(await app.page.getByText('To revoke it, renew it first.').isVisible()).toBe(true);
  });

  test('an export is chosen by its reader, asks for the passphrase twice, and says where the file went', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=export&id=client-1', prepare: lived });
    const asked: unknown[] = [];
    ui.core.answer('certificate.export', async (input) => {
      asked.push(input);
      return keystore;
    });
    const dialog = app.dialog('Export spiffe://shop.test/orders');
    await dialog.getByRole('radio', { name: /^A browser/ }).check();

    await app.button('Save files').click();
    await dialog.getByText('Type a passphrase: nothing else protects the key in this file.').waitFor();
    await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await dialog.getByLabel('The same again').fill('another');
    await app.button('Save files').click();
    await dialog.getByText('The two entries differ.').waitFor();
    await dialog.getByLabel('The same again').fill(PASSPHRASE);
    const [file] = await downloads(app.page, 1, () => app.button('Save files').click());

    expect(asked).toEqual([{ what: 'certificate', id: 'client-1', format: 'p12', passphrase: PASSPHRASE }]);
    expect(file?.suggestedFilename()).toBe('orders.p12');
    expect(readFileSync(await pathOf(file))).toEqual(Buffer.from([0x30, 0x80, 0xff]));
    const saved = app.dialog('Saved for a browser');
    expect(await saved.innerText()).toContain('your browser’s downloads');
    expect(await saved.innerText()).toContain('holds the private key');
    expect(await app.holds(PASSPHRASE)).toBe(false);
    expect(await app.holds('MID/')).toBe(false);
  });

  test('a passphrase that its reader would not take is refused with the reason, beside what was chosen', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=export-authority' });
    ui.core.answer('certificate.export', async () => {
      throw fail('PASSPHRASE_REFUSED', {
        what: 'the Java truststore',
        why: 'Java asks for six characters at least',
        fix: 'Choose another one.',
      });
    });
    await app.page.getByRole('radio', { name: /^Java A truststore that every/ }).check();
    await app.field('Password of the store').fill('short');

    await app.button('Save files').click();

    await app.page.getByRole('alert').getByText('Java asks for six characters at least').waitFor();
    expect(await app.page.getByRole('radio', { name: /^Java A truststore that every/ }).isChecked()).toBe(true);
  });

  test('the files of a web server come with the lines that name them', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=export&id=leaf-1' });
    ui.core.answer('certificate.export', async () => webServer);

    await app.page.getByRole('radio', { name: /^nginx/ }).check();
    const files = await downloads(app.page, 2, () => app.button('Save files').click());

    expect(files.map((file) => file.suggestedFilename()).toSorted()).toEqual(['shop.fullchain.pem', 'shop.key']);
    await app.button('Copy (how it is used)').click();
    await app.said().getByText('Copied how it is used.').waitFor();
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe(
      'ssl_certificate shop.fullchain.pem;\nssl_certificate_key shop.key;',
    );
  });

  test('an authority without limits is made only by someone who has read what that means', async () => {
    const { ui, app } = await open('living', { path: '/certificates' });
    await app.button('New authority').click();
    const make = app.button('Make authority');

    await app.page.getByRole('radio', { name: /^Any name/ }).check();
    await app.page.getByRole('alert').getByText('pose as any site').waitFor();
    expect(await make.isDisabled()).toBe(true);
    await app.page.getByRole('checkbox', { name: /^I have read this/ }).check();
    await app.page.getByRole('checkbox', { name: /^Two tiers/ }).check();
    await app.field('Key').selectOption('rsa-3072');
    await make.click();

    await app.heading('The new authority signs from now on').waitFor();
    expect(ui.core.world.status.authorities.find(({ current }) => current)).toMatchObject({
      nameConstrained: false,
      structure: 'two-tier',
      key: 'rsa-3072',
    });
  });

  test('domains of a new authority are judged as they are typed and go along', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=new-authority' });
    const asked: unknown[] = [];
    ui.core.answer('certificate.check', async ({ planned }) => {
      if (planned?.domains.includes('com..') === true) {
        throw fail('NAME_REFUSED', { name: 'com..', why: 'it is not a valid DNS name', fix: 'Check the spelling.' });
      }
      return { names: [] };
    });
    ui.core.answer('authority.new', async (input) => {
      asked.push(input.domains);
      throw fail('DISK_FAILED', { action: 'write', path: '/x', why: 'the disk is full', fix: 'Free some space.' });
    });

    await app.field('Further domains').fill('com..');
    await app.page.getByText('it is not a valid DNS name. Check the spelling.').waitFor();
    expect(await app.button('Make authority').isDisabled()).toBe(true);
    await app.field('Further domains').fill('shop.example, till.example');
    await app.button('Make authority').click();

    await app.page.getByRole('alert').getByText('Free some space.').waitFor();
    expect(asked).toEqual([['shop.example', 'till.example']]);
  });

  test('an authority of the organisation is taken in from its file; a missing passphrase is asked for where it goes', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=import' });
    const given: string[] = [];
    ui.core.answer('authority.import', async ({ files, passphrase }) => {
      given.push(...files.map(({ name }) => name));
      if (passphrase !== PASSPHRASE) {
        throw fail('KEYSTORE_LOCKED', { what: 'org.p12', why: 'it needs a passphrase', fix: 'Give it.' });
      }
      const authority = { ...olderAuthority, id: 'org', current: true, state: 'current' as const };
      return { authority, notes: ['The file for agents now holds both.'] };
    });

    await app.button('Import').click();
    await app.page.getByRole('alert').getByText('No file was chosen.').waitFor();
    await app.page
      .getByLabel('Certificate, key and chain: PEM files, or one PKCS#12 file')
      .setInputFiles({ name: 'org.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from([1, 2]) });
    await app.button('Import').click();
    await app.page.getByRole('alert').getByText('it needs a passphrase').waitFor();
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('passphrase');
    await app.page.keyboard.type(PASSPHRASE);
    await app.page.keyboard.press('Enter');

    await app.heading('The authority is taken in').waitFor();
    expect(given).toEqual(['org.p12', 'org.p12']);
    expect(await app.page.getByRole('dialog').innerText()).toContain('The file for agents now holds both.');
    expect(await app.holds(PASSPHRASE)).toBe(false);
  });

  test('an older authority says what rests on it before it is retired; the current one cannot be', async () => {
    const { ui, app } = await open('living', { path: '/certificates', prepare: lived });
    expect(await app.page.getByRole('button', { name: /^Retire/ }).count()).toBe(1);

    await app.button(`Retire ${olderAuthority.commonName}`).click();
    const dialog = app.dialog('Retire this authority');
    expect(await dialog.innerText()).toContain('2 certificates that it signed are still valid');
    await dialog.getByRole('button', { name: 'Retire' }).click();

    await app.heading('1 retired authority').waitFor();
    expect(ui.core.world.status.authorities.find(({ id }) => id === 'ca-0')?.state).toBe('retired');
  });

  test('a long list is cut, searched, and shown on', async () => {
    const { app } = await open('living', {
      path: '/certificates',
      prepare: async (_, { core }) => {
        const many = Array.from({ length: 120 }, (__, at) => ({
          ...clientCertificate,
          id: `many-${at}`,
          names: [`till-${at}.test`],
          shownNames: [`till-${at}.test`],
        }));
        core.world.status = { ...core.world.status, certificates: [...core.world.status.certificates, ...many] };
      },
    });

    await app.button('Show 50 more of 70').click();
    await app.button('Show 20 more of 20').waitFor();
    await app.field('Find a certificate').fill('till-119');

    await app.page.getByText('till-119.test').waitFor();
    expect(await app.page.getByRole('listitem').filter({ hasText: 'till-' }).count()).toBe(1);
  });
});

const keystore: ProcedureOutput<'certificate.export'> = {
  files: [
    {
      name: 'orders.p12',
      mediaType: 'application/x-pkcs12',
      base64: Buffer.from([0x30, 0x80, 0xff]).toString('base64'),
      isSecret: true,
    },
  ],
  notes: [],
};

const webServer: ProcedureOutput<'certificate.export'> = {
  files: [
    { name: 'shop.fullchain.pem', mediaType: 'application/x-pem-file', base64: btoa('chain\n'), isSecret: false },
    { name: 'shop.key', mediaType: 'application/x-pem-file', base64: btoa('key\n'), isSecret: true },
  ],
  notes: [],
};

async function pathOf(download: Download | undefined): Promise<string> {
  if (download === undefined) throw new Error('nothing was downloaded');
  return download.path();
}
