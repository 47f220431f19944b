import type { Download } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fail } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { downloads } from '../../support/downloads.ts';
import { clientCertificate } from '../../support/fake-ui-authorities.ts';
import { useScenes } from './open-scene.ts';

const PASSPHRASE = 'a passphrase of this test';

describe.skipIf(whyNoBrowser !== null)(`exporting${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('a truststore for Java takes along what a Java of this machine trusts', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=export-authority' });
    const asked: unknown[] = [];
    ui.core.answer('certificate.export', async (input) => {
      asked.push(input.mergeWith);
      return { files: [{ name: 'truststore.jks', mediaType: '', base64: 'AAAA', isSecret: false }], notes: [] };
    });
    expect(await app.page.getByLabel('What else it is to trust').count()).toBe(0);

    await app.page.getByRole('radio', { name: /^Java A truststore that every/ }).check();
    await app.field('What else it is to trust').selectOption({ label: JAVA_21 });
    expect(await app.axe()).toEqual([]);
    await app.button('Save files').click();
    await app.button('Export for another reader').click();
    await app.field('What else it is to trust').selectOption('Nothing else');
    await app.button('Save files').click();
    await app.button('Done').waitFor();

    expect(asked).toEqual([{ store: 'java:/usr/lib/jvm/java-21' }, undefined]);
  });

  test('a truststore that the person has goes along as a file, and only once there is one', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=export-authority' });
    const asked: unknown[] = [];
    ui.core.answer('certificate.export', async ({ mergeWith }) => {
      asked.push(mergeWith);
      throw fail('KEYSTORE_UNREADABLE', { what: 'mine.jks', why: 'it holds a private key', fix: 'Choose another.' });
    });

    await app.page.getByRole('radio', { name: /^Java A truststore that every/ }).check();
    await app.field('What else it is to trust').selectOption('Another truststore…');
    expect(await app.button('Save files').isDisabled()).toBe(true);
    await app
      .field('Truststore to merge with')
      .setInputFiles({ name: 'mine.jks', mimeType: 'application/octet-stream', buffer: Buffer.from([1, 2]) });
    await app.button('Save files').click();

    await app.page.getByRole('alert').getByText('it holds a private key').waitFor();
    expect(asked).toEqual([{ name: 'mine.jks', base64: 'AQI=' }]);
  });

  test('several certificates leave in several formats by one press, told apart by their names', async () => {
    const { ui, app } = await open('living', {
      path: '/certificates?do=export&id=leaf-1',
      prepare: async (_, { core }) => {
        const { status } = core.world;
        core.world.status = { ...status, certificates: [...status.certificates, clientCertificate] };
      },
    });
    const asked: string[] = [];
    ui.core.answer('certificate.export', async ({ what, id = 'all', format, passphrase }) => {
      asked.push([what, id, format, passphrase ?? 'none'].join(' '));
      const file = { name: `shop.${format}`, mediaType: '', base64: btoa(`${id} ${format}`), isSecret: what !== 'ca' };
      return { files: [file], notes: [] };
    });
    await app.button('Several at once…').click();
    const dialog = app.dialog('Export several at once');
    const tick = (name: string) => dialog.getByRole('checkbox', { name, exact: true });
    await tick('PEM').waitFor();
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(2);
    expect(await tick('Java truststore').isDisabled()).toBe(true);

    await dialog.getByRole('checkbox').first().check();
    await tick('spiffe://shop.test/orders').check();
    await tick('Java truststore').check();
    await tick('PKCS#12').check();
    await dialog.getByText('6 exports').waitFor();
    expect(await app.axe()).toEqual([]);
    await app.button('Save files').click();
    await dialog.getByText('Type a passphrase: nothing else protects the key in this file.').waitFor();
    await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await dialog.getByLabel('The same again').fill(PASSPHRASE);
    const files = await downloads(app.page, 6, () => app.button('Save files').click());

    await app.heading('Saved 6 files').waitFor();
    expect(asked).toEqual([
      'ca all pem none',
      'ca all jks none',
      `certificate leaf-1 pem ${PASSPHRASE}`,
      `certificate leaf-1 p12 ${PASSPHRASE}`,
      `certificate client-1 pem ${PASSPHRASE}`,
      `certificate client-1 p12 ${PASSPHRASE}`,
    ]);
    expect(files.map((file) => file.suggestedFilename()).toSorted()).toEqual([
      'shop-2.p12',
      'shop-2.pem',
      'shop-3.pem',
      'shop.jks',
      'shop.p12',
      'shop.pem',
    ]);
    expect(await app.holds(PASSPHRASE)).toBe(false);
  });

  test('several that fail say which and why, and nothing is saved', async () => {
    const { ui, app } = await open('living', { path: '/certificates?do=export-many' });
    ui.core.answer('certificate.export', async () => {
      throw fail('EXPORT_REFUSED', { what: 'PEM', why: 'the vault is locked', fix: 'Unlock it.' });
    });
    const saved: Download[] = [];
    app.page.on('download', (download) => saved.push(download));

    await app.button('Save files').click();

    await app.page.getByRole('alert').getByText('the vault is locked').waitFor();
    expect(saved).toEqual([]);
    await app.dialog('Export several at once').getByRole('checkbox').first().uncheck();
    await app.page.getByText('Tick what is to be exported').waitFor();
    expect(await app.button('Save files').isDisabled()).toBe(true);
  });
});

const JAVA_21 = 'The cacerts of Java 21 (/usr/lib/jvm/java-21/lib/security/cacerts)';
