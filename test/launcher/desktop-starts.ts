import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type DesktopClone, desktopClone, ZIPPED } from './desktop-clone.ts';
import { type ElectronMirror, electronMirror, sending } from './electron-mirror.ts';
import type { Ended } from './small-clone.ts';

const START = join('main', 'launcher', 'start.mjs');

/** `npm start` in a clone of its own for each test, with everything set up but Electron, and a mirror that has it. */
export interface DesktopStarts {
  readonly clone: DesktopClone;
  readonly mirror: ElectronMirror;
  /** The folder of the electron package. */
  readonly electron: string;
  start(args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** The same, without waiting for its end. */
  spawn(): ChildProcess;
}

export const opensBrowser = { code: 0, stdout: expect.stringContaining('"argv":["up","--ui","--open"]') };
export const opensWindow = { code: 0, stdout: expect.stringContaining('"window":true') };

export function instead(because: string): string {
  return `No window: ${because}. Using the browser instead.`;
}

export function desktopStarts(): () => DesktopStarts {
  let now: DesktopStarts | null = null;
  beforeEach(async () => {
    const clone = desktopClone();
    const mirror = await electronMirror();
    mirror.answers(sending(ZIPPED));
    const env = { ...clone.person, ELECTRON_MIRROR: mirror.url };
    now = {
      clone,
      mirror,
      electron: join(clone.folder, 'node_modules', 'electron'),
      start: (args = [], more = {}) => clone.run(START, args, { ...env, ...more }),
      spawn: () => spawn(process.execPath, [join(clone.folder, START)], { env, stdio: ['ignore', 'pipe', 'ignore'] }),
    };
    await clone.run(START, ['--browser']);
  });
  afterEach(async () => {
    await now?.mirror.close();
    now?.clone.close();
  });
  return () => {
    if (now === null) throw new Error('only inside a test');
    return now;
  };
}
