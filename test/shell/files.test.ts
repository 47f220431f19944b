import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileToSave } from '../../main/contract/desktop.ts';
import { realDisk } from '../../main/core/host/real-disk.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { saveFile } from '../../main/shell/files/save-file.ts';
import { nextZoom } from '../../main/shell/settings/next-zoom.ts';
import { tempHome } from '../support/temp-home.ts';

const host = { ...realHost(), disk: realDisk };
const KEY = '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n';

describe('an export', () => {
  test('is suggested into Downloads and saved where the person says', async () => {
    const { home } = tempHome();
    const suggested: string[] = [];
    const ask = async (path: string) => {
      suggested.push(path);
      return join(home, 'mine.pem');
    };

    expect(await saveFile({ name: 'ca.pem', content: 'public' }, '/d/Downloads', ask, host)).toBe(
      join(home, 'mine.pem'),
    );

    expect(suggested).toEqual([join('/d/Downloads', 'ca.pem')]);
    expect(readFileSync(join(home, 'mine.pem'), 'utf8')).toBe('public');
    expect(readdirSync(home)).toEqual(['mine.pem']);
  });

  test.each([
    [KEY, 0o600],
    ['apm-server:\n  auth:\n    secret_token: x\n', 0o600],
    ['public', 0o644],
  ])('gets the mode that its content asks for (%#)', async (content, mode) => {
    const path = join(tempHome().home, 'file');
    writeFileSync(path, 'old', { mode: 0o666 });
    await saveFile({ name: 'file', content }, '/', async () => path, host);
    expect(statSync(path).mode & 0o777).toBe(mode);
  });

  test('that the person thought better of leaves nothing', async () => {
    const { home } = tempHome();
    expect(await saveFile({ name: 'a', content: KEY }, home, async () => null, host)).toBeNull();
    expect(readdirSync(home)).toEqual([]);
  });

  test('goes through a link that stands there', async () => {
    const { home } = tempHome();
    writeFileSync(join(home, 'real'), 'old');
    symlinkSync(join(home, 'real'), join(home, 'link'));
    await saveFile({ name: 'a', content: 'new' }, home, async () => join(home, 'link'), host);
    expect(readFileSync(join(home, 'real'), 'utf8')).toBe('new');
  });

  test('that cannot be saved says why, and leaves what was there', async () => {
    const { home } = tempHome();
    const path = join(home, 'none', 'file');
    await expect(saveFile({ name: 'a', content: KEY }, home, async () => path, host)).rejects.toMatchObject({
      code: 'DISK_FAILED',
      message: expect.stringContaining(path),
      fix: 'Choose another folder and save it again.',
    });
    expect(existsSync(path)).toBe(false);
  });

  test('cannot suggest a name with a path in it', () => {
    for (const name of ['../a', 'a/b', 'a\\b', 'a\nb', ''])
      expect(fileToSave.safeParse({ name, content: '' }).success).toBe(false);
  });
});

test('zoom goes through the factors of a browser and stays within them', () => {
  expect([
    nextZoom(1, 'in'),
    nextZoom(1, 'out'),
    nextZoom(2.5, 'reset'),
    nextZoom(3, 'in'),
    nextZoom(0.5, 'out'),
    nextZoom(1.07, 'out'),
  ]).toEqual([1.1, 0.9, 1, 3, 0.5, 1]);
});
