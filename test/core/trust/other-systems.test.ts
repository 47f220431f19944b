import { describe, expect, test } from 'vitest';
import type { ExecResult, Host } from '../../../main/core/host/host.ts';
import { memoryDisk } from '../../../main/core/host/memory-disk.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { store as iosSimulator } from '../../../main/core/trust/stores/ios-simulator.ts';
import { store as macosAdmin } from '../../../main/core/trust/stores/macos-admin.ts';
import { store as macosUser } from '../../../main/core/trust/stores/macos-user.ts';
import { store as arch } from '../../../main/core/trust/stores/system-arch.ts';
import { store as debian } from '../../../main/core/trust/stores/system-debian.ts';
import { store as fedora } from '../../../main/core/trust/stores/system-fedora.ts';
import { store as nixos } from '../../../main/core/trust/stores/system-nixos.ts';
import { store as opensuse } from '../../../main/core/trust/stores/system-opensuse.ts';
import { store as windowsFromWsl } from '../../../main/core/trust/stores/windows-from-wsl.ts';
import { store as windowsMachine } from '../../../main/core/trust/stores/windows-machine.ts';
import { store as windowsUser } from '../../../main/core/trust/stores/windows-user.ts';
import { store as wslFromWindows } from '../../../main/core/trust/stores/wsl-from-windows.ts';
import type { TrustStoreKind } from '../../../main/core/trust/trust-store.ts';
import { cuttableHost, withoutReaders } from '../../support/cuttable-host.ts';
import { type BenchAuthority, benchAuthority, type TrustBench, trustBench } from '../../support/trust-bench.ts';

/* Other systems' tools, imitated in the words that they use. None of this is proven on the real system. */

type Tool = (file: string, args: readonly string[]) => Partial<ExecResult>;

const said = (stdout: string, code = 0, stderr = ''): ExecResult => ({ code, stdout, stderr, failure: null });

interface Elsewhere {
  readonly host: Host;
  readonly pair: BenchAuthority;
  readonly calls: string[][];
  open(kinds: readonly TrustStoreKind[], host?: Host): TrustBench;
}

async function elsewhere(
  change: Partial<Host>,
  tool: Tool,
  files: Readonly<Record<string, string>> = {},
): Promise<Elsewhere> {
  const calls: string[][] = [];
  const disk = memoryDisk();
  const home = '/home/ada/sealwire';
  disk.makeFolder(home, 0o700);
  for (const [path, content] of Object.entries(files)) {
    disk.makeFolder(path.replace(/[\\/][^\\/]*$/, ''), 0o755);
    if (content !== '') disk.create(path, Buffer.from(content), 0o755);
  }
  const host: Host = {
    ...realHost({}),
    env: {},
    homeFolder: '/home/ada',
    userId: 501,
    ...change,
    disk,
    exec: async (file, args) => {
      calls.push([file, ...args]);
      return { ...said(''), ...tool(file, args) };
    },
  };
  const pair = await benchAuthority(host, home);
  return { host, pair, calls, open: (kinds, on = host) => trustBench(on, home, withoutReaders(kinds), pair) };
}

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

describe('a store of Windows', () => {
  function rootStores(pair: () => BenchAuthority | null, isElevated: boolean): { tool: Tool; held: Set<string> } {
    const held = new Set<string>();
    const tool: Tool = (file, args) => {
      if (file.endsWith('whoami.exe'))
        return said(
          `Mandatory Label\\${isElevated ? 'High' : 'Medium'} Mandatory Level  Label  S-1-16-${isElevated ? 12288 : 8192}\r\n`,
        );
      const scope = args[0] === '-user' ? 'user' : 'machine';
      const sha1 = pair()?.authority.fingerprint1 ?? '';
      const key = `${scope} ${sha1}`;
      if (args.includes('-addstore')) held.add(key);
      else if (args.includes('-delstore')) held.delete(key);
      else if (args.includes('-store') && !held.has(key))
        return said(
          'Root "Trusted Root Certification Authorities"\r\nCertUtil: -store command FAILED: 0x80092004 (-2146885628 CRYPT_E_NOT_FOUND)\r\n',
          2148081668,
        );
      return said('CertUtil: -store command completed successfully.\r\n');
    };
    return { tool, held };
  }

  test.each([
    [false, ['user']],
    [true, ['user', 'machine']],
  ])(
    'takes the authority and gives it back; the machine’s only with elevated rights (%s)',
    async (isElevated, scopes) => {
      let pair: BenchAuthority | null = null;
      const stores = rootStores(() => pair, isElevated);
      const there = await elsewhere(
        { platform: 'win32', userId: null, env: { SystemRoot: 'C:\\Windows' } },
        stores.tool,
      );
      pair = there.pair;
      const { trust } = there.open([windowsUser, windowsMachine]);

      const results = await trust.install(there.pair.authority, ['windows-user', 'windows-machine'], {});
      const between = [...stores.held].map((key) => key.split(' ')[0]);
      await trust.uninstall(there.pair.authority, [], {});

      expect(results.map(({ outcome }) => outcome).sort()).toEqual(isElevated ? ['done', 'done'] : ['by-hand', 'done']);
      expect(between.sort()).toEqual([...scopes].sort());
      expect(stores.held.size).toBe(0);
      if (!isElevated) {
        const { commands } = results.find(({ outcome }) => outcome === 'by-hand') ?? { commands: [] };
        expect(commands).toEqual([
          `& 'C:\\Windows\\System32\\certutil.exe' '-f' '-addstore' 'Root' '${there.pair.authority.path}'`,
        ]);
      }
    },
  );

  test('that a policy protects says so', async () => {
    const tool: Tool = (_file, args) =>
      args.includes('-addstore')
        ? said(
            'CertUtil: -addstore command FAILED: 0x80070005 (WIN32: 5 ERROR_ACCESS_DENIED)\r\nCertUtil: Access is denied.\r\n',
            2147942405,
          )
        : said('CertUtil: -store command FAILED: 0x80092004 (CRYPT_E_NOT_FOUND)\r\n', 2148081668);
    const { pair, open } = await elsewhere({ platform: 'win32', userId: null }, tool);

    const [result] = await open([windowsUser]).trust.install(pair.authority, [], {});

    expect(result).toMatchObject({
      outcome: 'failed',
      said: expect.stringContaining('a policy of your organisation may protect the roots'),
    });
  });
});

describe('WSL', () => {
  test('from Windows: each Linux gets the file and its own tool, and gives both back', async () => {
    const files = new Map<string, string>();
    let pem = '';
    const tool: Tool = (file, args) => {
      if (args[0] === '--list')
        return said(Buffer.from('Ubuntu\r\ndocker-desktop\r\nDebian\r\n', 'utf16le').toString());
      expect(file).toBe('C:\\Windows\\System32\\wsl.exe');
      const [, distribution = '', , user, , shell, , script = '', , ...words] = args;
      expect([user, shell]).toEqual(['root', 'sh']);
      const path = `${distribution}:${words.at(-1)}`;
      if (script.startsWith('test ')) return said(files.get(path) ?? '');
      if (script.startsWith('install ')) files.set(path, pem);
      else files.delete(path);
      return said('1 added, 0 removed; done.\n');
    };
    const { pair, open } = await elsewhere({ platform: 'win32', userId: null }, tool);
    pem = pair.authority.pem;
    const { trust } = open([wslFromWindows]);

    const installed = await trust.install(pair.authority, ['wsl'], {});
    const between = [...files.keys()];
    await trust.uninstall(pair.authority, [], {});

    expect(installed.map(({ store, outcome }) => [store, outcome])).toEqual([
      ['wsl:Ubuntu', 'done'],
      ['wsl:Debian', 'done'],
    ]);
    const name = `/usr/local/share/ca-certificates/sealwire-${pair.authority.tag}.crt`;
    expect(between).toEqual([`Ubuntu:${name}`, `Debian:${name}`]);
    expect(files.size).toBe(0);
  });

  test('from the Linux in it: the Windows around it, by its own certutil', async () => {
    let isHeld = false;
    const calls: string[] = [];
    const tool: Tool = (file, args) => {
      calls.push([file, ...args].join(' '));
      if (file === 'sh') isHeld = true;
      if (args.includes('-delstore')) isHeld = false;
      return isHeld || args.includes('-delstore') ? said('') : said('0x80092004', 4);
    };
    const files = {
      '/proc/version': 'Linux version 6.6.87.2-microsoft-standard-WSL2 (root@build) #1 SMP\n',
      '/mnt/c/Windows/System32/certutil.exe': 'MZ',
    };
    const { pair, open } = await elsewhere({ platform: 'linux' }, tool, files);
    const { trust } = open([windowsFromWsl]);

    const [result] = await trust.install(pair.authority, [], {});
    await trust.uninstall(pair.authority, [], {});

    expect(result).toMatchObject({ store: 'windows-from-wsl', outcome: 'done' });
    expect(calls).toContain(
      `sh -c "$1" -user -f -addstore Root "$(wslpath -w "$2")" sh /mnt/c/Windows/System32/certutil.exe ${pair.authority.path}`,
    );
    expect(isHeld).toBe(false);
  });

  test('is not spoken of on any other Linux', async () => {
    const { pair, open } = await elsewhere({ platform: 'linux' }, () => said(''), {
      '/proc/version': 'Linux version 6.1.0-28-amd64\n',
    });

    expect(await open([windowsFromWsl]).trust.list(pair.authority)).toEqual([]);
  });
});

describe('a system store that is a folder of files', () => {
  const all = [debian, fedora, arch, opensuse, nixos];
  const LINUXES = [
    [
      'Fedora',
      '/etc/pki/ca-trust/source/anchors',
      '.pem',
      'update-ca-trust',
      ['extract'],
      '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    ],
    [
      'Arch',
      '/etc/ca-certificates/trust-source/anchors',
      '.crt',
      'trust',
      ['extract-compat'],
      '/etc/ca-certificates/extracted/tls-ca-bundle.pem',
    ],
    [
      'openSUSE',
      '/etc/pki/trust/anchors',
      '.pem',
      'update-ca-certificates',
      [],
      '/var/lib/ca-certificates/ca-bundle.pem',
    ],
    [
      'Alpine',
      '/usr/local/share/ca-certificates',
      '.crt',
      'update-ca-certificates',
      [],
      '/etc/ssl/certs/ca-certificates.crt',
    ],
  ] as const;

  test.each(LINUXES)(
    'of %s is found alone, filled and emptied, also after a kill at every effect',
    async (_name, folder, extension, program, args, bundle) => {
      const path = `/usr/bin/${program}`;
      const files = { [path]: '#!', [`${folder}/`]: '', [bundle]: '# theirs\n' };
      const there = await elsewhere({ platform: 'linux', userId: 0, env: { PATH: '/usr/bin' } }, () => ({}), files);
      const { host, pair } = there;
      const anchor = `${folder}/sealwire-${pair.authority.tag}${extension}`;
      const build: Host['exec'] = async (file, given) => {
        expect([file, given]).toEqual([path, args]);
        host.disk.remove(bundle);
        host.disk.create(bundle, Buffer.from(`# theirs\n${host.disk.read(anchor)?.toString() ?? ''}`), 0o644);
        return said('');
      };
      const real: Host = { ...host, exec: build };
      const kinds = withoutReaders(all);
      const [place, ...others] = await there.open(kinds, real).trust.list(pair.authority);
      let isCut = true;
      let kills = 0;
      for (let at = 1; isCut; at += 1) {
        const cut = cuttableHost(real, at, at % 2 === 0);
        try {
          const { trust } = there.open(kinds, cut.host);
          await trust.install(pair.authority, ['system'], {});
          if (!cut.wasCut()) expect((await trust.list(pair.authority))[0]?.state).toBe('installed');
          await trust.uninstall(pair.authority, ['system'], {});
        } catch (error) {
          if (!cut.wasCut()) throw error;
        }
        isCut = cut.wasCut();
        if (isCut) kills += 1;
        await there.open(kinds, real).trust.uninstall(pair.authority, [], {});
        expect([host.disk.list(folder), host.disk.read(bundle)?.toString()], `effect ${at}`).toEqual([
          [],
          '# theirs\n',
        ]);
      }

      expect(place).toMatchObject({ id: 'system', path: folder, needs: 'admin' });
      expect(others).toEqual([]);
      expect(kills).toBeGreaterThan(20);
    },
  );

  test('without the rights is left alone, and what to type is printed once', async () => {
    const files = {
      '/usr/sbin/update-ca-certificates': '#!',
      '/usr/local/share/ca-certificates/': '',
      '/etc/ssl/certs/java/cacerts': 'x',
    };
    const { pair, calls, open } = await elsewhere({ platform: 'linux', env: { PATH: '/usr/bin' } }, () => ({}), files);
    const { trust, ledger } = open([debian]);
    const anchor = `/usr/local/share/ca-certificates/sealwire-${pair.authority.tag}.crt`;

    const [result] = await trust.install(pair.authority, ['system'], {});
    const { steps, skipped } = await trust.plan('install', pair.authority, []);

    expect(result).toMatchObject({ outcome: 'by-hand', checks: [] });
    expect(result?.commands).toEqual([
      `sudo install -D -m 0644 ${pair.authority.path} ${anchor}`,
      'sudo /usr/sbin/update-ca-certificates',
    ]);
    expect(calls).toEqual([]);
    expect(ledger.list()).toEqual([]);
    expect(steps).toEqual([]);
    expect(skipped).toMatchObject([{ reason: expect.stringContaining('sealwire trust install system') }]);
  });

  test('that was filled by hand is emptied by hand, Java’s copy included', async () => {
    const files = {
      '/usr/sbin/update-ca-certificates': '#!',
      '/usr/local/share/ca-certificates/': '',
      '/etc/ssl/certs/java/cacerts': 'x',
    };
    const { pair, host, open } = await elsewhere({ platform: 'linux', env: { PATH: '/usr/bin' } }, () => ({}), files);
    const { tag, pem } = pair.authority;
    const anchor = `/usr/local/share/ca-certificates/sealwire-${tag}.crt`;
    host.disk.create(anchor, Buffer.from(pem), 0o644);

    const [result] = await open([debian]).trust.uninstall(pair.authority, [], {});

    expect(result?.commands).toEqual([
      `sudo rm -f ${anchor}`,
      `sudo find /etc/ssl/certs -lname '*sealwire-${tag}.*' -delete`,
      `sudo keytool -delete -alias debian:sealwire-${tag}.pem -keystore /etc/ssl/certs/java/cacerts -storepass changeit`,
      'sudo /usr/sbin/update-ca-certificates',
    ]);
  });

  test('of NixOS is printed as configuration', async () => {
    const { pair, open } = await elsewhere({ platform: 'linux', userId: 0 }, () => ({}), { '/etc/NIXOS': '\n' });
    const { trust } = open(all);

    const [result, ...others] = await trust.install(pair.authority, ['system'], {});

    expect(others).toEqual([]);
    expect(result).toMatchObject({ outcome: 'by-hand', commands: ['sudo nixos-rebuild switch'] });
    expect(result?.lines[0]?.content.replace(/^ {4}/gm, '')).toContain(pair.authority.pem.trimEnd());
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
