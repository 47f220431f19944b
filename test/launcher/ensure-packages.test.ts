import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { launcherModule } from './launcher-modules.ts';
import { LOCK, lockOf, type SmallClone, smallClone } from './small-clone.ts';

const { packagesProblem } = await launcherModule('ensure-packages.mjs');

let clone: SmallClone;
beforeEach(() => {
  clone = smallClone();
});
afterEach(() => clone.close());

const NATIVE = { version: '1.0.0', integrity: 'sha512-n', optional: true, os: [process.platform], cpu: [process.arch] };

const install = (packages: Readonly<Record<string, object>>): void => {
  for (const path of Object.keys(packages)) mkdirSync(join(clone.folder, path), { recursive: true });
  clone.write('node_modules/.package-lock.json', lockOf(packages));
};

describe('the installed packages', () => {
  const { 'node_modules/elsewhere': _elsewhere, ...here } = LOCK;

  test('are right without the optional ones of other platforms', () => {
    install(here);

    expect(packagesProblem(clone.folder)).toBeNull();
  });

  test('are wrong without the native one of this platform, which npm leaves out under an old Node', () => {
    clone.write('package-lock.json', lockOf({ ...LOCK, 'node_modules/native': NATIVE }));
    install(here);

    expect(packagesProblem(clone.folder)).toBe('native is missing or not the locked version');
  });

  test('are right without what only such an optional one needs', () => {
    clone.write('package-lock.json', lockOf({ ...LOCK, 'node_modules/helper': { version: '1.0.0', optional: true } }));
    install(here);

    expect(packagesProblem(clone.folder)).toBeNull();
  });

  test('are right without those of the tests, unless the tests are what is started', () => {
    const tool = { version: '1.0.0', integrity: 'sha512-t', dev: true };
    clone.write('package-lock.json', lockOf({ ...here, 'node_modules/tool': tool }));
    install(here);

    expect(packagesProblem(clone.folder)).toBeNull();
    expect(packagesProblem(clone.folder, { withTools: true })).toBe('tool is missing or not the locked version');
  });

  test('are right without what is only a peer of another, which .npmrc leaves out', () => {
    clone.write('package-lock.json', lockOf({ ...LOCK, 'node_modules/squirrel': { version: '1.0.0', peer: true } }));
    install(here);

    expect(packagesProblem(clone.folder)).toBeNull();
  });

  test('are right with the one libc of this machine alone', () => {
    const glibc = { ...NATIVE, libc: ['glibc'] };
    const musl = { ...NATIVE, libc: ['musl'] };
    clone.write('package-lock.json', lockOf({ ...here, 'node_modules/glibc': glibc, 'node_modules/musl': musl }));

    const without = (own: string): void => install({ ...here, [`node_modules/${own}`]: NATIVE });
    const isGlibc =
      process.platform === 'linux' && Reflect.has(Object(process.report.getReport()).header, 'glibcVersionRuntime');
    without(isGlibc ? 'glibc' : 'musl');

    expect(packagesProblem(clone.folder)).toBeNull();
  });

  test('are wrong with other bytes under the same version', () => {
    install({ ...here, 'node_modules/left': { version: '1.0.0', integrity: 'sha512-other' } });

    expect(packagesProblem(clone.folder)).toBe('left is missing or not the locked version');
  });

  test('are none where npm was interrupted before it wrote its account of them, or in the middle of it', () => {
    expect(packagesProblem(clone.folder)).toBe('first start');
    mkdirSync(join(clone.folder, 'node_modules'));
    expect(packagesProblem(clone.folder)).toBe('an earlier installation was interrupted');
    clone.write('node_modules/.package-lock.json', '{"packages":{"node_mod');
    expect(packagesProblem(clone.folder)).toBe('an earlier installation was interrupted');
  });
});
