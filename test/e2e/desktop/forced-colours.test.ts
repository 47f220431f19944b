import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import { useDesktop } from './open-desktop.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');

const SCREENS = [
  { name: 'home', path: '/', shows: 'Stopped at trusted' },
  { name: 'connect', path: '/connect/python', shows: 'Copy' },
  { name: 'service', path: '/service/shop-api', shows: 'Copy fix' },
  { name: 'attempt', path: '/attempt/att-8', shows: 'Client hello' },
  { name: 'settings', path: '/settings', shows: 'Third-party licences' },
] as const;

describe.skipIf(whyNoBrowser !== null)(`forced colours${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`, () => {
  const open = useDesktop();
  mkdirSync(FOLDER, { recursive: true });

  test.each(SCREENS)('leave $name with icons, edges and a focus that can be seen', async ({ name, path, shows }) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      const { app } = await open('living', {
        path,
        prepare: (page) => page.emulateMedia({ forcedColors: 'active', colorScheme }),
      });
      const { page } = app;
      await page.getByText(shows).first().waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.screenshot({ path: join(FOLDER, `forced-${name}-${colorScheme}.png`), animations: 'disabled' });

      const seen = await page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        const icons = [...document.querySelectorAll('svg')].filter((icon) => icon.getBoundingClientRect().width > 0);
        const focused = getComputedStyle(document.activeElement ?? document.body);
        return {
          icons: icons.length,
          lostIcons: icons.filter((icon) => getComputedStyle(icon).color === canvas).length,
          hasOutline: focused.outlineStyle !== 'none' && focused.outlineColor !== canvas,
        };
      });

      expect(seen.icons).toBeGreaterThan(5);
      expect(seen).toMatchObject({ lostIcons: 0, hasOutline: true });
      expect(app.complaints.console).toEqual([]);
    }
  });
});
