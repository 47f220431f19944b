import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { OpenScene } from './open-scene.ts';

const FOLDER = join(import.meta.dirname, '..', 'screens');

/** Large and light, small and dark: with both, each theme and each size is seen once. */
const LOOKS = [
  { theme: 'light', width: 1280, height: 800 },
  { theme: 'dark', width: 900, height: 600 },
] as const;

/** Photographs what is shown in both themes and sizes, for people to look at, and has axe find nothing in either. */
export async function photograph({ ui, app }: OpenScene, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const { theme, width, height } of LOOKS) {
    await app.page.setViewportSize({ width, height });
    ui.core.world.settings = { ...ui.core.world.settings, theme };
    ui.core.push({ topic: 'changed', what: ['settings'] });
    await app.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
    await app.page.screenshot({ path: join(FOLDER, `${name}-${theme}-${width}.png`), animations: 'disabled' });
    // After the photograph, which brings what was fading to its end.
    expect(await app.axe()).toEqual([]);
  }
}
