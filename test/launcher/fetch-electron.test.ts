import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { electronZip, VERSION, ZIPPED } from './desktop-clone.ts';
import { desktopStarts, instead, opensBrowser, opensWindow } from './desktop-starts.ts';
import { sending } from './electron-mirror.ts';
import { launcherModule } from './launcher-modules.ts';

const { rememberFailure, rememberedFailure } = await launcherModule('desktop/remembered-failure.mjs');
const { findElectron } = await launcherModule('desktop/electron-binary.mjs');

const HOUR_MS = 3_600_000;

const at = desktopStarts();

describe('where Electron cannot be fetched', () => {
  const HINT = ' To try again before tomorrow: npm start -- --desktop';
  const failed = (because: string): string =>
    `${instead(`Electron could not be fetched, because ${because}`)}${HINT}\n`;

  test.each<[string, () => Promise<void> | void, RegExp]>([
    ['answered 404', () => at().mirror.answers((_, response) => response.writeHead(404).end()), /^\S+ answered 404$/],
    ['answered 403', () => at().mirror.answers((_, response) => response.writeHead(403).end()), /^\S+ answered 403$/],
    ['refused', () => at().mirror.close(), /^\S+ refused the connection$/],
    [
      'cut off midway',
      () =>
        at().mirror.answers((_, response) => {
          response.writeHead(200, { 'content-length': ZIPPED.length });
          response.write(ZIPPED.subarray(0, 1000), () => response.destroy());
        }),
      /broke the download off after/,
    ],
    [
      'with another checksum',
      () => at().mirror.answers(sending(electronZip('#!/bin/sh\necho not the one\n'))),
      /^what came has not the checksum that its package names, so nothing of it was used$/,
    ],
  ])('%s: the browser opens, nothing is left, and it is remembered', async (_, happens, because) => {
    await happens();

    const ended = await at().start();

    const remembered = rememberedFailure(at().clone.folder, VERSION);
    expect(ended).toMatchObject(opensBrowser);
    expect(remembered?.because).toMatch(because);
    expect(ended.stderr.endsWith(failed(remembered?.because ?? ''))).toBe(true);
    expect(readdirSync(at().electron).sort()).toEqual(['checksums.json', 'package.json']);
    expect(findElectron(at().clone.folder, {}).state).toBe('absent');
  });

  test('the real host is asked where no mirror is named; here a proxy that refuses stands before it', async () => {
    const env = { HTTPS_PROXY: 'http://127.0.0.1:9', ELECTRON_MIRROR: '' };

    const ended = await at().start([], env);

    expect(ended).toMatchObject(opensBrowser);
    expect(ended.stderr).toContain('Electron could not be fetched, because github.com ');
  });

  test('it is not tried again within the day, but with --desktop it is', async () => {
    at().mirror.answers((_, response) => response.writeHead(503).end());
    await at().start();
    at().mirror.answers(sending(ZIPPED));

    const second = await at().start();
    const wished = await at().start(['--desktop']);

    expect(second).toMatchObject(opensBrowser);
    expect(second.stderr).toBe(
      `${instead(`Electron could not be fetched within the last day, because ${at().mirror.host} answered 503`)} To try again now: npm start -- --desktop\n`,
    );
    expect(wished).toMatchObject(opensWindow);
    expect(at().mirror.asked.length).toBe(2);
    expect(rememberedFailure(at().clone.folder, VERSION)).toBeNull();
  });

  test('a failure counts for a day, and for its version', () => {
    const now = Date.UTC(2026, 10, 25);
    const counts = (ageMs: number, version = VERSION): boolean => {
      rememberFailure(at().clone.folder, { at: now - ageMs, version, because: 'x' });
      return rememberedFailure(at().clone.folder, VERSION, now) !== null;
    };

    expect(counts(23 * HOUR_MS)).toBe(true);
    expect(counts(24 * HOUR_MS)).toBe(false);
    expect(counts(-HOUR_MS)).toBe(false);
    expect(counts(HOUR_MS, '45.4.0')).toBe(false);
    at().clone.write('.cache/electron-failure.json', '{"at":');
    expect(rememberedFailure(at().clone.folder, VERSION, now)).toBeNull();
  });

  test('a download that Ctrl+C ends leaves nothing behind, and the next start begins anew', async () => {
    const begun = Promise.withResolvers<void>();
    at().mirror.answers((_, response) => {
      response.writeHead(200, { 'content-length': ZIPPED.length });
      response.write(ZIPPED.subarray(0, 1000), () => begun.resolve());
    });
    const child = at().spawn();
    await begun.promise;

    const ended = once(child, 'exit');
    child.kill('SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
    at().mirror.answers(sending(ZIPPED));

    expect(rememberedFailure(at().clone.folder, VERSION)).toBeNull();
    expect(await at().start()).toMatchObject(opensWindow);
    expect(readdirSync(at().electron).sort()).toEqual(['checksums.json', 'dist', 'package.json', 'path.txt']);
  });

  test('two starts at the same instant fetch it once', async () => {
    const both = await Promise.all([at().start(), at().start()]);

    for (const each of both) expect(each).toMatchObject(opensWindow);
    expect(at().mirror.asked.length).toBe(1);
  });
});
