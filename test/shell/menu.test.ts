import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { applicationMenu, type MenuAct } from '../../main/shell/menu/application-menu.ts';
import { SCREENS } from '../../main/shell/status/screens.ts';
import { SCREENS as PAGES } from '../../renderer/app/screens.tsx';

const PLATFORMS = ['darwin', 'linux', 'win32'] as const;

function linesOf(
  platform: (typeof PLATFORMS)[number],
  isDevelopment = false,
): { lines: MenuItemConstructorOptions[]; acts: MenuAct[]; menus: MenuItemConstructorOptions[] } {
  const acts: MenuAct[] = [];
  const menus = applicationMenu({ platform, isDevelopment }, (act) => acts.push(act));
  const lines = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  return { lines, acts, menus };
}

describe('the application menu', () => {
  test('leads to every screen of the page’s rail, by its name', () => {
    const rail = PAGES.filter(({ icon }) => icon !== null).map(({ path, title }) => ({ path, title }));
    expect(SCREENS).toEqual(rail);
  });

  test.each(PLATFORMS)('of %s shows each screen and asks for nothing else', (platform) => {
    const { lines, acts } = linesOf(platform);
    for (const { click } of lines) (click as (() => void) | undefined)?.();
    const shown = acts.flatMap((act) => (act.kind === 'show' ? [act.path] : []));
    expect(new Set(shown)).toEqual(new Set(SCREENS.map(({ path }) => path)));
    expect(acts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['palette', 'zoom', 'documentation', 'licences', 'logs', 'about', 'quit']),
    );
  });

  test.each(PLATFORMS)('of %s gives no shortcut twice', (platform) => {
    const shortcuts = linesOf(platform, true).lines.flatMap(({ accelerator }) => accelerator ?? []);
    expect(shortcuts).toContain('CmdOrCtrl+K');
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  test('reloads and opens developer tools in development alone', () => {
    const roles = (isDevelopment: boolean) => linesOf('linux', isDevelopment).lines.map(({ role }) => role);
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(roles(false)).not.toContain('reload');
    expect(roles(false)).not.toContain('toggleDevTools');
  });

  test('begins with the app’s own menu on macOS alone', () => {
    expect(linesOf('darwin').menus[0]?.label).toBe('Sealwire');
    expect(linesOf('darwin').lines.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['services', 'hide', 'hideOthers']),
    );
    expect(linesOf('win32').menus[0]?.label).toBe('File');
  });
});
