import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesToSave, fileToSave } from '../../main/contract/desktop.ts';
import { realDisk } from '../../main/core/host/real-disk.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { saveFile } from '../../main/shell/files/save-file.ts';
import { saveFiles } from '../../main/shell/files/save-files.ts';
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

describe('the files of an export', () => {
  const file = (name: string, text: string, isSecret = false) => ({
    name,
    mediaType: 'application/octet-stream',
    base64: Buffer.from(text).toString('base64'),
    isSecret,
  });
  const asked = (place: string | null) => {
    const questions: string[] = [];
    const answer = (kind: string) => async (suggestion: string) => {
      questions.push(`${kind} ${suggestion}`);
      return place;
    };
    return { questions, ask: { file: answer('file'), folder: answer('folder') } };
  };

  test('go into a new folder where the person says, keys for their owner alone', async () => {
    const { home } = tempHome();
    const { ask, questions } = asked(home);
    const files = [file('a.pem', 'public'), file('a.key', KEY, true), file('res/raw/ca.pem', 'deeper')];

    expect(await saveFiles({ folder: 'shop', files }, '/d/Downloads', ask, host)).toBe(join(home, 'shop'));

    expect(questions).toEqual(['folder /d/Downloads']);
    const read = (name: string) => readFileSync(join(home, 'shop', name), 'utf8');
    expect([read('a.pem'), read('a.key'), read('res/raw/ca.pem')]).toEqual(['public', KEY, 'deeper']);
    const mode = (name: string) => statSync(join(home, 'shop', name)).mode & 0o777;
    expect([mode('a.pem'), mode('a.key')]).toEqual([0o644, 0o600]);
  });

  test('never take the place of those that were saved before', async () => {
    const { home } = tempHome();
    const files = [file('a.pem', 'one'), file('b.pem', 'two')];
    const save = () => saveFiles({ folder: 'shop', files }, home, asked(home).ask, host);

    expect([await save(), await save(), await save()]).toEqual([
      join(home, 'shop'),
      join(home, 'shop-2'),
      join(home, 'shop-3'),
    ]);
  });

  test('are saved by name where there is one, byte for byte', async () => {
    const { home } = tempHome();
    const { ask, questions } = asked(join(home, 'mine.p12'));
    const store = { ...file('a.p12', '', true), base64: Buffer.from([0, 0x80, 0xff, 0x0a]).toString('base64') };

    expect(await saveFiles({ folder: 'a', files: [store] }, '/d/Downloads', ask, host)).toBe(join(home, 'mine.p12'));

    expect(questions).toEqual([`file ${join('/d/Downloads', 'a.p12')}`]);
    expect(readFileSync(join(home, 'mine.p12'))).toEqual(Buffer.from([0, 0x80, 0xff, 0x0a]));
    expect(statSync(join(home, 'mine.p12')).mode & 0o777).toBe(0o600);
  });

  test('that the person thought better of leave nothing', async () => {
    const { home } = tempHome();
    const files = [file('a', '1'), file('b', '2')];
    expect(await saveFiles({ folder: 'x', files }, home, asked(null).ask, host)).toBeNull();
    expect(readdirSync(home)).toEqual([]);
  });

  test('that cannot be saved say why', async () => {
    const place = join(tempHome().home, 'file');
    writeFileSync(place, 'not a folder');
    const files = [file('a', '1'), file('b', '2')];
    await expect(saveFiles({ folder: 'x', files }, '/', asked(place).ask, host)).rejects.toMatchObject({
      code: 'DISK_FAILED',
      fix: 'Choose another folder and save it again.',
    });
  });

  test.each(['../a', '/a', 'a/../b', 'a/./b', 'a//b', 'a\\b', '', '..', 'C:a'])('cannot be named "%s"', (name) => {
    expect(filesToSave.safeParse({ folder: 'x', files: [file(name, '')] }).success).toBe(false);
    expect(filesToSave.safeParse({ folder: 'x', files: [file('res/raw/ca.pem', '')] }).success).toBe(true);
  });

  test.each(['..', '.', 'a/b', ''])('cannot go into a folder named "%s"', (folder) => {
    expect(filesToSave.safeParse({ folder, files: [file('a', '')] }).success).toBe(false);
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
