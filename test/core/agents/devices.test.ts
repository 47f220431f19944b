import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
const agents = sampleAgents(catalogue);
const texts = async (agent: string, more: object = {}): Promise<string> =>
  (await agents.show({ agent, reveal: false, ...more }, null)).blocks.map(({ content }) => content).join('\n');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-devices-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('an app of Android', () => {
  test('reaches this machine by the address that its emulator has for it, and another server by its own', async () => {
    expect(await texts('android')).toContain('.setExportUrl("https://10.0.2.2:8200")');
    expect(await texts('android', { server: 'https://apm.example.test' })).toContain(
      '.setExportUrl("https://apm.example.test")',
    );
    const { notes } = await agents.show({ agent: 'android', reveal: false }, null);
    expect(notes.join('\n')).toContain('adb reverse tcp:8200 tcp:8200');
  });

  test.each(['kotlin', 'java'])('in %s holds no token, and none in release builds', async (framework) => {
    const text = await texts('android', { framework });

    expect(text).toContain('SecretToken(BuildConfig.APM_TOKEN)');
    expect(text).toContain('buildConfigField("String", "APM_TOKEN", "\\"\\"")');
    expect(text).toContain('System.getenv("ELASTIC_APM_SECRET_TOKEN")');
  });

  test('says nothing of a token where none is asked for', async () => {
    const open = sampleAgents(catalogue, { auth: () => 'none' });
    const { blocks } = await open.show({ agent: 'android', reveal: false }, null);

    expect(JSON.stringify(blocks)).not.toMatch(/token|Authentication/i);
  });

  test('trusts the authority in its debug build alone', async () => {
    const { commands, files } = await agents.show({ agent: 'android', reveal: false }, null);

    expect(commands[0]).toBe('sealwire cert export ca --format android --out app/src/debug');
    expect(files.find(({ path }) => path.endsWith('AndroidManifest.xml'))?.path).toBe(
      'app/src/debug/AndroidManifest.xml',
    );
  });

  test('is found by the plugin that its module applies, and is no project of Java', async () => {
    write('settings.gradle.kts', 'rootProject.name = "Shop"\ninclude(":app")\n');
    write('build.gradle.kts', 'plugins { id("com.android.application") version "9.0" apply false }\n');
    write('app/build.gradle.kts', 'plugins { id("com.android.application")\n id("org.jetbrains.kotlin.android") }\n');
    const found = await sampleAgents(catalogue, { startedIn: folder }).projects({ folders: [] });

    const shop = {
      agent: 'android',
      name: 'Shop',
      framework: 'kotlin',
      installed: false,
      start: './gradlew installDebug',
    };
    expect(found).toEqual([{ folder, ...shop }]);
    const inside = await sampleAgents(catalogue, { startedIn: join(folder, 'app') }).projects({ folders: [] });
    expect(inside).toEqual([{ folder: join(folder, 'app'), ...shop }]);
  });
});

describe('an app of iOS', () => {
  test.each(['swiftui', 'uikit'])('with %s gets the token by its environment alone', async (framework) => {
    const text = await texts('ios', { framework });

    expect(text).toContain('ProcessInfo.processInfo.environment["ELASTIC_APM_SECRET_TOKEN"]');
    expect(text).toContain('SIMCTL_CHILD_ELASTIC_APM_SECRET_TOKEN="$ELASTIC_APM_SECRET_TOKEN" xcrun simctl launch');
  });

  test('is told about both switches of a device, and has the simulator trust the authority', async () => {
    const { commands, notes } = await agents.show({ agent: 'ios', reveal: false }, null);

    expect(commands.slice(0, 2)).toEqual([
      expect.stringMatching(/^xcrun simctl keychain booted add-root-cert \S+ca\.pem$/),
      'sealwire cert export ca --format mobileconfig --out .',
    ]);
    expect(notes.join('\n')).toContain('Certificate Trust Settings');
  });

  test('names itself without breaking the property list', async () => {
    expect(await texts('ios', { service: 'shop', environment: 'a<b&c' })).toContain(
      '<string>service.name=shop,deployment.environment.name=a&lt;b&amp;c</string>',
    );
  });

  test('is found by a project of Xcode for iOS', async () => {
    write(
      'till/Till.xcodeproj/project.pbxproj',
      'IPHONEOS_DEPLOYMENT_TARGET = 16.0;\nrepositoryURL = "…/apm-agent-ios.git";',
    );
    write('till/Till/AppDelegate.swift', '');
    write('tool/Tool.xcodeproj/project.pbxproj', 'SDKROOT = macosx;');
    const found = await sampleAgents(catalogue, { startedIn: folder }).projects({ folders: [] });

    expect(found).toEqual([
      expect.objectContaining({ agent: 'ios', name: 'Till', framework: 'uikit', installed: true }),
    ]);
  });
});

test.each(['android', 'ios'])('no command is an app of %s', async (agent) => {
  const refused = agents.launch({ command: ['npm', 'start'], cwd: folder, env: {}, agent }, null);

  await expect(refused).rejects.toMatchObject({ code: 'USAGE', fix: expect.stringContaining(`agent show ${agent}`) });
});
