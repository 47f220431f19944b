import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { openPassphraseVault } from '../../../main/core/vault/passphrase-vault.ts';
import { seal, unseal } from '../../../main/core/vault/seal.ts';
import type { Vault } from '../../../main/core/vault/vault.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { cuttable } from '../../support/power-cut.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

/** The cheapest parameters that a vault file may have, so that a test does not take half a second for each opening. */
const CHEAP = { N: 2 ** 14, r: 8, p: 1 };
const PASSPHRASE = new Secret('correct horse');

function place(): { path: string; open: (passphrase?: Secret) => Promise<Vault> } {
  const home = tempHome();
  const path = join(home, 'vault.sealed');
  return { path, open: (passphrase = PASSPHRASE) => openPassphraseVault(testHost(home), path, passphrase, CHEAP) };
}

describe('the passphrase file', () => {
  test('keeps secrets of every kind for whoever knows the passphrase', async () => {
    const { path, open } = place();
    const vault = await open();
    await vault.set('a/b', new Secret('pässwörd 🔑\n'));
    await vault.set('empty', new Secret(''));
    await vault.set('gone', new Secret('gone'));
    await vault.delete('gone');
    await vault.delete('never there');

    const again = await open();

    expect((await again.get('a/b'))?.reveal()).toBe('pässwörd 🔑\n');
    expect((await again.get('empty'))?.reveal()).toBe('');
    expect(await again.get('gone')).toBeNull();
    expect(readFileSync(path, 'utf8')).not.toContain('a/b');
  });

  test('does not open with another passphrase, and is not there while it holds nothing', async () => {
    const { path, open } = place();
    const vault = await open();
    expect(existsSync(path)).toBe(false);
    await vault.set('a', new Secret('1'));

    await expect(open(new Secret('correct hors'))).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(open(new Secret(''))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await vault.delete('a');

    expect(existsSync(path)).toBe(false);
  });

  test('opens with the same passphrase in another Unicode form', async () => {
    const { open } = place();
    await (await open(new Secret('Z\u00fcrich'))).set('a', new Secret('1'));

    expect((await (await open(new Secret('Zu\u0308rich'))).get('a'))?.reveal()).toBe('1');
  });

  test('asks for 128 MiB of scrypt where nothing else is said', async () => {
    const home = tempHome();
    const vault = await openPassphraseVault(testHost(home), join(home, 'vault.sealed'), PASSPHRASE);
    await vault.set('a', new Secret('1'));

    const { kdf } = JSON.parse(readFileSync(join(home, 'vault.sealed'), 'utf8'));

    expect(kdf).toMatchObject({ name: 'scrypt', N: 131072, r: 8, p: 1 });
  });

  test('that is damaged anywhere is refused as damaged or as a wrong passphrase, never half-read', async () => {
    const { path, open } = place();
    await (await open()).set('a', new Secret('1'));
    const whole = readFileSync(path, 'utf8');

    for (const length of [0, 10, whole.length / 2, whole.length - 3]) {
      writeFileSync(path, whole.slice(0, length));
      await expect(open()).rejects.toMatchObject({ code: 'VAULT_DAMAGED' });
    }
    for (const [from, to] of [
      ['"p":1', '"p":2'],
      ['"N":16384', '"N":1073741824'],
      ['"r":8', '"r":4'],
      ['"format":1', '"format":2'],
    ] as const) {
      writeFileSync(path, whole.replace(from, to));
      await expect(open()).rejects.toMatchObject({ code: expect.stringMatching(/VAULT_DAMAGED|PASSPHRASE_WRONG/) });
    }
    const parsed = JSON.parse(whole);
    parsed.box.tag = Buffer.alloc(16).toString('base64');
    writeFileSync(path, JSON.stringify(parsed));
    await expect(open()).rejects.toMatchObject({ code: 'VAULT_DAMAGED' });
  });

  test('holds the old secrets or the new ones after a kill at any effect', async () => {
    let isCut = true;
    for (let at = 1; isCut; at += 1) {
      const { path, open } = place();
      await (await open()).set('a', new Secret('old'));
      const host = testHost('/nowhere');
      const effects = cuttable({ disk: host.disk, keyring: memoryKeyring() }, at, true);
      const vault = await openPassphraseVault({ ...host, disk: effects.disk }, path, PASSPHRASE, CHEAP);
      await vault.set('a', new Secret('new')).catch(() => undefined);
      isCut = effects.wasCut();

      const kept = (await (await open()).get('a'))?.reveal();

      expect(isCut ? ['old', 'new'] : ['new']).toContain(kept);
      expect(readdirSync(join(path, '..')).filter((name) => name === 'vault.sealed')).toHaveLength(1);
    }
  });
});

describe('a sealed box', () => {
  const host = testHost('/nowhere');
  const key = host.randomBytes(32);

  test('opens with its own key and purpose, and with nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.string(), (bytes, purpose, other) => {
        const box = seal(host, key, purpose, bytes);
        const opened = unseal(key, purpose, box);
        const misplaced = unseal(key, other, box);
        return (
          opened !== null &&
          Buffer.compare(opened, bytes) === 0 &&
          unseal(host.randomBytes(32), purpose, box) === null &&
          (other === purpose || misplaced === null)
        );
      }),
      { numRuns: 100 },
    );
  });

  test('with a tag that was cut short does not open', () => {
    const box = seal(host, key, 'x', Buffer.from('secret'));

    for (const length of [0, 4, 12, 15]) {
      const tag = Buffer.from(box.tag, 'base64').subarray(0, length).toString('base64');
      expect(unseal(key, 'x', { ...box, tag })).toBeNull();
    }
  });
});
