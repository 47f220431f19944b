import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { interruptedEntry } from '../../support/fake-ui-data.ts';
import { commandEntry } from '../../support/fake-ui-undo.ts';
import { useScenes } from './open-scene.ts';

/** Every dialog about certificates and trust, with a button that stands there once it is whole. */
const DIALOGS = [
  ['/certificates?do=issue', 'Issue certificate'],
  ['/certificates?do=issue&for=csr', 'Issue certificate'],
  ['/certificates?do=issue&for=many', 'Close'],
  ['/certificates?do=export&id=leaf-1', 'Save files'],
  ['/certificates?do=export-authority', 'Save files'],
  ['/certificates?do=export-many', 'Save files'],
  ['/certificates?do=new-authority', 'Make authority'],
  ['/certificates?do=import', 'Import'],
  ['/certificates?do=revoke&id=leaf-0', 'Revoke'],
  ['/trust?do=install', 'Trust in 1 store'],
  ['/trust?do=install&store=system', 'Show the commands to run'],
  ['/trust?do=uninstall', 'Take back from 3 stores'],
  [`/activity?undo=${interruptedEntry.id}`, 'Take back from 1 store'],
  [`/activity?undo=${commandEntry.id}`, 'Undo'],
] as const;

describe.skipIf(whyNoBrowser !== null)(`by keyboard${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useScenes();

  test.each(DIALOGS)(
    '%s: Tab reaches everything in it, nothing that has the focus is covered, and Escape closes it',
    async (path, button) => {
      const { app } = await open('living', {
        path,
        prepare: async (page, { core }) => {
          await page.setViewportSize({ width: 900, height: 600 });
          core.world.ledger = [...core.world.ledger, interruptedEntry, commandEntry];
        },
      });
      const dialog = app.page.getByRole('dialog');
      await dialog.getByRole('button', { name: button, exact: true }).waitFor();
      const all = await numbered(app.page);
      const reached = new Set<number>();
      const covered: string[] = [];

      // Once around, and past the frame of the browser.
      for (let press = 0; press < all.length + 3; press += 1) {
        const { stop, isCovered } = await focused(app.page);
        if (stop !== null) reached.add(stop);
        if (stop !== null && isCovered) covered.push(all[stop] ?? '');
        await app.page.keyboard.press('Tab');
      }
      expect(all.filter((_, stop) => !reached.has(stop))).toEqual([]);
      expect(covered).toEqual([]);
      await app.page.keyboard.press('Escape');

      await dialog.waitFor({ state: 'detached' });
    },
  );
});

/** What Tab should reach in the dialog that is open, each marked with its number; resolves to how it would be found in a report. */
function numbered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [
      ...document.querySelectorAll<HTMLElement>(
        'dialog[open] :is(a, button, input, select, textarea, summary, [tabindex="0"])',
      ),
    ].filter((element) => {
      const isOff = 'disabled' in element && element.disabled === true;
      // Of a group of radio buttons Tab reaches the one that is chosen.
      const isOther = element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;
      return !isOff && !isOther && element.checkVisibility();
    });
    for (const [stop, element] of found.entries()) element.dataset.stop = String(stop);
    return found.map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Which of them has the focus, and whether something else lies over its middle. */
function focused(page: Page): Promise<{ stop: number | null; isCovered: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element.dataset.stop === undefined)
      return { stop: null, isCovered: false };
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return { stop: Number(element.dataset.stop), isCovered: over === null || !element.contains(over) };
  });
}
