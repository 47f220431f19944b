import { describe, expect, test } from 'vitest';
import type { Rehearsal } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { reporting } from '../../support/fake-ui-data.ts';
import { useScenes } from './open-scene.ts';
import { photograph } from './photograph.ts';

const REPORT: Rehearsal['services'] = [
  {
    service: 'shop-api',
    environment: null,
    result: 'lost',
    why: 'It sends a token that is refused once the retiring ones have ended.',
    fix: 'Give it the active token, or start it anew by `sealwire run`.',
  },
  { service: 'shop-web', environment: 'development', result: 'stays', why: 'It sends the active token.', fix: null },
];

describe.skipIf(whyNoBrowser !== null)(`changing tokens${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test('who still uses the old one is told before it is retired', async () => {
    const { ui, app } = await open('living', { path: '/tokens?do=rotate' });
    await app.dialog('Rotate the secret token').getByRole('button', { name: 'Rotate' }).click();
    await app.page.getByText('Still used by').waitFor();
    ui.core.show({ ...reporting, tokenId: 'tok-2' });
    await app.page.getByText('nobody: it can be retired').waitFor();
    ui.core.show({ ...reporting, tokenId: 'tok-1' });
    await app.page.getByText('nobody: it can be retired').waitFor({ state: 'detached' });

    await app.button('Retire').click();
    const dialog = app.dialog('Retire this token');
    await dialog.getByText('still uses it and cannot report any more').waitFor();
    await dialog.getByRole('button', { name: 'Retire all the same' }).click();

    await dialog.waitFor({ state: 'detached' });
    expect(ui.core.world.status.tokens.map(({ id }) => id)).toEqual(['tok-2']);
    expect(app.complaints).toEqual({ console: [], csp: [] });
  });

  test('a change is played with the agents, and tells who would be lost', async () => {
    const { ui, app } = await open('living', { path: '/tokens?do=rotate' });
    await app.dialog('Rotate the secret token').getByRole('button', { name: 'Rotate' }).click();
    await app.heading('Retiring token').waitFor();
    const played = Promise.withResolvers<Rehearsal>();
    ui.core.answer('rehearsal.run', async ({ change, seconds }) => {
      expect([change, seconds]).toEqual(['token', 60]);
      return played.promise;
    });
    ui.core.answer('rehearsal.end', async () => {
      played.resolve({ change: 'token', seconds: 60, services: REPORT });
      return { ended: true };
    });

    await app.command('play a change before it is made');
    const dialog = app.dialog('Play a change');
    expect(await dialog.getByLabel('The retiring tokens end').isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Play it for a minute' }).press('Enter');
    await dialog.getByText('Use your applications now').waitFor();
    await dialog.getByRole('button', { name: 'End it now' }).press('Enter');

    await dialog.getByText('1 service would have been lost.').waitFor();
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('shop-api would be lost. It sends a token'),
      expect.stringContaining('shop-web development stays.'),
    ]);
    await photograph({ ui, app }, 'rehearsal');
    expect(app.complaints).toEqual({ console: [], csp: [] });
  });

  test('the plan for a server is found by the palette and shows each step with its commands', async () => {
    const { ui, app } = await open('living');

    await app.command('change the token of a server');
    const dialog = app.dialog('Change the token of a server');
    await dialog.waitFor();
    await app.page.keyboard.type('https://apm.example.com:8200');
    await app.page.keyboard.press('Enter');

    await dialog.getByRole('heading', { name: 'Stand in front' }).waitFor();
    expect(await dialog.innerText()).toContain('up --host ADDRESS --relay https://apm.example.com:8200');
    expect(await dialog.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Stand in front',
      'Move the agents to it',
      'See that nobody is left',
      'Change the token of the server',
      'Go on with the new one',
      'Move the agents back',
    ]);
    await photograph({ ui, app }, 'token-plan');
    await app.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(app.complaints).toEqual({ console: [], csp: [] });
  });
});
