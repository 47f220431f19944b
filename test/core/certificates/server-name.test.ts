import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressBytes, isInRange } from '../../../main/core/authority/address-bytes.ts';
import { isPermitted, permittedNames } from '../../../main/core/authority/permitted-names.ts';
import { readServerName } from '../../../main/core/certificates/server-name.ts';
import { suggestedNames } from '../../../main/core/certificates/suggested-names.ts';
import { testHost } from '../../support/temp-security.ts';

describe('the name of a certificate', () => {
  test.each([
    ['localhost', 'localhost'],
    [' LocalHost. ', 'localhost'],
    ['*.APM.test', '*.apm.test'],
    ['my_service', 'my_service'],
    ['münchen.test', 'xn--mnchen-3ya.test'],
    ['*.bücher.internal', '*.xn--bcher-kva.internal'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '::1'],
    ['FD00:0:0::02', 'fd00::2'],
  ])('%s is written as %s', (typed, written) => {
    expect(readServerName(typed)).toMatchObject({ text: written });
  });

  test.each([
    ['', /empty/],
    ['*', /wildcard/],
    ['*.localhost', /Firefox/],
    ['*.test', /Firefox/],
    ['a.*.test', /wildcard/],
    ['*a.test', /wildcard/],
    ['*.*.test', /wildcard/],
    ['https://localhost:8200/', /not a host name/],
    ['localhost:8200', /not a host name/],
    ['fe80::1%eth0', /not a host name/],
    ['256.1.1.1', /looks like an address/],
    ['1.2.3', /looks like an address/],
    ['-a.test', /valid DNS name/],
    [`${'a'.repeat(64)}.test`, /valid DNS name/],
    ['a..test', /valid DNS name/],
    ['a b.test', /not a host name/],
    ['a\u0000b.test', /valid DNS name/],
  ])('%s is refused with a reason and an alternative', (typed, why) => {
    expect(readServerName(typed)).toMatchObject({ why: expect.stringMatching(why), fix: expect.stringMatching(/\w/) });
  });

  test('is either refused or made of what a certificate can carry, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.domain(), fc.ipV6(), fc.webUrl()),
        (typed) => {
          const read = readServerName(typed);
          if ('why' in read) return read.fix !== '';
          if (read.general.kind === 'ip') return isIP(read.text) !== 0;
          return /^(\*\.[a-z0-9_-]+\.)?[a-z0-9_.-]+$/.test(read.general.name) && read.general.name.length <= 255;
        },
      ),
      { numRuns: 500 },
    );
  });

  test('stays the same when it is read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()), (typed) => {
        const read = readServerName(typed);
        return 'why' in read || JSON.stringify(readServerName(read.text)) === JSON.stringify(read);
      }),
      { numRuns: 300 },
    );
  });
});

describe('addresses', () => {
  test.each([
    ['127.0.0.1', '7f000001'],
    ['::1', '00000000000000000000000000000001'],
    ['fe80::', 'fe800000000000000000000000000000'],
    ['::ffff:1.2.3.4', '00000000000000000000ffff01020304'],
    ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
  ])('%s is %s in bytes', (address, hex) => {
    expect(addressBytes(address).toString('hex')).toBe(hex);
  });

  test.each([
    ['10.255.0.1', '10.0.0.0/8', true],
    ['11.0.0.1', '10.0.0.0/8', false],
    ['172.31.255.255', '172.16.0.0/12', true],
    ['172.32.0.1', '172.16.0.0/12', false],
    ['febf::1', 'fe80::/10', true],
    ['fec0::1', 'fe80::/10', false],
    ['::2', '::1/128', false],
    ['10.0.0.1', 'fc00::/7', false],
  ])('%s in %s: %s', (address, range, isInside) => {
    expect(isInRange(addressBytes(address), range)).toBe(isInside);
  });
});

describe('what an authority may sign', () => {
  test.each([
    ['localhost', true],
    ['apm.localhost', true],
    ['*.apm.test', true],
    ['test-laptop', true],
    ['apm-server', true],
    ['notlocalhost', false],
    ['example.com', false],
    ['localhost.example.com', false],
    ['192.168.1.7', true],
    ['8.8.8.8', false],
    ['2001:db8::1', false],
  ])('covers %s: %s', (name, isCovered) => {
    const read = readServerName(name);
    expect('general' in read && isPermitted(read.general, permittedNames('test-laptop', []))).toBe(isCovered);
  });
});

describe('suggested names', () => {
  const card = (address: string, internal = false) => ({
    address,
    internal,
    family: address.includes(':') ? ('IPv6' as const) : ('IPv4' as const),
    netmask: '',
    mac: '',
    cidr: null,
    scopeid: 0,
  });

  test('start with localhost and leave out what the authority may not sign', () => {
    const host = testHost('/nowhere', {
      hostname: 'Test-Laptop',
      networkInterfaces: () => ({
        lo: [card('127.0.0.1', true)],
        eth0: [card('192.168.1.7'), card('fe80::1'), card('2001:db8::1'), card('203.0.113.9')],
      }),
    });

    const names = suggestedNames(host, permittedNames('test-laptop', []));

    expect(names.map(({ name }) => name)).toEqual([
      'localhost',
      '127.0.0.1',
      '::1',
      'test-laptop',
      'test-laptop.local',
      'host.docker.internal',
      '192.168.1.7',
    ]);
    expect(names.every(({ reason }) => reason !== '')).toBe(true);
  });

  test('do without a machine name that no certificate can carry', () => {
    const names = suggestedNames(testHost('/nowhere', { hostname: 'böse maschine!' }), null);

    expect(names.map(({ name }) => name)).toEqual(['localhost', '127.0.0.1', '::1', 'host.docker.internal']);
  });
});
