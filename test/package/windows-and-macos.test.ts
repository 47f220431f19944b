import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFuses } from '../../main/launcher/package/fuses.ts';
import { root } from '../support/entry.ts';
import { archiveHash, filesBelow, type Packaged, packaged } from './packaged.ts';

const { parse }: { parse(text: string): Plist } = createRequire(import.meta.url)('plist');
interface Plist {
  readonly [key: string]: unknown;
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const CLOSED = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

describe('the Windows folder', () => {
  let app: Packaged;
  let program: string;
  beforeAll(async () => {
    app = await packaged({ platform: 'win32', arch: 'arm64' });
    program = join(app.unpacked, 'Sealwire.exe');
  }, 120_000);
  afterAll(() => app?.close());

  test('holds the hash of its archive in the program, where Electron looks for it', () => {
    const entries = NtExecutableResource.from(NtExecutable.from(readFileSync(program))).entries;
    const entry = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');

    expect(JSON.parse(Buffer.from(entry?.bin ?? new ArrayBuffer()).toString())).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: archiveHash(join(app.resources, 'app.asar')) },
    ]);
  });

  test("carries Sealwire's name, version and icon", () => {
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(program)));
    const [words] = Resource.VersionInfo.fromEntries(entries);
    const [icons] = Resource.IconGroupEntry.fromEntries(entries);

    expect(words?.getStringValues({ lang: 1033, codepage: 1200 })).toMatchObject({
      ProductName: 'Sealwire',
      FileDescription: 'Sealwire',
      FileVersion: version,
    });
    expect(icons?.icons).toHaveLength(10);
  });

  test('has every fuse as it was decided', async () => {
    expect(await readFuses(program)).toEqual(CLOSED);
  });

  test('ships its own Node, keychain package and command', () => {
    expect(filesBelow(app.resources).filter((path) => !/^core\/(dist|assets)\//.test(path))).toEqual(
      [
        'app.asar',
        'bin/sealwire.cmd',
        'core/node_modules/@napi-rs/keyring-win32-arm64-msvc/LICENSE.third-party.md',
        'core/node_modules/@napi-rs/keyring-win32-arm64-msvc/keyring.win32-arm64-msvc.node',
        'core/node_modules/@napi-rs/keyring-win32-arm64-msvc/package.json',
        'core/node_modules/@napi-rs/keyring/LICENSE',
        'core/node_modules/@napi-rs/keyring/index.js',
        'core/node_modules/@napi-rs/keyring/package.json',
        'core/package.json',
        'node/node.exe',
      ].sort(),
    );
    expect(readFileSync(join(app.resources, 'node', 'node.exe'), 'utf8')).toBe('stand-in for Node of win32');
  });

  test('has a command that hands on every argument, the exit code and a path with spaces', () => {
    const command = readFileSync(join(app.resources, 'bin', 'sealwire.cmd'), 'utf8');

    expect(command).toContain('"%~dp0..\\node\\node.exe" "%~dp0..\\core\\dist\\cli\\sealwire.js" %*\r\n');
    expect(command.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('the macOS app', () => {
  let app: Packaged;
  let contents: string;
  let about: Plist;
  beforeAll(async () => {
    app = await packaged({ platform: 'darwin', arch: 'arm64' });
    contents = join(app.unpacked, 'Sealwire.app', 'Contents');
    about = parse(readFileSync(join(contents, 'Info.plist'), 'utf8'));
  }, 120_000);
  afterAll(() => app?.close());

  test('says who it is, which links it opens and which macOS it needs', () => {
    expect(about).toMatchObject({
      CFBundleIdentifier: 'app.sealwire.desktop',
      CFBundleName: 'Sealwire',
      CFBundleExecutable: 'Sealwire',
      CFBundleShortVersionString: version,
      CFBundleURLTypes: [{ CFBundleURLName: 'Sealwire', CFBundleTypeRole: 'Viewer', CFBundleURLSchemes: ['sealwire'] }],
      LSMinimumSystemVersion: '13.0',
      LSApplicationCategoryType: 'public.app-category.developer-tools',
      NSAppTransportSecurity: { NSAllowsArbitraryLoads: false, NSAllowsLocalNetworking: true },
    });
  });

  test('holds the hash of its archive, as Electron computes it', () => {
    expect(about.ElectronAsarIntegrity).toEqual({
      'Resources/app.asar': { algorithm: 'SHA256', hash: archiveHash(join(app.resources, 'app.asar')) },
    });
    expect(listPackage(join(app.resources, 'app.asar'), { isPack: false })).toContain('/dist/shell/main.cjs');
  });

  test('has every fuse as it was decided', async () => {
    expect(await readFuses(join(app.unpacked, 'Sealwire.app'))).toEqual(CLOSED);
  });

  test('gives its helpers its own name and identifier', () => {
    for (const kind of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
      const name = `Sealwire Helper${kind}`;
      const helper = join(contents, 'Frameworks', `${name}.app`, 'Contents');
      const words = parse(readFileSync(join(helper, 'Info.plist'), 'utf8'));

      expect(statSync(join(helper, 'MacOS', name)).isFile()).toBe(true);
      expect(words.CFBundleIdentifier).toMatch(/^app\.sealwire\.desktop\.helper/);
    }
  });

  test('ships its own Node, keychain package, command and icon', () => {
    expect(filesBelow(app.resources).filter((path) => !/^core\/(dist|assets)\//.test(path))).toEqual(
      [
        'app.asar',
        'bin/sealwire',
        'core/node_modules/@napi-rs/keyring-darwin-arm64/LICENSE.third-party.md',
        'core/node_modules/@napi-rs/keyring-darwin-arm64/keyring.darwin-arm64.node',
        'core/node_modules/@napi-rs/keyring-darwin-arm64/package.json',
        'core/node_modules/@napi-rs/keyring/LICENSE',
        'core/node_modules/@napi-rs/keyring/index.js',
        'core/node_modules/@napi-rs/keyring/package.json',
        'core/package.json',
        'electron.icns',
        'icon.icns',
        'node/node',
      ].sort(),
    );
    expect(readFileSync(join(app.resources, 'icon.icns'))).toEqual(
      readFileSync(join(root, 'assets', 'icons', 'icon.icns')),
    );
  });
});

describe('what macOS and Windows installers are told', () => {
  const { load }: { load(text: string): Record<string, Record<string, unknown>> } = createRequire(import.meta.url)(
    'js-yaml',
  );
  const config = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));
  const entitlements = (file: unknown): Plist => parse(readFileSync(join(root, String(file)), 'utf8'));

  test('macOS gets disk image and zip, a hardened runtime and JIT memory alone', () => {
    expect(config.mac).toMatchObject({ target: ['dmg', 'zip'], hardenedRuntime: true });
    expect(config.mac).not.toHaveProperty('notarize');
    expect(config.mac).not.toHaveProperty('identity');
    expect(entitlements(config.mac?.entitlements)).toEqual({ 'com.apple.security.cs.allow-jit': true });
    expect(entitlements(config.mac?.entitlementsInherit)).toEqual({
      'com.apple.security.cs.allow-jit': true,
      'com.apple.security.cs.allow-unsigned-executable-memory': true,
    });
  });

  test('Windows gets an installer for one person, who is asked, and that keeps what was made', () => {
    expect(config.win).toMatchObject({ target: ['nsis'], requestedExecutionLevel: 'asInvoker' });
    expect(config.nsis).toMatchObject({ oneClick: false, perMachine: false, deleteAppDataOnUninstall: false });
  });

  test('no key is used that electron-builder 27 no longer knows', () => {
    const gone = [
      'electronDownload',
      'framework',
      'nodeVersion',
      'buildDependenciesFromSource',
      'nodeGypRebuild',
      'toolsets',
    ];

    expect(Object.keys(config).filter((key) => gone.includes(key))).toEqual([]);
    expect(config).not.toHaveProperty('publish');
  });
});
