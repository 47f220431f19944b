import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { UI_TOKEN } from '../../support/fake-ui-data.ts';
import { useDesktop } from './open-desktop.ts';

describe.skipIf(whyNoBrowser !== null)(`the desktop window${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useDesktop();

  test('copies a secret through the shell, which takes it off the clipboard, and says so', async () => {
    const { app, shell } = await open('living');

    await app.button(/Copy the secret token; it leaves the clipboard after 60 seconds/).click();

    await app.said().getByText('The secret leaves the clipboard in 60 seconds.').waitFor();
    expect(shell.asked).toContainEqual({ name: 'copy', input: { text: UI_TOKEN, isSecret: true } });
    expect(await app.holds(UI_TOKEN)).toBe(false);
  });

  test('saves a file where the person says, and says where it went or why it did not', async () => {
    const { app, shell } = await open('living', { path: '/settings' });
    await app.button('Show diagnostics bundle').click();

    await app.button(/^Save sealwire-diagnostics/).click();
    await app.said().getByText('Saved to /home/ada/Documents/saved.txt').waitFor();
    shell.saved = { error: { code: 'DISK_FAILED', message: 'The disk is full.', fix: 'Free some space.' } };
    await app.button(/^Save sealwire-diagnostics/).click();
    await app.said().getByText('Nothing was saved: The disk is full.').waitFor();

    expect(shell.asked.find(({ name }) => name === 'saveFile')?.input).toMatchObject({
      name: 'sealwire-diagnostics.json',
      content: expect.stringContaining('"version"'),
    });
  });

  test('goes where menu, tray and links lead, and to Home where they lead nowhere', async () => {
    const { app, shell } = await open('living');

    await shell.command({ kind: 'show', path: '/connect/python' });
    await app.heading(/Connect/).waitFor();
    expect(new URL(app.page.url()).pathname).toBe('/connect/python');
    for (const path of ['/nowhere', '//evil.test/', 'https://evil.test', '/\\evil.test']) {
      await shell.command({ kind: 'show', path: '/tokens' });
      await app.heading('Tokens').waitFor();
      await shell.command({ kind: 'show', path });
      await app.heading('Your endpoint is ready').waitFor();
      expect(new URL(app.page.url()).pathname, path).toBe('/');
    }
    await shell.command({ kind: 'palette' });
    await app.dialog('Command palette').waitFor();
    await shell.command({ kind: 'said', text: 'shop-web stopped at trusted.' });
    await app.said().getByText('shop-web stopped at trusted.').waitFor();
  });

  test('says why the core is gone, starts it again by one press, and says once that it is back', async () => {
    const { app, shell } = await open('living');
    const problem = { message: 'The core ended.', fix: 'Start it again.', canRestart: true };

    await shell.link({ state: 'lost', problem });
    await app.page.getByText('The core ended. What you see is what it last said.').waitFor();
    await app.button('Start it again').press('Enter');
    await shell.link({ state: 'open', problem: null });

    await app.said().getByText('Sealwire had stopped answering and was started again.').waitFor();
    await app.page.getByText('The core ended.').waitFor({ state: 'detached' });
    expect(shell.asked.map(({ name }) => name)).toContain('restartCore');
  });

  test('shows before anything else why there is no core at all', async () => {
    const problem = { message: 'The core of Sealwire is missing.', fix: 'Install Sealwire again.', canRestart: true };
    const { app } = await open('living', {
      link: { state: 'lost', problem },
      prepare: (_page, ui) => ui.core.answer('status', () => new Promise(() => undefined)),
    });

    await app.page.getByText('The core of Sealwire is missing.').waitFor();
    await app.button('Start it again').waitFor();
    expect(await app.axe()).toEqual([]);
  });

  test('puts the command on the PATH after its plan was agreed to, and takes it away, by the keyboard alone', async () => {
    const { app, ui } = await open('living', { path: '/settings' });

    await app.button('Add to PATH…').focus();
    await app.page.keyboard.press('Enter');
    await app.dialog('Add the sealwire command').waitFor();
    await app.page.keyboard.press('Escape');
    expect(ui.core.calls).not.toContain('command.install');
    await app.button('Add to PATH…').press('Enter');
    await app.page.keyboard.press('Enter');
    await app.page.getByText('Your terminals find it at /home/ada/.local/bin/sealwire.').waitFor();
    await app.button('Take away').press('Enter');

    await app.button('Add to PATH…').waitFor();
    expect(ui.core.calls.filter((name) => name.startsWith('command.i') || name.startsWith('command.u'))).toEqual([
      'command.install',
      'command.uninstall',
    ]);
  });

  test('keeps its choices, and looks for updates only when it is told to', async () => {
    const { app, shell } = await open('living', { path: '/settings' });
    const updates = app.field('Look for updates once a day');
    await updates.waitFor();
    expect(await updates.isChecked()).toBe(false);
    expect(shell.asked.map(({ name }) => name)).not.toContain('checkForUpdate');

    await updates.press('Space');
    await app.field('Start when I log in').press('Space');
    shell.update = { state: 'ready', version: '0.2.0' };
    await app.button('Look now').press('Enter');
    await app.button('Install and restart').press('Enter');

    expect(shell.settings).toMatchObject({ looksForUpdates: true, startAtLogin: true, notifies: true });
    await expect.poll(() => shell.asked.at(-1)?.name).toBe('installUpdate');
  });

  test('gives next steps that need no terminal', async () => {
    const { app } = await open('living', {
      prepare: (_page, ui) => {
        const problem = {
          code: 'PORT_TAKEN',
          message: 'Port 8200 on 127.0.0.1 is taken by apm-server.',
          fix: 'Stop that program, or use the next free port: `sealwire up --port 8201`.',
        };
        const { endpoint } = ui.core.world.status;
        if (endpoint === null) throw new Error('this scene has an endpoint');
        ui.core.world.status = {
          ...ui.core.world.status,
          endpoint: { ...endpoint, listening: false, since: null, problem },
        };
      },
    });

    await app.page.getByText('Stop that program, or use any free port.').first().waitFor();
    await app.button('Use any free port').first().waitFor();
    expect(await app.holds('sealwire up')).toBe(false);
  });

  test('undoes a change from Activity and says what became of it', async () => {
    const { app } = await open('living', { path: '/activity' });

    await app.button(/^Undo: Added the authority/).press('Enter');
    await app.page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).press('Enter');

    await app.said().getByText('/home/ada/.pki/nssdb is as it was before.').waitFor();
    await app.page.getByText('undone', { exact: true }).waitFor();
    expect(await app.button(/^Undo/).count()).toBe(0);
  });
});
