import './node-12.ts';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { runInThisContext } from 'node:vm';
import * as electron from 'electron';

/*
 * Runs in the main process of the Electron under test, ahead of the shell: does what the test sends over a pipe, and answers. Playwright, which does this for Electron 45,
 * knows no Electron before 21.
 */

/** The pipe's file descriptor, as the test opened it. */
const PIPE = 4;

/** What a tray was given last: Electron has no way to ask it. */
export interface SeenTray {
  readonly tray: electron.Tray;
  menu: electron.Menu | null;
}

/** What the main process had spent when the first window showed, in milliseconds since this file began. */
export interface Spent {
  readonly cpuMs: number;
  readonly wallMs: number;
}

declare global {
  var seenTrays: SeenTray[];
  var whenShown: Promise<Spent>;
}

const began = { cpu: process.cpuUsage(), at: performance.now() };
globalThis.whenShown = new Promise((resolve) => {
  electron.app.once('browser-window-created', (_event, window) => {
    window.once('show', () => {
      const { user, system } = process.cpuUsage(began.cpu);
      resolve({ cpuMs: (user + system) / 1000, wallMs: performance.now() - began.at });
    });
  });
});

globalThis.seenTrays = [];
const { setContextMenu } = electron.Tray.prototype;
electron.Tray.prototype.setContextMenu = function (menu) {
  const seen = globalThis.seenTrays.find(({ tray }) => tray === this);
  if (seen === undefined) globalThis.seenTrays.push({ tray: this, menu });
  else seen.menu = menu;
  return setContextMenu.call(this, menu);
};

const pipe = new Socket({ fd: PIPE });
// The test is gone (EPIPE): nobody waits for an answer.
pipe.on('error', () => undefined);
createInterface({ input: pipe }).on('line', (line) => {
  const { id, code, given }: { id: number; code: string; given: unknown } = JSON.parse(line);
  const answer = (said: object): void => {
    pipe.write(`${JSON.stringify({ id, ...said })}\n`);
  };
  Promise.resolve()
    .then(() => runInThisContext(`(${code})`)(electron, given))
    .then(
      (value: unknown) => answer({ value }),
      (error: unknown) => answer({ error: String(error) }),
    );
});
