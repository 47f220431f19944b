import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settings as settingsShape } from '../../../main/contract/shapes.ts';
import { explainedDisk } from '../../../main/core/host/disk-failed.ts';
import { foldersOf } from '../../../main/core/host/folders.ts';
import type { Preferences } from '../../../main/core/parts.ts';
import { DEFAULT_SETTINGS, openPreferences } from '../../../main/core/settings/preferences.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

function open(home: string): Preferences {
  return openPreferences(testHost(home), foldersOf(home));
}

describe('the settings', () => {
  test('are the defaults until something is set, and are found again', () => {
    const home = join(tempHome(), 'new');
    const preferences = open(home);
    expect(preferences.get()).toEqual(DEFAULT_SETTINGS);
    expect(existsSync(home)).toBe(false);

    preferences.set({ theme: 'dark', vault: 'passphrase' });

    expect(open(home).get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', vault: 'passphrase' });
    expect(statSync(join(home, 'settings.json')).mode & 0o777).toBe(0o600);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  test('refuse a value that is not valid and stay as they were', () => {
    const preferences = open(tempHome());

    expect(() => preferences.set({ endpoint: { port: 70_000, hosts: [] } })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    );
    expect(preferences.get()).toEqual(DEFAULT_SETTINGS);
  });

  test('that are half-written are kept aside, said, and replaced by the defaults', () => {
    const home = tempHome();
    writeFileSync(join(home, 'settings.json'), '{"theme":"dark","endpo');

    const preferences = open(home);

    expect(preferences.get()).toEqual(DEFAULT_SETTINGS);
    const [aside = ''] = readdirSync(home);
    expect(aside).toMatch(/^settings\.json\.damaged-/);
    expect(readFileSync(join(home, aside), 'utf8')).toBe('{"theme":"dark","endpo');
    expect(preferences.notices()).toMatchObject([{ id: 'settings-damaged', text: expect.stringContaining(aside) }]);
  });

  test('lose only the field that is wrong', () => {
    const home = tempHome();
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ theme: 'dark', retention: { days: 0 } }));

    const preferences = open(home);

    expect(preferences.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(preferences.notices()).toMatchObject([{ text: expect.stringContaining('retention') }]);
  });

  test('are valid whatever the file holds', () => {
    const home = tempHome();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.record({ theme: fc.anything(), vault: fc.anything() }).map((v) => JSON.stringify(v)),
        ),
        (text) => {
          writeFileSync(join(home, 'settings.json'), text);
          return settingsShape.safeParse(open(home).get()).success;
        },
      ),
      { numRuns: 100 },
    );
  });

  test('that cannot be written are refused in words', () => {
    const host = testHost(tempHome());
    const rename = (): never => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'rename' });
    };
    const disk = explainedDisk({ ...host.disk, rename });
    const preferences = openPreferences({ ...host, disk }, foldersOf(host.homeFolder));

    expect(() => preferences.set({ theme: 'dark' })).toThrow(
      expect.objectContaining({
        code: 'DISK_FAILED',
        message: expect.stringMatching(/settings\.json: the disk is full/),
      }),
    );
    expect(preferences.get().theme).toBe('system');
    expect(readdirSync(host.homeFolder)).toEqual([]);
  });
});
