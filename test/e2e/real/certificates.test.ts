import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { Download } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, startBrowser, whyNoBrowser } from '../../support/browser.ts';
import { type ClickableSealwire, startForClick } from '../../support/clickable-sealwire.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { firstRunPage } from '../pages/first-run.ts';
import { openSealwire, type SealwirePage } from '../pages/sealwire.ts';

const SCREENS = join(import.meta.dirname, '..', 'screens');
const PASSPHRASE = 'a passphrase of this test';

const why = [
  whyNoBrowser,
  isOnPath('gnome-keyring-daemon') ? null : 'gnome-keyring is not installed',
  isOnPath('openssl') ? null : 'openssl is not installed',
].find((reason) => reason !== null);

/** The Certificates screen over a real core: what comes out of it is read by others. The tests are one story and run in order. */
describe.skipIf(why !== undefined)(`certificates made by hand${why === undefined ? '' : ` [skipped: ${why}]`}`, () => {
  let sealwire: ClickableSealwire;
  let browser: Browser;
  let tab: SealwirePage;
  let folder: string;

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'sealwire-exports-'));
    [sealwire, browser] = await Promise.all([startForClick(), startBrowser()]);
    browser.context.setDefaultTimeout(10_000);
    tab = await openSealwire(browser.context, sealwire.link);
    await firstRunPage(tab).click();
    await tab.goTo('Certificates');
  });
  afterEach(async () => {
    // The browser itself reports the refusal of a file whose passphrase is missing; nothing else may be said.
    const said = tab.complaints.console.filter((message) => !message.includes('status of 422'));
    expect({ said, csp: tab.complaints.csp }).toEqual({ said: [], csp: [] });
  });
  afterAll(async () => {
    await browser.close();
    await sealwire.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const openssl = (...args: readonly string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const picture = async (name: string): Promise<void> => {
    await tab.page.screenshot({ path: join(SCREENS, `${name}.png`), animations: 'disabled' });
  };

  /** Presses the button of an export and keeps what comes, by its own name. */
  async function save(count: number): Promise<string[]> {
    const taken: Download[] = [];
    const all = Promise.withResolvers<void>();
    const take = (download: Download): void => {
      taken.push(download);
      if (taken.length === count) all.resolve();
    };
    tab.page.on('download', take);
    await tab.button('Save files').click();
    await all.promise;
    tab.page.off('download', take);
    await Promise.all(taken.map((download) => download.saveAs(join(folder, download.suggestedFilename()))));
    return taken.map((download) => download.suggestedFilename()).toSorted();
  }

  async function presented(): Promise<string> {
    const { endpoint } = await sealwire.client.call('status', {});
    const socket = connect({ host: '127.0.0.1', port: endpoint?.port ?? 0, rejectUnauthorized: false });
    try {
      await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
      return socket.getPeerX509Certificate()?.fingerprint256 ?? '';
    } finally {
      socket.destroy();
    }
  }

  test('names of this machine are suggested, and one that Firefox would refuse is refused with its alternative', async () => {
    await tab.button('Issue certificate').click();
    const sheet = tab.dialog('Issue a certificate');
    await sheet.getByText('this machine, seen from the Android emulator').waitFor();

    await sheet.getByLabel('Another name or address').fill('bücher.test *.com');

    await sheet.getByText('xn--bcher-kva.test').waitFor();
    await sheet.getByText(/Use a deeper wildcard/).waitFor();
    expect(await sheet.getByRole('button', { name: 'Issue certificate' }).isDisabled()).toBe(true);
    await picture('real-issue');
    await tab.page.keyboard.press('Escape');
  });

  test('a client certificate leaves as a keystore that OpenSSL opens with the passphrase', async () => {
    await tab.button('Issue for a client').click();
    await tab.field('Another name or address').fill('orders-worker');
    await tab.dialog('Issue a certificate').getByRole('button', { name: 'Issue certificate' }).click();
    await tab.page.getByRole('radio', { name: /^A browser/ }).check();
    await tab.field('Passphrase').fill(PASSPHRASE);
    await tab.field('The same again').fill(PASSPHRASE);

    const [file = ''] = await save(1);

    await picture('real-exported');
    const text = openssl('pkcs12', '-in', file, '-passin', `pass:${PASSPHRASE}`, '-nokeys', '-clcerts');
    expect(new X509Certificate(text).subject).toContain('CN=orders-worker');
    await tab.button('Export for another reader').click();
  });

  test('the same certificate verifies as a chain against the authority that came with it', async () => {
    await tab.page.getByRole('radio', { name: /^nginx/ }).check();

    const files = await save(3);

    expect(files).toEqual(['ca.pem', 'orders-worker.fullchain.pem', 'orders-worker.key']);
    expect(openssl('verify', '-x509_strict', '-CAfile', 'ca.pem', 'orders-worker.fullchain.pem')).toContain('OK');
    expect(openssl('pkey', '-in', 'orders-worker.key', '-noout', '-text')).toContain('prime256v1');
    await tab.button('Done').click();
  });

  test('renewing what the endpoint presents swaps it', async () => {
    const before = await presented();
    await tab.page.getByText('in use', { exact: true }).click();

    await tab.page.getByRole('button', { name: /^Renew/ }).click();

    await tab.said().getByText('The endpoint presents the new one.').waitFor();
    expect(await presented()).not.toBe(before);
  });

  test('a revoked certificate is on the list that is saved for others', async () => {
    await tab.page.getByText('orders-worker').click();
    await tab.button('Revoke orders-worker').click();
    await tab.dialog('Revoke this certificate').getByRole('button', { name: 'Revoke' }).click();
    const taken = tab.page.waitForEvent('download');
    await tab.button('Save revocation list').click();
    await (await taken).saveAs(join(folder, 'ca.crl.pem'));

    const text = openssl('crl', '-in', 'ca.crl.pem', '-noout', '-text', '-CAfile', 'ca.pem');

    const serial = openssl('x509', '-in', 'orders-worker.fullchain.pem', '-noout', '-serial');
    expect(text).toContain(serial.trim().replace('serial=', ''));
  });

  test.skipIf(!isOnPath('keytool'))('a truststore takes along what a Java of this machine trusts', async () => {
    const held = (store: string): number => {
      const args = ['-list', '-keystore', store, '-storepass', 'changeit'];
      const text = execFileSync('keytool', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
      return text.match(/trustedCertEntry/g)?.length ?? 0;
    };
    await tab.button(/^Export Sealwire /).click();
    await tab.page.getByRole('radio', { name: /^Java A truststore that every/ }).check();
    const field = tab.field('What else it is to trust');
    const offered = field.getByRole('option', { name: /^The cacerts of Java / }).first();
    await offered.waitFor({ state: 'attached' });
    const words = (await offered.textContent()) ?? '';
    await field.selectOption({ label: words });
    await picture('real-export-merged');

    const [file = ''] = await save(1);

    const cacerts = /\((.+)\)$/.exec(words)?.[1] ?? '';
    expect(held(file)).toBe(held(cacerts) + 1);
    await tab.button('Done').click();
  });

  test('several leave at once in several formats, each read by OpenSSL', async () => {
    await tab.page.getByText('in use', { exact: true }).click();
    await tab.button(/^Export localhost/).click();
    await tab.button('Several at once…').click();
    const dialog = tab.dialog('Export several at once');
    await dialog.getByRole('checkbox', { name: /^Sealwire / }).check();
    await dialog.getByRole('checkbox', { name: 'PKCS#12', exact: true }).check();
    await dialog.getByRole('checkbox', { name: 'Windows certificate', exact: true }).check();
    await tab.field('Passphrase').fill(PASSPHRASE);
    await tab.field('The same again').fill(PASSPHRASE);

    const files = await save(5);

    await picture('real-export-many');
    expect(files).toEqual(['ca.crt', 'ca.pem', 'localhost.key', 'localhost.p12', 'localhost.pem']);
    expect(openssl('verify', '-x509_strict', '-CAfile', 'ca.pem', 'localhost.pem')).toContain('OK');
    expect(openssl('x509', '-inform', 'DER', '-in', 'ca.crt', '-noout', '-subject')).toContain('Sealwire');
    openssl('pkcs12', '-in', 'localhost.p12', '-passin', `pass:${PASSPHRASE}`, '-nokeys');
    openssl('pkey', '-in', 'localhost.key', '-passin', `pass:${PASSPHRASE}`, '-noout');
    expect(await tab.holds(PASSPHRASE)).toBe(false);
    await tab.button('Done').click();
  });

  test('a two-tier authority takes over, and the older one can be retired', async () => {
    await tab.button('New authority').click();
    await tab.field('Further domains').fill('shop.example');
    await tab.page.getByRole('checkbox', { name: /^Two tiers/ }).check();
    await tab.button('Make authority').click();
    await tab.heading('The new authority signs from now on').waitFor();
    await picture('real-new-authority');
    await tab.button('Export for agents').click();
    const [file = ''] = await save(1);

    expect(readFileSync(join(folder, file), 'utf8').match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    await tab.button('Done').click();
    await tab.page.getByRole('button', { name: /^Retire/ }).click();
    await tab.button('Retire').click();
    await tab.page.getByText(/presents a new certificate under the current authority/).waitFor();
    await tab.button('Done').click();
    await tab.heading('1 retired authority').waitFor();
    await picture('real-certificates');
  });

  test('an authority of the organisation is taken in from PKCS#12 and signs from then on', async () => {
    openssl(
      ...'req -x509 -newkey rsa:3072 -nodes -keyout org.key -out org.pem -days 300 -subj'.split(' '),
      '/CN=Shop dev CA',
      ...'-addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign'.split(' '),
    );
    openssl(...'pkcs12 -export -inkey org.key -in org.pem -out org.p12 -passout'.split(' '), `pass:${PASSPHRASE}`);

    await tab.button('Import an authority').click();
    await tab.page.getByLabel(/^Certificate, key and chain/).setInputFiles(join(folder, 'org.p12'));
    await tab.button('Import').click();
    await tab.page
      .getByRole('alert')
      .getByText(/passphrase/)
      .first()
      .waitFor();
    await tab.page.keyboard.type(PASSPHRASE);
    await tab.page.keyboard.press('Enter');
    await tab.heading('The authority is taken in').waitFor();
    await tab.button('Done').click();

    const { authorities } = await sealwire.client.call('status', {});
    expect(authorities.find(({ current }) => current)?.commonName).toBe('Shop dev CA');
    expect(await tab.holds(PASSPHRASE)).toBe(false);
  });

  test('a signing request is signed by it', async () => {
    openssl(
      ...'req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout x.key -subj /CN=x.test -addext subjectAltName=DNS:x.test -out x.csr'.split(
        ' ',
      ),
    );

    await tab.button('Issue certificate').click();
    await tab.page.getByRole('radio', { name: 'Signing request' }).check();
    await tab.page.getByLabel('Or a file, PEM or DER').setInputFiles(join(folder, 'x.csr'));
    await tab.dialog('Issue a certificate').getByRole('button', { name: 'Issue certificate' }).click();
    await tab.dialog('Export x.test').waitFor();
    await tab.page.getByRole('radio', { name: /^nginx/ }).check();
    const files = await save(2);

    expect(files).toEqual(['ca.pem', 'x.test.fullchain.pem']);
    expect(openssl('verify', '-CAfile', 'org.pem', 'x.test.fullchain.pem')).toContain('OK');
    await tab.button('Done').click();
  });

  test('many are issued in one go', async () => {
    await tab.button('Issue certificate').click();
    await tab.page.getByRole('radio', { name: 'Many at once' }).check();
    await tab.field('One certificate a line').fill(Array.from({ length: 60 }, (_, at) => `till-${at}.test`).join('\n'));
    await tab.button('Issue 60 certificates').click();

    await tab.page.getByText(/60 certificates issued in/).waitFor();

    await tab.button('Done').click();
    await tab.field('Find a certificate').fill('till-59');
    await tab.page.getByText('till-59.test').waitFor();
    expect(await tab.axe()).toEqual([]);
    await picture('real-many');
  });
});
