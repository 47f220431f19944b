import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../support/browser.ts';
import type { Scene } from '../../support/fake-ui-core.ts';
import { type OpenDesktop, useDesktop } from './open-desktop.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/144.0.0.0 Electron/45.4.1';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/144.0.0.0 Electron/45.4.1';

interface Shown {
  readonly name: string;
  readonly scene: Scene;
  readonly path: string;
  readonly userAgent?: string;
  /** Brings about what is to be seen once the page is there. */
  readonly act?: (open: OpenDesktop) => Promise<unknown>;
  readonly shows: string;
}

const desktopPart = async ({ app }: OpenDesktop): Promise<void> =>
  app.page.getByRole('heading', { name: 'Desktop' }).evaluate((heading) => heading.scrollIntoView());

const SCENES: readonly Shown[] = [
  { name: 'desktop-home-mac', scene: 'living', path: '/', userAgent: MAC, shows: 'Stopped at trusted' },
  { name: 'desktop-home-windows', scene: 'living', path: '/', userAgent: WINDOWS, shows: 'Stopped at trusted' },
  {
    name: 'desktop-menu-windows',
    scene: 'living',
    path: '/',
    userAgent: WINDOWS,
    act: async ({ app, shell }) => {
      await app.button('Menu').click();
      await expect.poll(() => shell.asked.find(({ name }) => name === 'showMenu')?.input).toMatchObject({ y: 44 });
    },
    shows: 'Stopped at trusted',
  },
  { name: 'desktop-first-run-mac', scene: 'first-run', path: '/', userAgent: MAC, shows: 'Listens on' },
  { name: 'desktop-settings', scene: 'living', path: '/settings', act: desktopPart, shows: 'Third-party licences' },
  {
    name: 'desktop-update-available',
    scene: 'living',
    path: '/settings',
    act: async (open) => {
      await open.app.button('Look now').waitFor();
      await open.shell.tellUpdate({ state: 'available', version: '0.2.0', notes: 'Java and Ruby.\nFaster start.' });
      await open.app.page.getByText('What is new in 0.2.0').click();
      await desktopPart(open);
    },
    shows: 'Java and Ruby.',
  },
  {
    name: 'desktop-update-fetching',
    scene: 'living',
    path: '/settings',
    act: async (open) => {
      await open.app.button('Look now').waitFor();
      await open.shell.tellUpdate({ state: 'fetching', version: '0.2.0', percent: 42.4 });
      await desktopPart(open);
    },
    shows: 'Downloading version 0.2.0: 42 %.',
  },
  {
    name: 'desktop-update-failed',
    scene: 'living',
    path: '/settings',
    act: async (open) => {
      await open.app.button('Look now').waitFor();
      const fix = 'Nothing was installed. Try again later.';
      await open.shell.tellUpdate({ state: 'failed', message: 'The signature of version 0.2.0 is not ours.', fix });
      await desktopPart(open);
    },
    shows: 'The signature of version 0.2.0 is not ours.',
  },
  {
    name: 'desktop-command-plan',
    scene: 'living',
    path: '/settings',
    act: ({ app }) => app.button('Add to PATH…').click(),
    shows: 'This is what will be changed on this machine.',
  },
  {
    name: 'desktop-licences',
    scene: 'living',
    path: '/settings',
    act: async ({ app }) => {
      await app.button('Third-party licences').click();
      await app.field('Find a package or a word').fill('mit');
    },
    shows: '2 of 4 parts',
  },
  {
    name: 'desktop-core-lost',
    scene: 'living',
    path: '/',
    act: ({ shell }) =>
      shell.link({
        state: 'lost',
        problem: {
          message: 'The core of Sealwire ended three times in a minute.',
          fix: 'Start it again; if it ends again, save the diagnostics bundle.',
          canRestart: true,
        },
      }),
    shows: 'Start it again',
  },
  { name: 'desktop-activity', scene: 'living', path: '/activity', shows: 'Undo' },
];

describe.skipIf(whyNoBrowser !== null)(
  `every scene of the desktop window${whyNoBrowser === null ? '' : ` (${whyNoBrowser})`}`,
  () => {
    const open = useDesktop();
    mkdirSync(FOLDER, { recursive: true });

    test.each(SCENES)('$name keeps to the policy, passes axe in both themes and fits its window', async (shown) => {
      const opened = await open(shown.scene, {
        path: shown.path,
        ...(shown.userAgent === undefined ? {} : { userAgent: shown.userAgent }),
      });
      const { ui, app } = opened;
      const found: string[] = [];
      await shown.act?.(opened);
      await app.page.getByText(shown.shows).first().waitFor();

      for (const theme of ['light', 'dark'] as const) {
        ui.core.world.settings = { ...ui.core.world.settings, theme };
        ui.core.push({ topic: 'changed', what: ['settings'] });
        await app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
        for (const size of SIZES) {
          await app.page.setViewportSize(size);
          await app.page.screenshot({
            path: join(FOLDER, `${shown.name}-${theme}-${size.width}.png`),
            animations: 'disabled',
          });
          const beyond = await app.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (beyond > 0) found.push(`scrolls ${beyond} px sideways at ${size.width}`);
        }
        found.push(...(await app.axe()));
      }

      expect(found).toEqual([]);
      expect(app.complaints).toEqual({ console: [], csp: [] });
      expect(opened.shell.asked.filter(({ name }) => name === 'setTheme').at(-1)).toMatchObject({ input: 'dark' });
    });
  },
);
