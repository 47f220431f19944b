import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, layDesk } from './desk.ts';
import { heardIn, isLeft, PATIENCE, textOf, untilOpen } from './looks.ts';
import { oldElectron, titleOf } from './old-electron.ts';
import type { RunningShell } from './running-shell.ts';

const electron = oldElectron();

/** One story, in order. */
describe.skipIf('problem' in electron)(titleOf('what dies under a real Electron 9.4.1', electron), () => {
  let desk: Desk;
  let shell: RunningShell;

  beforeAll(async () => {
    desk = await layDesk(electron);
    shell = await desk.start();
    await untilOpen(shell);
  });
  afterAll(() => desk?.close());

  test('a core that was killed is started again, and the window says so', async () => {
    const killed = desk.corePid() ?? 0;

    process.kill(killed, 'SIGKILL');
    await expect
      .poll(async () => (await heardIn(shell)).links.slice(2), PATIENCE)
      .toEqual([
        {
          state: 'lost',
          problem: {
            message: 'The core of Sealwire ended (SIGKILL).',
            fix: 'It is being started again.',
            canRestart: false,
          },
        },
        { state: 'open', problem: null },
      ]);
    const { answer } = (await shell.inPage((face) => face.call('app.info', {}))) as { answer: { home: string } };

    expect(answer.home).toBe(desk.home);
    expect(await textOf(shell, 'link')).toBe('open');
    expect(desk.corePid()).not.toBe(killed);
    expect(shell.processes()).toContain(desk.corePid());
  });

  test('a page that was killed is loaded again, and is told everything anew', async () => {
    const killed = await shell.inMain(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.fromId(1)?.webContents;
      if (contents === undefined) throw new Error('there is no window');
      const pid = contents.getOSProcessId();
      const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      process.kill(pid, 'SIGKILL');
      await loaded;
      return pid;
    });

    await expect.poll(() => textOf(shell, 'status'), PATIENCE).toBe('Nothing is made secure yet.');
    expect(isLeft(killed)).toBe(false);
    expect((await heardIn(shell)).links.at(-1)).toEqual({ state: 'open', problem: null });
  });

  test('the shell itself: nothing that it started outlives a kill -9', async () => {
    const pids = [...shell.processes(), desk.corePid() ?? 0];

    process.kill(shell.pid, 'SIGKILL');

    expect(await shell.ended).toEqual({ code: null, signal: 'SIGKILL' });
    await expect.poll(() => [...shell.processes(), ...pids.filter(isLeft)], PATIENCE).toEqual([]);
  });

  test('the next start finds nothing in its way', async () => {
    shell = await desk.start();

    await expect.poll(() => textOf(shell, 'status').catch(() => null), PATIENCE).toBe('Nothing is made secure yet.');
    expect(await shell.said).toBe('window');
  });
});
