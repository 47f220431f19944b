import { onTestFinished, vi } from 'vitest';
import { boot } from '../../main/shell/boot.ts';
import { type ShellConcerns, windowAlone } from '../../main/shell/concerns.ts';
import { tempHome } from '../support/temp-home.ts';
import { app, type BrowserWindow, seen } from './electron-double/electron.ts';
import type { ContentsDouble } from './electron-double/frame.ts';
import { smallInterface } from './small-interface.ts';

/** The whole shell, started in Node on the double. There is no core: the shell was told of no Node to run one. It quits with the test. */
export async function bootedShell(
  concerns: ShellConcerns = windowAlone(),
): Promise<{ readonly window: BrowserWindow; readonly contents: ContentsDouble; readonly home: string }> {
  const { home } = tempHome();
  vi.stubEnv('SEALWIRE_HOME', home);
  onTestFinished(() => app.quit());
  await boot(smallInterface(), concerns);
  const [window] = seen.windows;
  if (window === undefined) throw new Error('there is no window');
  return { window, contents: seen.contents, home };
}
