import { vi } from 'vitest';
import type { DesktopLink, Push, ShellCommand } from '../../main/contract/index.ts';
import type { RunningShell } from './running-shell.ts';

/** How long a poll may wait. */
export const PATIENCE = { timeout: 60_000 } as const;

/** Everything that the page of this folder was told so far. */
export interface Heard {
  readonly links: readonly DesktopLink[];
  readonly pushes: readonly Push[];
  readonly commands: readonly ShellCommand[];
  readonly violations: readonly string[];
}

export function heardIn(shell: RunningShell): Promise<Heard> {
  return shell.inPage((_face): Heard => Reflect.get(window, 'heard'));
}

/** What stands in the page's paragraph of that name. */
export function textOf(shell: RunningShell, id: string): Promise<string | null> {
  return shell.inPage((_face, name) => document.getElementById(name)?.textContent ?? null, id);
}

/** Resolves when the page of the window says that it talks to a core. */
export async function untilOpen(shell: RunningShell): Promise<void> {
  // The page may not be there yet.
  await vi.waitUntil(async () => (await textOf(shell, 'link').catch(() => null)) === 'open', PATIENCE);
}

/** The lines of the tray's menu as it was last given. */
export function trayLines(shell: RunningShell): Promise<readonly string[]> {
  return shell.inMain(() => globalThis.seenTrays.flatMap(({ menu }) => (menu?.items ?? []).map(({ label }) => label)));
}

export function isLeft(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH: it has ended.
    return false;
  }
}
