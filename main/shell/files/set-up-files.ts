import { app, dialog } from 'electron';
import { filesToSave, fileToSave } from '../../contract/desktop.ts';
import { realDisk } from '../../core/host/real-disk.ts';
import { realHost } from '../../core/host/real-host.ts';
import type { ShellParts } from '../parts.ts';
import { type AskWhere, saveFile } from './save-file.ts';
import { saveFiles } from './save-files.ts';

/** Saves the page's exports where the person says. */
export function setUpFiles(parts: ShellParts): void {
  // The bare disk: `saveFile` explains its errors itself, and knows that another folder can be chosen.
  const host = { ...realHost(), disk: realDisk };
  const ask: AskWhere = async (defaultPath) => {
    const window = parts.window.browserWindow();
    const options = { title: 'Save', defaultPath };
    const { canceled, filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    return canceled || filePath === undefined || filePath === '' ? null : filePath;
  };
  const askFolder: AskWhere = async (defaultPath) => {
    const window = parts.window.browserWindow();
    const options: Electron.OpenDialogOptions = {
      title: 'Save into',
      buttonLabel: 'Save here',
      defaultPath,
      properties: ['openDirectory', 'createDirectory'],
    };
    const { canceled, filePaths } = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    return canceled ? null : (filePaths[0] ?? null);
  };
  parts.handle('saveFile', fileToSave, (file) => saveFile(file, app.getPath('downloads'), ask, host));
  parts.handle('saveFiles', filesToSave, (files) =>
    saveFiles(files, app.getPath('downloads'), { file: ask, folder: askFolder }, host),
  );
}
