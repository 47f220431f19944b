import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { downloads } from '../../support/downloads.ts';
import { UI_TOKEN } from '../../support/fake-ui-data.ts';
import { useScenes } from './open-scene.ts';
import { photograph } from './photograph.ts';

describe.skipIf(whyNoBrowser !== null)(`handing over${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('a name, a look at the files, and they are saved as one archive', async () => {
    const { ui, app } = await open('living', { path: '/hand-over' });
    const asked: unknown[] = [];
    await app.page.getByText('No name of the server yet').waitFor();
    expect(await app.button('Save files').isDisabled()).toBe(true);

    await app.page.getByLabel('Another name or address').fill('apm.test');
    await app.page.getByText('auth:').waitFor();
    await app.page.getByText('Then, on the server').waitFor();
    await app.page.getByRole('radio', { name: 'data/apm-server.keystore' }).check();
    await app.page.getByText('The token as SECRET_TOKEN').waitFor();
    await app.page.getByRole('radio', { name: 'certs/apm-server.key' }).check();
    await app.page.getByText('••••••••').first().waitFor();
    expect(await app.axe()).toEqual([]);
    expect(await app.holds(UI_TOKEN)).toBe(false);

    const { calls } = ui.core;
    expect(calls).not.toContain('server.export');
    ui.core.answer('server.export', async ({ names, archive, target, certificate }) => {
      asked.push([target, names, archive, certificate]);
      return {
        target: 'standalone',
        url: '',
        names: [],
        steps: [],
        notes: [],
        certificate: null,
        files: [
          { name: 'apm-server-standalone.tar.gz', mediaType: 'application/gzip', base64: 'H4sI', isSecret: true },
        ],
      };
    });
    const [file] = await downloads(app.page, 1, () => app.button('Save files').click());
    expect(file?.suggestedFilename()).toBe('apm-server-standalone.tar.gz');
    await app.page.getByText('keep it where only you can read it').waitFor();
    expect(asked).toEqual([['standalone', ['apm.test'], true, { from: 'authority' }]]);
  });

  test('another way to run it changes the files, and the address keeps the place', async () => {
    const { app } = await open('living', { path: '/hand-over' });

    await app.field('How it is run').selectOption({ label: 'Docker Compose' });
    await app.page.getByText('docker compose up -d').waitFor();
    await app.page.getByLabel('With Elasticsearch and Kibana').check();
    await app.page.getByRole('radio', { name: '.env' }).check();
    await app.page.getByText('ELASTIC_PASSWORD=••••••••').waitFor();
    expect(app.page.url()).toContain('target=compose');

    await app.page.getByRole('link', { name: 'Check it from outside' }).click();
    await app.page.waitForURL(/\/doctor\?url=https/);
    await app.page.goBack();
    await app.page.getByText('docker compose up -d').waitFor();
    await app.page.reload();
    await app.page.getByText('docker compose up -d').waitFor();
  });

  test('browsers, client certificates and versions of TLS go into the settings', async () => {
    const { ui, app } = await open('living', { path: '/hand-over' });
    await app.page.getByLabel('Another name or address').fill('apm.test');
    await app.page.getByText('auth:').waitFor();

    await app.page.getByText('Browsers, client certificates and versions of TLS').press('Enter');
    await app.field('Browsers (RUM)').selectOption('on');
    await app.field('Origins of their pages').fill('https://shop.example, https://*.test');
    await app.field('Certificates of clients').selectOption('required');
    await app.field('Versions of TLS').selectOption('1.3');

    await app.page.getByText(/client_authentication: "?required"?/).waitFor();
    const written = await app.page.getByRole('main').innerText();
    expect(written).toContain('https://shop.example');
    expect(written).toContain('https://*.test');
    expect(written).toMatch(/supported_protocols:\s+(- )?\[?"?TLSv1\.3/);
    await photograph({ ui, app }, 'hand-over-more');
    expect(app.complaints).toEqual({ console: [], csp: [] });
  });

  test('what cannot be is said where it is typed', async () => {
    const { app } = await open('living', { path: '/hand-over?target=kubernetes' });

    await app.field('Port').fill('0');
    await app.page.getByText('A port is a number from 1 to 65535.').waitFor();
    await app.field('Port').fill('8200');
    await app.field('Version of APM Server').fill('6');
    await app.page.getByRole('alert').getByText('not those of 6').waitFor();
    expect(await app.button('Save files').isDisabled()).toBe(true);
    await app.field('Version of APM Server').fill('7');
    await app.page.getByText('Then, on the server').waitFor();
  });
});
