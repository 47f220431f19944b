import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that Chromium and the window keep their own files in: `desktop` of the data folder. Where that cannot be written to, one for this start alone: the
 * window has to open, because it is where the core's sentence about the data folder is read.
 */
export function desktopFolder(home: string): string {
  const folder = join(home, 'desktop');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch {
    // EACCES, EROFS, ENOTDIR and what network drives say: the core will name it.
    return mkdtempSync(join(tmpdir(), 'sealwire-desktop-'));
  }
}
