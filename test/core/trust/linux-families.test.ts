import { describe, expect, test } from 'vitest';
import type { Host } from '../../../main/core/host/host.ts';
import { store as arch } from '../../../main/core/trust/stores/system-arch.ts';
import { store as debian } from '../../../main/core/trust/stores/system-debian.ts';
import { store as fedora } from '../../../main/core/trust/stores/system-fedora.ts';
import { store as nixos } from '../../../main/core/trust/stores/system-nixos.ts';
import { store as opensuse } from '../../../main/core/trust/stores/system-opensuse.ts';
import { cuttableHost, withoutReaders } from '../../support/cuttable-host.ts';
import { elsewhere, said } from '../../support/elsewhere.ts';

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
