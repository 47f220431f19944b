import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type Desk, layDesk } from '../test/old-electron/desk.ts';
import { oldElectron } from '../test/old-electron/old-electron.ts';
import { startSealwire } from '../test/support/running-sealwire.ts';
import { type Bench, median } from './bench.ts';

const root = resolve(import.meta.dirname, '..');
const RUNS = 5;

/**
 * From the start of Electron until the window shows what the core said, where a core runs already; beside it the same where the window brings its own. In the old Electron
 * of the tests, which shows a small page instead of the interface.
 */
export const bench: Bench = {
  name: 'window usable, with a warm core',
  target: '≤ 1.5 s',
  run: async () => {
    const electron = oldElectron();
    if ('problem' in electron) return { figure: Number.NaN, unit: 's', note: `not measured: ${electron.problem}` };
    spawnSync(process.execPath, [join(root, 'main', 'launcher', 'build.ts'), '--cli'], { stdio: 'inherit' });
    const desk = await layDesk(electron, { core: 'bundle' });
    const cold = await medianSeconds(desk);
    const sealwire = await startSealwire({ home: desk.home, entry: join(root, 'dist', 'cli', 'sealwire.js') });
    const warm = await medianSeconds(desk);
    await sealwire.stop();
    await desk.close();
    return { figure: warm, unit: 's', peer: { name: 'with its own core', figure: cold }, note: 'Electron 9.4.1' };
  },
};

async function medianSeconds(desk: Desk): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const startedAt = performance.now();
    const shell = await desk.start();
    await shell.said;
    await shell.inPage(
      () =>
        new Promise<void>((resolve) => {
          const status = document.getElementById('status');
          const look = (): void => {
            if (status?.textContent !== '') resolve();
          };
          if (status !== null) new MutationObserver(look).observe(status, { childList: true });
          look();
        }),
    );
    // The first run warms the caches of the disk and does not count.
    if (run > 0) taken.push((performance.now() - startedAt) / 1000);
    await shell.inMain(({ app }) => app.quit());
    await shell.ended;
  }
  return median(taken);
}
