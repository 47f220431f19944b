import { describe, expect, test } from 'vitest';
import { store as iosSimulator } from '../../../main/core/trust/stores/ios-simulator.ts';
import { store as macosAdmin } from '../../../main/core/trust/stores/macos-admin.ts';
import { store as macosUser } from '../../../main/core/trust/stores/macos-user.ts';
import { elsewhere, said, type Tool } from '../../support/elsewhere.ts';
import type { BenchAuthority } from '../../support/trust-bench.ts';

describe('a keychain of macOS', () => {
  /** security(1) with one keychain, whose items and trust settings are apart from each other. */
  function keychain(hasDialog = true): {
    tool: Tool;
    items: Set<string>;
    trusted: Set<string>;
    names: { current: BenchAuthority | null };
  } {
    const items = new Set<string>();
    const trusted = new Set<string>();
    const names: { current: BenchAuthority | null } = { current: null };
    const tool: Tool = (_file, [verb, ...args]) => {
      const authority = names.current?.authority;
      if (authority === undefined) return said('');
      const { fingerprint256, fingerprint1, commonName } = authority;
      switch (verb) {
        case 'find-certificate':
          return said(
            [...items]
              .map((item) => `SHA-256 hash: ${item}\nSHA-1 hash: ${fingerprint1.toUpperCase()}\nkeychain: "x"\n`)
              .join(''),
          );
        case 'dump-trust-settings':
          return trusted.size === 0
            ? said('', 1, 'SecTrustSettingsCopyCertificates: No Trust Settings were found.\n')
            : said(`Number of trusted certs = 1\nCert 0: ${commonName}\n   Number of trust settings : 2\n`);
        case 'add-trusted-cert':
          if (!hasDialog)
            return said(
              '',
              1,
              'SecTrustSettingsSetTrustSettings: The authorization was denied since no user interaction was possible.\n',
            );
          items.add(fingerprint256.toUpperCase());
          trusted.add(commonName);
          return said('');
        case 'remove-trusted-cert':
          return trusted.delete(commonName)
            ? said('')
            : said(
                '',
                1,
                'SecTrustSettingsRemoveTrustSettings: The specified item could not be found in the keychain.\n',
              );
        case 'delete-certificate':
          return args.includes(fingerprint1.toUpperCase()) && items.delete(fingerprint256.toUpperCase())
            ? said('')
            : said('', 1, 'Unable to delete certificate matching given criteria\n');
        default:
          return said('', 2, 'usage');
      }
    };
    return { tool, items, trusted, names };
  }

  test('takes the authority for TLS alone, and loses both its trust and the certificate', async () => {
    const chain = keychain();
    const { pair, calls, open } = await elsewhere({ platform: 'darwin' }, chain.tool);
    chain.names.current = pair;
    const { trust } = open([macosUser, macosAdmin]);

    const listed = await trust.list(pair.authority);
    const installed = await trust.install(pair.authority, [], {});
    const between = [chain.items.size, chain.trusted.size];
    const removed = await trust.uninstall(pair.authority, [], {});

    expect(listed.map(({ id, needs, canChange, isProven }) => [id, needs, canChange, isProven])).toEqual([
      ['macos-user', 'user', true, false],
      ['macos-admin', 'admin', false, false],
    ]);
    expect(calls.find(([, verb]) => verb === 'add-trusted-cert')?.slice(1, -1)).toEqual([
      'add-trusted-cert',
      '-r',
      'trustRoot',
      '-p',
      'ssl',
      '-p',
      'basic',
      '-k',
      '/home/ada/Library/Keychains/login.keychain-db',
    ]);
    expect(installed.map(({ store, outcome }) => [store, outcome])).toEqual([['macos-user', 'done']]);
    expect(between).toEqual([1, 1]);
    expect(removed.find(({ store }) => store === 'macos-user')).toMatchObject({ outcome: 'done' });
    expect([chain.items.size, chain.trusted.size]).toEqual([0, 0]);
  });

  test('of which an interruption left half is emptied by the next run', async () => {
    const chain = keychain();
    const { pair, open } = await elsewhere({ platform: 'darwin' }, chain.tool);
    chain.names.current = pair;
    const { trust } = open([macosUser]);
    await trust.install(pair.authority, [], {});
    chain.trusted.clear();

    const [half] = await trust.list(pair.authority);
    await trust.uninstall(pair.authority, [], {});

    expect(half).toMatchObject({ state: 'not-installed', evidence: expect.stringContaining('does not trust') });
    expect(chain.items.size).toBe(0);
  });

  test('without a screen says why, and the admin’s prints what to type', async () => {
    const chain = keychain(false);
    const { pair, open } = await elsewhere({ platform: 'darwin' }, chain.tool);
    chain.names.current = pair;
    const { trust, ledger } = open([macosUser, macosAdmin]);

    const [user] = await trust.install(pair.authority, ['macos-user'], {});
    const [admin] = await trust.install(pair.authority, ['macos-admin'], {});

    expect(user).toMatchObject({
      outcome: 'failed',
      said: expect.stringContaining('macOS asked for your permission and did not get it'),
    });
    expect(admin).toMatchObject({ outcome: 'by-hand' });
    expect(admin?.commands).toEqual([
      `sudo /usr/bin/security add-trusted-cert -d -r trustRoot -p ssl -p basic -k /Library/Keychains/System.keychain ${pair.authority.path}`,
    ]);
    expect(ledger.list().map(({ state }) => state)).toEqual(['undone']);
  });
});

test('an iOS simulator that runs is added to by hand, because it gives nothing back but everything', async () => {
  const tool: Tool = (_file, args) =>
    said(args.includes('list') ? '== Devices ==\n    iPhone 17 (5A1F) (Booted)\n' : '');
  const { pair, calls, open } = await elsewhere({ platform: 'darwin' }, tool);
  const { trust } = open([iosSimulator]);

  const [result] = await trust.install(pair.authority, ['ios-simulator'], {});

  expect(result).toMatchObject({
    outcome: 'by-hand',
    commands: [`xcrun simctl keychain booted add-root-cert ${pair.authority.path}`],
  });
  expect(calls.some((call) => call.includes('add-root-cert'))).toBe(false);
});
