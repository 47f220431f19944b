import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, startBrowser, whyNoBrowser } from '../../support/browser.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { isDebian, whyNoPrivateRoot } from '../../support/private-root.ts';
import { type PrivateSealwire, startPrivately } from '../../support/private-sealwire.ts';
import { keepForReadme, PICTURED_HOME } from '../../support/readme-pictures.ts';
import { openSealwire, type SealwirePage } from '../pages/sealwire.ts';

const SCREENS = join(import.meta.dirname, '..', 'screens');
const PLAN = 'Trust your authority on this machine';

const why = [
  whyNoBrowser,
  whyNoPrivateRoot,
  isDebian ? null : 'this is not Debian',
  isOnPath('certutil') ? null : 'certutil is not installed',
].find((reason) => reason !== null);

/** What the system trusts: names, links and content of its folders. */
const MACHINE = `find /usr/local/share/ca-certificates /etc/ssl/certs \\( -type f -exec sha256sum {} + \\) -o \\( -type l -printf '%p -> %l\\n' \\) | sort`;

/**
 * Trust as an ordinary user has it, in the real thing: real core, real stores in a private root, real programs that connect, a real browser to see it in. The
 * tests are one story and run in order. A picture of the README is taken here.
 */
describe.skipIf(why !== undefined)(`trust in Chromium${why === undefined ? '' : ` [skipped: ${why}]`}`, () => {
  let sealwire: PrivateSealwire;
  let browser: Browser;
  let tab: SealwirePage;
  let before: string;

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    [sealwire, browser] = await Promise.all([startPrivately({ as: PICTURED_HOME }), startBrowser()]);
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    browser.context.setDefaultTimeout(20_000);
    // Java's copy is left out: its tool writes the present time into it at each run.
    sealwire.asAdministrator('rm -rf /etc/ca-certificates/update.d /etc/ssl/certs/java && update-ca-certificates');
    before = sealwire.asAdministrator(MACHINE);
    tab = await openSealwire(browser.context, sealwire.link, { path: '/trust' });
  }, 60_000);
  afterEach(() => {
    expect(tab.complaints).toEqual({ console: [], csp: [] });
  });
  afterAll(async () => {
    await browser.close();
    await sealwire.stop();
  });

  const row = (id: string) => tab.page.locator(`[data-store="${id}"]`);
  /** In both themes at both sizes, each looked through by axe. */
  const picture = async (name: string): Promise<void> => {
    for (const theme of ['light', 'dark'] as const) {
      await tab.page.emulateMedia({ colorScheme: theme });
      for (const size of [
        { width: 1280, height: 800 },
        { width: 900, height: 600 },
      ]) {
        await tab.page.setViewportSize(size);
        const file = `real-${name}-${theme}-${size.width}`;
        const path = join(SCREENS, `${file}.png`);
        keepForReadme(file, await tab.page.screenshot({ path, animations: 'disabled' }));
      }
      expect(await tab.axe()).toEqual([]);
    }
    await tab.page.emulateMedia({ colorScheme: 'light' });
    await tab.page.setViewportSize({ width: 1280, height: 800 });
  };
  const copied = async (of: string): Promise<string> => {
    const step = tab.page.getByRole('dialog').getByRole('listitem').filter({ hasText: of }).first();
    await step.getByRole('button', { name: /^Copy/ }).click();
    return tab.page.evaluate(() => navigator.clipboard.readText());
  };

  test('every store that is here is shown, and none trusts the authority', async () => {
    await row('system').getByText('needs admin').waitFor();

    await tab.page.getByText(/^None of \d+ stores on this machine trusts your authority\.$/).waitFor();
    await row('chromium').getByText('not installed').waitFor();
    await picture('trust-list');
  });

  test('the plan is agreed to, and each store is verified by handshakes or left to the person', async () => {
    await tab.button('Trust on this machine…').click();
    const dialog = tab.dialog(PLAN);
    await dialog.getByRole('checkbox').first().waitFor();
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await dialog.getByRole('checkbox', { name: 'System store of this Linux' }).check();
    await dialog.getByRole('checkbox', { name: 'curl, by CURL_CA_BUNDLE' }).check();
    await picture('trust-plan');

    await tab.button('Trust in 3 stores').click();
    await dialog.getByText('Store 1 of 3: Chromium and Chrome').waitFor();
    await picture('trust-running');
    await tab.button('Done').waitFor({ timeout: 120_000 });

    await dialog.getByText('2 stores are done and 1 waits for commands that you run.').waitFor();
    await dialog.getByText(/^Chromium [\d.]+ verified$/).waitFor();
    await dialog.getByText('export CURL_CA_BUNDLE=').waitFor();
    await picture('trust-made');
  }, 240_000);

  test('the commands that it gives work, which a handshake shows', async () => {
    const lines = await copied('System store of this Linux');
    expect(lines).toContain('sudo ');

    sealwire.asAdministrator(lines);
    await tab.button('Check now: System store of this Linux').click();

    await tab.dialog(PLAN).getByText('finished a handshake on a certificate of the authority').waitFor();
    await tab.button('Done').click();
    await row('system')
      .locator('summary')
      .getByText(/^verified/)
      .waitFor();
    await row('system').locator('summary').click();
    await row('system')
      .getByText(/^curl [\d.]+ verified$/)
      .waitFor();
    if (
      (await row('system')
        .getByText(/^Node\.js [\d.]+ refused$/)
        .count()) > 0
    )
      await row('system').getByRole('link', { name: 'Trust it there: Node.js, by NODE_EXTRA_CA_CERTS' }).waitFor();
    await picture('trust-verified');
  }, 120_000);

  test('taking everything back leaves the system as it was', async () => {
    await tab.button('Take everything back…').click();
    const dialog = tab.dialog('Take trust back');
    await dialog.getByRole('checkbox').first().waitFor();
    await picture('trust-take-back');
    await tab.button('Take back from 3 stores').click();
    await dialog.getByText('2 stores are taken back and 1 waits for commands that you run.').waitFor();

    sealwire.asAdministrator(await copied('System store of this Linux'));
    await tab.button('Check now: System store of this Linux').click();
    await dialog.getByText('not installed').waitFor();
    await tab.button('Done').click();

    await tab.page.getByText(/^None of \d+ stores/).waitFor();
    expect(sealwire.asAdministrator(MACHINE)).toBe(before);
  }, 120_000);

  test('what a power cut interrupted is told in Activity, and finished from there', async () => {
    // Stands before the real tool on the PATH: adds the authority as that would, tells its process, and never comes back.
    const pipe = join(sealwire.home, 'added');
    const interrupted = `#!/bin/sh\n/usr/bin/certutil "$@" || exit\ncase " $* " in *" -A "*) echo $$ > ${pipe}; exec sleep 600;; esac\n`;
    sealwire.asAdministrator(
      `mkfifo -m 666 ${pipe}\ncat > /usr/local/bin/certutil <<'SCRIPT'\n${interrupted}SCRIPT\nchmod 755 /usr/local/bin/certutil`,
    );
    await tab.button('Trust: Chromium and Chrome…').click();
    await tab.button('Trust in 1 store').click();
    const stuck = sealwire.asAdministrator(`cat ${pipe}`).trim();
    await sealwire.kill();
    sealwire.asAdministrator(`kill ${stuck}\nrm ${pipe} /usr/local/bin/certutil`);
    await tab.close();
    tab = await openSealwire(browser.context, await sealwire.restart(), { path: '/activity' });

    await tab.page.getByText('not finished', { exact: true }).waitFor();
    await picture('activity-interrupted');
    await tab.button(/^Finish: Trust the authority/).click();
    await tab.button('Trust in 1 store').click();
    await tab.button('Done').waitFor({ timeout: 60_000 });
    await tab.page
      .getByRole('dialog')
      .getByText(/^Chromium [\d.]+ verified$/)
      .waitFor();
    await tab.button('Done').click();
    await tab.goTo('Activity');
    expect(await tab.page.getByRole('main').getByRole('listitem').first().innerText()).toContain('done');

    await tab
      .button(/^Undo: Trust the authority/)
      .first()
      .click();
    const undo = tab.dialog('Take trust back');
    await undo.getByRole('checkbox').waitFor();
    await picture('activity-undo');
    await undo.getByRole('button', { name: 'Take back from 1 store' }).click();
    await undo.getByText('is out of').waitFor();
    await tab.button('Done').click();
    await tab.page.getByText('undone', { exact: true }).first().waitFor();
    await picture('activity');
  }, 240_000);
});
