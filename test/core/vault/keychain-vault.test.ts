import { describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { keychainService, keychainVault, probeKeychain } from '../../../main/core/vault/keychain-vault.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { NO_DBUS } from '../../support/temp-security.ts';

describe('the keychain', () => {
  test.each([
    ['linux', NO_DBUS, 'VAULT_UNAVAILABLE', 'no D-Bus session'],
    ['linux', 'Platform failure: DBus error: Did not receive a reply.', 'VAULT_UNAVAILABLE', 'no program answers'],
    ['linux', "Couldn't access platform storage: Secret Service: no result found", 'VAULT_UNAVAILABLE', 'no keyring'],
    [
      'linux',
      "Couldn't access platform storage: Secret Service: unlock prompt was dismissed",
      'VAULT_LOCKED',
      'nobody unlocked',
    ],
    ['linux', 'no answer within 5 seconds', 'VAULT_LOCKED', 'no answer within 5 seconds'],
    ['darwin', 'User interaction is not allowed.', 'VAULT_LOCKED', 'nobody unlocked'],
    ['win32', 'Attribute password is longer than platform limit of 2560 chars', 'VAULT_REFUSED', 'longer than'],
    ['linux', 'Cannot find native binding.', 'VAULT_UNAVAILABLE', 'does not load'],
  ] as const)('on %s that says "%s" is %s', async (platform, words, code, why) => {
    const keyring = memoryKeyring();
    const vault = keychainVault(platform, 'sealwire', keyring);
    keyring.refusal = words;

    for (const attempt of [vault.get('a'), vault.set('a', new Secret('hunter2')), vault.delete('a')]) {
      const error = await attempt.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, message: expect.stringContaining(why), fix: expect.stringMatching(/\w/) });
      expect(JSON.stringify(error)).not.toContain('hunter2');
    }
    expect(await probeKeychain(vault)).toMatchObject({ code });
  });

  test('that works leaves nothing of the probe', async () => {
    const keyring = memoryKeyring();

    expect(await probeKeychain(keychainVault('linux', 'sealwire', keyring))).toBeNull();
    expect(keyring.entries.size).toBe(0);
  });

  test('keeps two homes apart by the name of the service', () => {
    const host = { platform: 'linux', env: { SEALWIRE_HOME: '/tmp/other' }, homeFolder: '/home/ada' } as const;

    const names = ['/home/ada/.local/share/sealwire', '/tmp/other', '/tmp/other/', '/tmp/another'].map((home) =>
      keychainService(host, home),
    );

    expect(names[0]).toBe('sealwire');
    expect(names[1]).toMatch(/^sealwire-[0-9a-f]{12}$/);
    expect(names[2]).toBe(names[1]);
    expect(new Set(names).size).toBe(3);
  });
});
