import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { electronForTarget } from '../../main/launcher/package/electron-for-target.ts';
import type { Target } from '../../main/launcher/package/target.ts';
import { ARCHIVE, type DesktopClone, desktopClone, electronZip, ZIPPED } from '../launcher/desktop-clone.ts';
import { type ElectronMirror, electronMirror, sending } from '../launcher/electron-mirror.ts';

const OWN = { platform: process.platform, arch: process.arch } as Target;

let clone: DesktopClone;
let mirror: ElectronMirror;
beforeEach(async () => {
  clone = desktopClone();
  mirror = await electronMirror();
  vi.stubEnv('ELECTRON_MIRROR', mirror.url);
});
afterEach(async () => {
  await mirror.close();
  clone.close();
});

describe('the Electron of a package', () => {
  test('is fetched once and kept', async () => {
    mirror.answers(sending(ZIPPED));

    const first = await electronForTarget(clone.folder, OWN);
    await mirror.close();
    const second = await electronForTarget(clone.folder, OWN);

    expect(basename(first)).toBe(ARCHIVE);
    expect(readFileSync(first).equals(ZIPPED)).toBe(true);
    expect(second).toBe(first);
  });

  test.each<[string, () => Promise<void> | void, RegExp]>([
    ['refused', () => mirror.close(), /because 127\.0\.0\.1:\d+ refused the connection\.$/],
    ['answered 404', () => mirror.answers((_, response) => response.writeHead(404).end()), /answered 404\.$/],
    ['another one', () => mirror.answers(sending(electronZip('#!/bin/sh\n'))), /has not the checksum .* was used\.$/],
  ])('that is %s is told in one sentence, with the way on', async (_, happens, message) => {
    await happens();

    const failure = await electronForTarget(clone.folder, OWN).catch((error: unknown) => error);

    expect(failure).toMatchObject({
      name: 'SetupFailure',
      message: expect.stringMatching(message),
      fix: expect.stringContaining('SEALWIRE_PACKAGE_ELECTRON'),
    });
    expect(String(failure)).toMatch(
      new RegExp(`^SetupFailure: Electron for ${OWN.platform}-${OWN.arch} could not be fetched, because [^\n]+$`),
    );
  });
});
