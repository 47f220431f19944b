import { powerMonitor } from 'electron';
import type { ClipboardKeeper } from '../clipboard/clipboard-keeper.ts';
import type { ShellParts } from '../parts.ts';
import type { CoreWatch } from '../status/watch-core.ts';

/**
 * Sleep and wake. Going to sleep and locking take a secret off the clipboard, whose minute stands still meanwhile. Waking has the core look at itself; whoever follows the core then hears
 * of everything that changed, expiries among it. A core that does not answer is told by the link.
 */
export function setUpPower(parts: ShellParts, watch: CoreWatch, clipboard: Pick<ClipboardKeeper, 'clearSecret'>): void {
  const leave = (): void => {
    clipboard.clearSecret().catch((error: unknown) => parts.log(`clipboard not cleared: ${String(error)}`));
  };
  const wake = (): void => {
    parts.core.call('app.wake', {}).then(
      () => watch.refresh(),
      (error: unknown) => parts.log(`not awake: ${String(error)}`),
    );
  };
  powerMonitor.on('suspend', leave);
  powerMonitor.on('lock-screen', leave);
  powerMonitor.on('resume', wake);
  parts.onClose(() => {
    powerMonitor.off('suspend', leave);
    powerMonitor.off('lock-screen', leave);
    powerMonitor.off('resume', wake);
  });
}
