import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Complaints, collectComplaints } from '../support/browser.ts';
import { root } from '../support/entry.ts';
import { type RunningWindow, startWindow, whyNoWindow } from './running-window.ts';

const PATIENCE_MS = 15_000;

/** One story, in order: what a person sees from the first start to the end. */
describe.skipIf(whyNoWindow !== null)(
  `the window in a real Electron 45${whyNoWindow === null ? '' : ` [skipped: ${whyNoWindow}]`}`,
  () => {
    let window: RunningWindow;
    let complaints: Complaints;

    beforeAll(async () => {
      window = await startWindow();
      complaints = await collectComplaints(window.page);
      await window.page.reload();
    });
    afterAll(() => window.close());

    test('is Electron 45, and shows the first run from its own address', async () => {
      const version = await window.app.evaluate(() => process.versions.electron);

      expect(version).toMatch(/^45\./);
      expect(window.page.url()).toMatch(/^app:\/\/sealwire\//);
      await window.page.getByRole('button', { name: 'Make it secure' }).waitFor();
    });

    test('keeps page and Node apart', async () => {
      const seen = await window.page.evaluate(() => ['require', 'process', 'Buffer'].filter((name) => name in window));
      const isSandboxed = await window.app.evaluate(
        ({ app, BrowserWindow }) =>
          app.getAppMetrics().some(({ type, sandboxed }) => type === 'Tab' && sandboxed !== false) &&
          BrowserWindow.getAllWindows().length === 1,
      );

      expect(seen).toEqual([]);
      expect(isSandboxed).toBe(true);
      expect(await window.app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))).toBe(false);
    });

    test('makes everything by one click, and the endpoint listens', async () => {
      await window.page.getByRole('button', { name: 'Make it secure' }).click();
      await window.page.getByRole('main').getByRole('link', { name: 'Connect an agent' }).waitFor();

      const { endpoint } = await window.withCore((client) => client.call('status', {}));

      expect(endpoint?.listening).toBe(true);
      expect(endpoint?.url).toMatch(/^https:\/\/localhost:\d+$/);
    });

    test('has a native menu', async () => {
      const titles = await window.app.evaluate(({ Menu }) =>
        (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
      );

      expect(titles.length).toBeGreaterThan(2);
      expect(titles.every((title) => title !== '')).toBe(true);
    });

    test('answers no page but its own', async () => {
      const preload = join(root, 'dist', 'shell', 'preload.cjs');

      const answer = await window.app.evaluate(async ({ BrowserWindow }, path) => {
        const foreign = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
        await foreign.loadURL('data:text/html,<title>foreign</title>');
        const said: unknown = await foreign.webContents.executeJavaScript(
          'sealwireDesktop.call("status", {}).then((it) => "answer" in it ? "answered" : "refused", () => "refused")',
        );
        foreign.destroy();
        return said;
      }, preload);

      expect(answer).toBe('refused');
    });

    test('starts a core again that was killed', async () => {
      const pid = await corePid(window);

      process.kill(pid, 'SIGKILL');

      await expect.poll(() => corePid(window).catch(() => pid), { timeout: PATIENCE_MS }).not.toBe(pid);
      await window.page.getByRole('main').waitFor();
    });

    test('breaks no rule of its content security policy', () => {
      expect(complaints.csp).toEqual([]);
    });

    test('leaves no process when it quits', async () => {
      const pids = [window.pid, await corePid(window)];

      await window.app.evaluate(({ app }) => app.quit()).catch(() => undefined);

      await expect.poll(() => pids.filter(isAlive), { timeout: PATIENCE_MS }).toEqual([]);
    });
  },
);

async function corePid(window: RunningWindow): Promise<number> {
  const { endpoint } = await window.withCore((client) => client.call('status', {}));
  if (endpoint === null) throw new Error('no endpoint yet');
  return endpoint.pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH: it has ended.
    return false;
  }
}
