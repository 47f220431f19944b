import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linuxPackage, linuxTree } from '../../main/launcher/package/linux-tree.ts';
import { packageDeb } from '../../main/launcher/package/package-deb.ts';
import { packageRpm } from '../../main/launcher/package/package-rpm.ts';
import { root } from '../support/entry.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { filesBelow, OWN_LINUX, type Packaged, packaged } from './packaged.ts';

const own = linuxPackage(root, {});
const canDeb = OWN_LINUX !== null && isOnPath('dpkg-deb') && isOnPath('dpkg');
const canRpm = OWN_LINUX !== null && ['rpm', 'rpmbuild', 'rpm2cpio', 'cpio'].every(isOnPath);
const withDeb = canDeb ? describe : describe.skip;
const withRpm = canRpm ? describe : describe.skip;

let app: Packaged;
let tree: string;
beforeAll(async () => {
  if (OWN_LINUX === null) return;
  app = await packaged(OWN_LINUX);
  tree = join(app.work, 'tree');
  linuxTree(root, app.unpacked, tree);
}, 120_000);
afterAll(() => app?.close());

/** What is below /usr of both; the rest is the app in /opt. */
const USR = [
  'bin/sealwire',
  'bin/sealwire-desktop',
  'share/applications/sealwire-desktop.desktop',
  'share/doc/sealwire/LICENSE',
  'share/doc/sealwire/copyright.gz',
  ...[1024, 128, 16, 24, 256, 32, 48, 512, 64, 96].map(
    (size) => `share/icons/hicolor/${size}x${size}/apps/sealwire-desktop.png`,
  ),
  'share/icons/hicolor/scalable/apps/sealwire-desktop.svg',
  'share/metainfo/app.sealwire.desktop.metainfo.xml',
].sort();

const expectInstalled = (place: string): void => {
  expect(filesBelow(join(place, 'usr'))).toEqual(USR);
  expect(readlinkSync(join(place, 'usr', 'bin', 'sealwire'))).toBe('/opt/Sealwire/resources/bin/sealwire');
  expect(readlinkSync(join(place, 'usr', 'bin', 'sealwire-desktop'))).toBe('/opt/Sealwire/sealwire-desktop');
  expect(filesBelow(join(place, 'opt', 'Sealwire'))).toEqual(filesBelow(app.unpacked));
  const command = join(place, 'opt', 'Sealwire', 'resources', 'bin', 'sealwire');
  const printed = execFileSync('/usr/bin/env', ['-i', command, 'version'], { encoding: 'utf8' });
  expect(printed.trim()).toBe(own.version);
};

withDeb(`the deb${canDeb ? '' : ' (needs Linux with dpkg)'}`, () => {
  let deb: string;
  let place: string;
  const dpkg = (...args: string[]): string => {
    const force = ['--force-depends', '--force-script-chrootless', '--force-not-root', '--force-bad-path'];
    const result = spawnSync('dpkg', [`--root=${place}`, '--log=/dev/null', ...force, ...args], { encoding: 'utf8' });
    expect(result.status, result.stderr).toBe(0);
    return result.stdout;
  };
  beforeAll(() => {
    if (OWN_LINUX === null) return;
    deb = packageDeb(root, OWN_LINUX, own, tree, { output: app.work, isQuick: true });
    place = join(app.work, 'root of dpkg');
    for (const folder of ['updates', 'info']) mkdirSync(join(place, 'var', 'lib', 'dpkg', folder), { recursive: true });
    execFileSync('touch', [
      join(place, 'var', 'lib', 'dpkg', 'status'),
      join(place, 'var', 'lib', 'dpkg', 'available'),
    ]);
    dpkg('--install', deb);
  }, 120_000);

  test('installs app, command, menu entry, icons and metadata, and the command runs from there', () => {
    expectInstalled(place);
    expect(statSync(join(place, 'opt', 'Sealwire', 'chrome-sandbox')).mode & 0o777).toBe(0o755);
  });

  test('belongs to root and says who made it, what it needs and how large it is', () => {
    const field = (name: string): string =>
      execFileSync('dpkg-deb', ['--field', deb, name], { encoding: 'utf8' }).trim();

    expect(field('Package')).toBe('sealwire');
    expect(field('Version')).toBe(own.version);
    expect(field('Architecture')).toBe(OWN_LINUX?.arch === 'arm64' ? 'arm64' : 'amd64');
    expect(field('Maintainer')).toBe(own.maintainer);
    expect(field('Depends')).toContain('libnss3');
    expect(Number(field('Installed-Size'))).toBeGreaterThan(statSync(process.execPath).size / 1024);
    const owners = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' }).trim().split('\n');
    expect(owners.filter((line) => !/^\S+ root\/root /.test(line))).toEqual([]);
  });

  test('is not written twice into the menu and carries the licences', () => {
    const entry = readFileSync(join(place, 'usr/share/applications/sealwire-desktop.desktop'), 'utf8');
    const licences = gunzipSync(readFileSync(join(place, 'usr/share/doc/sealwire/copyright.gz'))).toString();

    expect(entry).toContain('\nExec=sealwire-desktop %u\n');
    expect(entry).not.toContain('no-sandbox');
    expect(licences).toContain('Node.js');
  });

  test('leaves nothing behind when it is purged', () => {
    dpkg('--purge', 'sealwire');

    expect(existsSync(join(place, 'opt', 'Sealwire'))).toBe(false);
    expect(existsSync(join(place, 'usr')) ? filesBelow(join(place, 'usr')) : []).toEqual([]);
  });
});

withRpm(`the rpm${canRpm ? '' : ' (needs Linux with rpm, rpmbuild, rpm2cpio and cpio)'}`, () => {
  let rpm: string;
  const query = (...args: string[]): string => execFileSync('rpm', ['-qp', ...args, rpm], { encoding: 'utf8' }).trim();
  beforeAll(() => {
    if (OWN_LINUX !== null) rpm = packageRpm(root, OWN_LINUX, own, tree, { output: app.work, isQuick: true });
  }, 120_000);

  test('holds app, command, menu entry, icons and metadata, and the command runs from there', () => {
    const place = join(app.work, 'root of rpm');
    mkdirSync(place);
    execFileSync('sh', ['-c', 'rpm2cpio "$1" | cpio -idm --quiet', 'sh', rpm], { cwd: place });

    expectInstalled(place);
    expect(lstatSync(join(place, 'opt', 'Sealwire', 'sealwire-desktop')).mode & 0o777).toBe(0o755);
  });

  test('belongs to root and says who made it and what it needs', () => {
    expect(query('--queryformat', '%{NAME} %{VERSION} %{ARCH} %{LICENSE} %{VENDOR}')).toBe(
      `sealwire ${own.version} ${OWN_LINUX?.arch === 'arm64' ? 'aarch64' : 'x86_64'} Apache-2.0 ${own.maintainer}`,
    );
    expect(query('--requires').split('\n')).toContain('nss');
    expect(new Set(query('--queryformat', '[%{FILEUSERNAME}:%{FILEGROUPNAME}\n]').split('\n'))).toEqual(
      new Set(['root:root']),
    );
    expect(
      query('--list')
        .split('\n')
        .filter((path) => !/^\/(opt\/Sealwire|usr)(\/|$)/.test(path)),
    ).toEqual([]);
  });

  test('prepares the sandbox after it is installed, and takes that back only when it goes for good', () => {
    const scripts = query('--scripts');

    expect(scripts).toContain('chmod 4755 "$sandbox"');
    expect(scripts).toMatch(/postuninstall[\s\S]*\[1-9\]\*\) exit 0/);
  });
});

describe('a file tree for Linux', () => {
  test('takes maintainer and home page from whoever publishes it', () => {
    const env = { SEALWIRE_PACKAGE_MAINTAINER: 'A <a@b.example>', SEALWIRE_PACKAGE_HOMEPAGE: 'https://b.example' };

    expect(linuxPackage(root, env)).toMatchObject({ maintainer: 'A <a@b.example>', homepage: 'https://b.example' });
    expect(own.homepage).toBeNull();
  });
});
