import { chmodSync, copyFileSync, renameSync, rmSync } from 'node:fs';
import { AppImageUpdater } from 'electron-updater';

/**
 * Puts a fetched AppImage into the place of the one that runs, whole or not at all, under the name that the person gave it. electron-updater's own takes the old
 * one away first, and starts the new one while the old one still holds the lock of the single instance; here it is started once this app has ended.
 */
export class ReplacingAppImageUpdater extends AppImageUpdater {
  /** Has the program started after this app has ended; set before `quitAndInstall`. */
  startAfterwards: (program: string) => void = () => undefined;

  override quitAndInstall(): void {
    // The page that asked is answered first.
    if (this.install(false, true)) setImmediate(() => this.app.quit());
    else this.quitAndInstallCalled = false;
  }

  protected override doInstall(): boolean {
    const image = process.env.APPIMAGE ?? '';
    const fetched = this.installerPath;
    if (image === '' || fetched === null) throw new Error('there is no AppImage to replace');
    const beside = `${image}.${process.pid}.new`;
    try {
      copyFileSync(fetched, beside);
      chmodSync(beside, 0o755);
      renameSync(beside, image);
    } finally {
      rmSync(beside, { force: true });
    }
    this.startAfterwards(image);
    return true;
  }
}
