import { join } from 'node:path';
import type { BrowserWindow, Screen } from 'electron';
import { writeAtomically } from '../../core/host/atomic-write.ts';
import type { Host } from '../../core/host/host.ts';
import { fittingState, readState, stateText, type WindowState } from './window-state.ts';

type StateHost = Pick<Host, 'disk' | 'randomBytes'>;

/** The state of the last time, brought onto the displays of now. `folder` is the shell's own part of the data folder. */
export function lastState(host: StateHost, folder: string, screen: Pick<Screen, 'getAllDisplays'>): WindowState {
  return fittingState(readText(host, folder), workAreas(screen));
}

/** Writes the window's state when it closes, and brings the window back when its display goes. */
export function keepState(
  window: BrowserWindow,
  options: {
    readonly host: StateHost;
    readonly folder: string;
    readonly screen: Screen;
    readonly log: (line: string) => void;
  },
): void {
  const { host, folder, screen, log } = options;
  window.on('close', () => {
    try {
      // The normal bounds are what a maximised window goes back to.
      const state = { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() };
      writeAtomically(host, stateFile(folder), stateText(state));
    } catch (error) {
      log(`The window's place was not kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  const bringBack = (): void => {
    const state = { bounds: window.getBounds(), isMaximised: window.isMaximized() };
    const { bounds } = fittingState(state, workAreas(screen));
    if (!state.isMaximised) window.setBounds({ ...bounds });
  };
  screen.on('display-removed', bringBack);
  window.once('closed', () => screen.removeListener('display-removed', bringBack));
}

function readText(host: StateHost, folder: string): WindowState | null {
  try {
    return readState(host.disk.read(stateFile(folder))?.toString('utf8') ?? '');
  } catch {
    // It cannot be read (DISK_FAILED): a window in its usual place is better than none.
    return null;
  }
}

function stateFile(folder: string): string {
  return join(folder, 'window.json');
}

function workAreas(screen: Pick<Screen, 'getAllDisplays'>): { x: number; y: number; width: number; height: number }[] {
  return screen.getAllDisplays().map(({ workArea }) => workArea);
}
