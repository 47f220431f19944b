import { isCurrent } from '../build-stamp.mjs';
import { ensureShell } from '../ensure-build.mjs';
import { withSetupLock } from '../setup-lock.mjs';
import { chooseFace } from './desktop-choice.mjs';
import { electronPackage, findElectron } from './electron-binary.mjs';
import { readCircumstances } from './read-circumstances.mjs';
import { forgetFailure, rememberedFailure, rememberFailure } from './remembered-failure.mjs';
import { canMakeSandbox } from './sandbox.mjs';

/**
 * Shows the window and resolves once it is closed, to null and with its exit code as ours; or to `{because, fix?}` where there can be no window. A failed
 * fetch of Electron is remembered for a day, because finding it out takes ten seconds; an Electron that ends before its window is not, because that takes
 * a moment and is often mended by one command.
 */
export async function openWindow(root, { isWished }) {
  const electron = findElectron(root);
  const choice = chooseFace({
    ...readCircumstances(),
    isWished,
    electron,
    hasSandbox: electron.dist === undefined || canMakeSandbox(electron.dist),
    remembered: electron.state === 'absent' ? rememberedFailure(root, electronPackage(root).version) : null,
  });
  if (choice.face === 'browser') return choice;
  if (electron.state === 'absent') {
    const failure = await withSetupLock(root, () => fetchOnce(root));
    if (failure !== null) return failure;
  }
  if (!isCurrent(root, 'shell')) await withSetupLock(root, () => ensureShell(root, process.execPath));
  return show(root, findElectron(root));
}

async function fetchOnce(root) {
  // Another start may have fetched it while this one waited.
  if (findElectron(root).state === 'there') return null;
  // Loaded only here: a start that opens the browser does not pay for what fetches and runs Electron.
  const { fetchElectron } = await import('./fetch-electron.mjs');
  try {
    await fetchElectron(root);
    forgetFailure(root);
    return null;
  } catch (error) {
    if (error.name !== 'DownloadFailure') throw error;
    rememberFailure(root, { at: Date.now(), version: electronPackage(root).version, because: error.message });
    return {
      because: `Electron could not be fetched, because ${error.message}`,
      fix: 'To try again before tomorrow: npm start -- --desktop',
    };
  }
}

async function show(root, { binary, dist }) {
  const [{ startDesktop }, { explainExit, explainLostDisplay, lastLine }] = await Promise.all([
    import('./start-desktop.mjs'),
    import('./explain-exit.mjs'),
  ]);
  const say = (line) => process.stderr.write(`${line}\n`);
  const exit = await startDesktop({ root, node: process.execPath, binary, say });
  if (exit.end === 'failed') return explainExit(exit, dist);
  const lost = exit.end === 'closed' ? explainLostDisplay(exit.stderr) : null;
  if (lost !== null) {
    say(`${lost}. Start again with npm start; where there is no display it opens in your browser.`);
  } else if (exit.end === 'closed' && exit.code !== 0) {
    say(`The window ended with code ${exit.code}. ${lastLine(exit.stderr) ?? 'It said nothing more'}.`);
  }
  process.exitCode = exit.code;
  return null;
}
