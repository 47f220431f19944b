import { describe, expect, test } from 'vitest';
import { fail } from '../../../main/contract/index.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { commandEntry, undoPlanOf } from '../../support/fake-ui-undo.ts';
import { useScenes } from './open-scene.ts';

const TITLE = 'Undo this change';

describe.skipIf(whyNoBrowser !== null)(
  `a change in Activity${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`,
  () => {
    const open = useScenes();
    const openActivity = () =>
      open('living', {
        path: '/activity',
        prepare: async (_, { core }) => {
          core.world.ledger = [...core.world.ledger, commandEntry];
        },
      });

    test('is undone only after its plan was seen, as it was then', async () => {
      const { ui, app } = await openActivity();
      let seen: string | undefined;
      ui.core.answer('ledger.undo', async (input) => {
        seen = input.seen;
        const entry = { ...commandEntry, state: 'undone' as const };
        ui.core.world.ledger = ui.core.world.ledger.map((each) => (each.id === entry.id ? entry : each));
        ui.core.push({ topic: 'changed', what: ['ledger'] });
        return { entry, said: `${entry.where} is as it was before.` };
      });

      await app.button(`Undo: ${commandEntry.what}…`).click();
      for (const line of undoPlanOf(commandEntry).does) await app.dialog(TITLE).getByText(line).waitFor();
      expect(ui.core.calls).not.toContain('ledger.undo');
      expect(await app.axe()).toEqual([]);
      await app.dialog(TITLE).getByRole('button', { name: 'Undo', exact: true }).click();

      await app.dialog(TITLE).waitFor({ state: 'detached' });
      await app.page.getByText(`${commandEntry.where} is as it was before.`).first().waitFor();
      expect(seen).toBe(undoPlanOf(commandEntry).seen);
      expect(new URL(app.page.url()).search).toBe('');
      expect(ui.core.world.ledger.find(({ id }) => id === commandEntry.id)?.state).toBe('undone');
    });

    test('is left as it is by whoever closes the plan, and the focus comes back', async () => {
      const { ui, app } = await openActivity();
      const undo = app.button(`Undo: ${commandEntry.what}…`);

      await undo.press('Enter');
      await app.dialog(TITLE).getByText('Your rights are enough').waitFor();
      await app.page.keyboard.press('Escape');
      await app.dialog(TITLE).waitFor({ state: 'detached' });

      expect(await undo.evaluate((button) => button === document.activeElement)).toBe(true);
      expect(ui.core.calls).not.toContain('ledger.undo');
    });

    test('that was changed by somebody else meanwhile is shown anew before it is undone', async () => {
      const { ui, app } = await openActivity();
      ui.core.answer('ledger.undo', async () => {
        throw fail('UNDO_REFUSED', { what: commandEntry.where });
      });

      await app.button(`Undo: ${commandEntry.what}…`).click();
      await app.dialog(TITLE).getByRole('button', { name: 'Undo', exact: true }).click();
      await app.dialog(TITLE).getByText('was changed since the plan was shown').waitFor();
      ui.core.answer('ledger.plan', async () => ({ ...undoPlanOf(commandEntry), does: ['Leave it as it is'] }));
      await app.button('Look again').click();

      await app.dialog(TITLE).getByText('Leave it as it is').waitFor();
      expect(ui.core.world.ledger.find(({ id }) => id === commandEntry.id)?.state).toBe('done');
    });
  },
);
