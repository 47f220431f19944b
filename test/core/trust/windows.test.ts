import { describe, expect, test } from 'vitest';
import { store as java } from '../../../main/core/trust/stores/java.ts';
import { store as windowsFromWsl } from '../../../main/core/trust/stores/windows-from-wsl.ts';
import { store as windowsMachine } from '../../../main/core/trust/stores/windows-machine.ts';
import { store as windowsUser } from '../../../main/core/trust/stores/windows-user.ts';
import { store as wslFromWindows } from '../../../main/core/trust/stores/wsl-from-windows.ts';
import { elsewhere, said, type Tool } from '../../support/elsewhere.ts';
import type { BenchAuthority } from '../../support/trust-bench.ts';

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

describe('a Java of Windows', () => {
  /** reg.exe(1) on what installers write, in its own words; a key that is not there is an error. */
  const registry = (file: string, args: readonly string[]): ReturnType<Tool> => {
    const [, key = '', , , value = '', view] = args;
    expect(file).toBe('C:\\Windows\\System32\\reg.exe');
    const entries = REGISTRY.filter((each) => each.key.startsWith(key) && each.value === value && each.view === view);
    if (entries.length === 0)
      return said('', 1, 'ERROR: The system was unable to find the specified registry key or value.\r\n');
    const text = entries.map((each) => `\r\n${long(each.key)}\r\n    ${each.value}    REG_SZ    ${each.path}\r\n`);
    return said(`${text.join('')}\r\nEnd of search: ${entries.length} match(es) found.\r\n`);
  };
  const long = (key: string): string => key.replace('HKLM', 'HKEY_LOCAL_MACHINE');
  const REGISTRY = [
    { key: 'HKLM\\SOFTWARE\\JavaSoft\\JDK\\21.0.9', value: 'JavaHome', path: 'D:\\tools\\oracle jdk', view: '/reg:64' },
    {
      key: 'HKLM\\SOFTWARE\\Eclipse Adoptium\\JDK\\25.0.1.8\\hotspot\\MSI',
      value: 'Path',
      path: 'D:\\tools\\temurin\\',
      view: '/reg:64',
    },
    { key: 'HKLM\\SOFTWARE\\Microsoft\\JDK\\17.0.1\\hotspot\\MSI', value: 'Path', path: 'D:\\gone\\', view: '/reg:64' },
    {
      key: 'HKLM\\SOFTWARE\\Azul Systems\\Zulu\\zulu-8',
      value: 'InstallationPath',
      path: 'D:\\zulu8\\',
      view: '/reg:32',
    },
  ];
  const storeIn = (home: string): Record<string, string> => ({
    [`${home}\\lib\\security\\cacerts`]: 'store',
    [`${home}\\bin\\keytool.exe`]: 'MZ',
    [`${home}\\release`]: 'JAVA_VERSION="21.0.9"\n',
  });

  test('is found by what its installer wrote into the registry, each once, and one that is gone is passed over', async () => {
    const tool: Tool = (file, args) => (file.endsWith('reg.exe') ? registry(file, args) : said(''));
    const files = {
      ...storeIn('D:\\tools\\oracle jdk'),
      ...storeIn('D:\\tools\\temurin'),
      'D:\\zulu8\\jre\\lib\\security\\cacerts': 'store',
    };
    const env = { SystemRoot: 'C:\\Windows', JAVA_HOME: 'd:\\Tools\\Temurin' };
    const there = await elsewhere({ platform: 'win32', userId: null, env }, tool, {
      ...files,
      ...storeIn('d:\\Tools\\Temurin'),
    });

    const stores = await there.open([java]).trust.list(there.pair.authority);

    expect(stores.map(({ id, isProven }) => [id, isProven])).toEqual([
      ['java:d:\\Tools\\Temurin', false],
      ['java:D:\\tools\\oracle jdk', false],
      ['java:D:\\zulu8', false],
    ]);
  });

  test('is not looked for in a registry that cannot be asked', async () => {
    const tool: Tool = () => ({ code: null, failure: 'spawn reg.exe ENOENT' });
    const there = await elsewhere({ platform: 'win32', userId: null, env: {} }, tool);

    expect(await there.open([java]).trust.list(there.pair.authority)).toEqual([]);
  });
});
