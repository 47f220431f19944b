import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startBrowser, whyNoBrowser } from '../../support/browser.ts';
import { startSealwire } from '../../support/running-sealwire.ts';
import { openSealwire } from '../pages/sealwire.ts';

const SCREENS = join(import.meta.dirname, '..', 'screens');
mkdirSync(SCREENS, { recursive: true });

function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

describe.skipIf(whyNoBrowser !== null)(
  `Apply on a real project${whyNoBrowser === null ? '' : ` [skipped: ${whyNoBrowser}]`}`,
  () => {
    test('writes the token where git is told to ignore it, and Activity puts both files back to the byte', async () => {
      const home = temporary('sealwire-apply-');
      const project = temporary('sealwire-project-');
      execFileSync('git', ['init', '--quiet', project]);
      const put = (name: string, text: string): Buffer => {
        writeFileSync(join(project, name), text);
        return readFileSync(join(project, name));
      };
      put('package.json', '{ "name": "shop-web", "dependencies": { "express": "4.21.0" } }\n');
      const ignored = put('.gitignore', 'node_modules');
      const before = put('.env', 'PORT=3000\r\n');
      await (await startSealwire({ home })).stop();
      const sealwire = await startSealwire({ home, args: ['--ui', '--no-open'] });
      onTestFinished(() => sealwire.stop());
      const browser = await startBrowser();
      onTestFinished(() => browser.close());
      const path = `/connect?folder=${encodeURIComponent(project)}`;
      const app = await openSealwire(browser.context, sealwire.ready.ui ?? '', { path });

      await app.page.getByRole('link', { name: 'Apply… to shop-web' }).click();
      const dialog = app.dialog('Write the wiring into a file of your project');
      await dialog.getByRole('radio', { name: /^\.env / }).check();
      await dialog.getByText('would be committed, and these lines hold the secret token').waitFor();
      await dialog.getByRole('button', { name: 'Let git ignore .env' }).click();
      await dialog.getByText('+/.env', { exact: true }).waitFor();
      expect(await app.axe()).toEqual([]);
      await app.page.setViewportSize({ width: 900, height: 600 });
      await app.page.screenshot({ path: join(SCREENS, 'real-apply-900.png') });
      expect(readFileSync(join(project, '.env'))).toEqual(before);
      await dialog.getByRole('button', { name: 'Ignore .env in git and write it' }).click();
      const done = app.dialog('It is written');
      await done.getByText('npm install elastic-apm-node').waitFor();
      const written = readFileSync(join(project, '.env'), 'utf8');
      const secret = /ELASTIC_APM_SECRET_TOKEN=(\S+)/.exec(written)?.[1] ?? '';
      expect(secret.length).toBeGreaterThan(20);
      expect(await app.page.content()).not.toContain(secret);
      const status = execFileSync('git', ['-C', project, 'status', '--short', '--untracked-files=all']).toString();
      expect(status).not.toContain('.env');

      await done.getByRole('link', { name: 'Undo it in Activity' }).click();
      const undoing = app.dialog('Undo this change');
      await app.page.getByRole('button', { name: /^Undo: Keep \.env out of git/ }).click();
      await undoing.getByText('holds the token and would be committed then').waitFor();
      await app.page.keyboard.press('Escape');
      await undoing.waitFor({ state: 'detached' });
      await app.page.getByRole('button', { name: /^Undo: Wire nodejs in \.env/ }).click();
      await undoing.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect.poll(() => readFileSync(join(project, '.env')).equals(before)).toBe(true);
      await app.page.getByRole('button', { name: /^Undo: Keep \.env out of git/ }).click();
      await undoing.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect.poll(() => readFileSync(join(project, '.gitignore')).equals(ignored)).toBe(true);
      expect(existsSync(join(home, 'undo')) && execFileSync('ls', [join(home, 'undo')]).toString()).toBe('');
      expect(app.complaints.csp).toEqual([]);
    });
  },
);
