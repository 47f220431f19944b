import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, layDesk } from '../test/old-electron/desk.ts';
import type { Spent } from '../test/old-electron/driver.ts';
import { oldElectron } from '../test/old-electron/old-electron.ts';
import { type Bench, median } from './bench.ts';

const RUNS = 5;

/** An app that shows an empty window and does nothing else. */
const EMPTY = `
const { app, BrowserWindow } = require('electron');
app.enableSandbox();
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } });
  window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html,<title>empty</title>');
});`;

/** What Electron's main process works until its window shows, for the shell and, in turn with it, for an app with an empty window; in the old Electron of the tests. */
export const bench: Bench = {
  name: "main process's work until the window shows",
  target: '≤ 150 ms more',
  run: async () => {
    const electron = oldElectron();
    if ('problem' in electron) return { figure: Number.NaN, unit: 'ms', note: `not measured: ${electron.problem}` };
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-bench-'));
    const empty = join(folder, 'empty.cjs');
    writeFileSync(empty, EMPTY);
    const desk = await layDesk(electron);
    const ours: Spent[] = [];
    const theirs: Spent[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const pair = [await spentBy(desk), await spentBy(desk, empty)] as const;
      // The first run of each warms the caches of the disk and does not count.
      if (run === 0) continue;
      ours.push(pair[0]);
      theirs.push(pair[1]);
    }
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
    const more = (of: keyof Spent): number =>
      median(ours.map((each) => each[of])) - median(theirs.map((each) => each[of]));
    return {
      figure: median(ours.map(({ cpuMs }) => cpuMs)),
      unit: 'ms',
      peer: { name: 'an empty window', figure: median(theirs.map(({ cpuMs }) => cpuMs)) },
      note: `processor time, ${more('cpuMs').toFixed(0)} ms more; by the clock ${more('wallMs').toFixed(0)} ms more; Electron 9.4.1`,
    };
  },
};

async function spentBy(desk: Desk, main?: string): Promise<Spent> {
  const shell = await desk.start([], main);
  const spent = await shell.inMain(() => globalThis.whenShown);
  await shell.end();
  return spent;
}
