import { writeFileSync } from 'node:fs';
import type { NetworkInterfaceInfo } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permittedNames } from '../../../main/core/authority/permitted-names.ts';
import { checkNames } from '../../../main/core/certificates/check-names.ts';
import { composeServices } from '../../../main/core/certificates/compose-services.ts';
import { suggestNames } from '../../../main/core/certificates/suggest-names.ts';
import type { Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

const authority = { permitted: permittedNames('test-laptop', []) };
const card = (address: string): NetworkInterfaceInfo => ({
  address,
  netmask: '',
  family: 'IPv4',
  mac: '',
  internal: false,
  cidr: null,
});

function machine(folder: string, change: Partial<Host> = {}): Host {
  const cards = {
    eth0: [card('192.168.1.7'), card('203.0.113.9')],
    docker0: [card('172.17.0.1')],
    'br-0123456789ab': [card('172.18.0.1')],
  };
  return testHost(folder, { networkInterfaces: () => cards, ...change });
}

describe('suggested names', () => {
  test('say what reaches this machine by each, and which the authority cannot sign', () => {
    const folder = tempHome();
    writeFileSync(
      join(folder, 'docker-compose.yml'),
      'services:\n  apm-server:\n    image: apm\n  "my_shop":\n    image: shop\n  "not a host!": {}\n',
    );

    const names = suggestNames(machine(folder), folder, authority);

    const by = (name: string) => names.find((each) => each.name === name);
    expect(names[0]).toMatchObject({ name: 'localhost', recommended: true, refusal: null });
    expect(by('192.168.1.7')).toMatchObject({ source: 'network', recommended: true });
    expect(by('203.0.113.9')).toMatchObject({
      recommended: false,
      refusal: { why: expect.stringContaining('private addresses') },
    });
    expect(by('172.17.0.1')).toMatchObject({ source: 'docker', reason: expect.stringContaining('docker0') });
    expect(by('172.18.0.1')).toMatchObject({ source: 'docker' });
    expect(by('host.docker.internal')).toMatchObject({ source: 'docker' });
    expect(by('test-laptop.local')).toMatchObject({ source: 'mdns' });
    expect(by('10.0.2.2')).toMatchObject({ source: 'emulator', recommended: false, refusal: null });
    expect(by('apm-server')).toMatchObject({ source: 'compose', refusal: null, recommended: false });
    expect(by('my_shop')).toMatchObject({ source: 'compose', refusal: { fix: expect.stringContaining('--domains') } });
    expect(by('not a host!')).toBeUndefined();
    expect(names.every(({ reason }) => reason.length > 5)).toBe(true);
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  });

  test('tell the two sides of WSL apart', () => {
    const linux = suggestNames(
      machine('/nowhere', { platform: 'linux', env: { WSL_DISTRO_NAME: 'Debian' } }),
      '/nowhere',
      authority,
    );
    const windows = suggestNames(
      machine('/nowhere', {
        platform: 'win32',
        networkInterfaces: () => ({ 'vEthernet (WSL)': [card('172.20.0.1')] }),
      }),
      '/nowhere',
      authority,
    );

    expect(linux.find(({ name }) => name === '192.168.1.7')).toMatchObject({
      source: 'wsl',
      reason: expect.stringContaining('Windows'),
    });
    expect(windows.find(({ name }) => name === '172.20.0.1')).toMatchObject({
      source: 'wsl',
      reason: expect.stringContaining('in WSL'),
    });
  });
});

describe('Compose services', () => {
  test('of all files are told once, and whatever a file holds is no failure', () => {
    const folder = tempHome();
    writeFileSync(join(folder, 'compose.yaml'), 'services: {web: {}, db: {}}\n');
    writeFileSync(join(folder, 'compose.override.yaml'), 'services: {db: {}, cache: {}}\n');
    const host = realHost();
    expect(composeServices(host, folder).map(({ service, file }) => `${service} ${file}`)).toEqual([
      'web compose.yaml',
      'db compose.yaml',
      'cache compose.override.yaml',
    ]);

    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        writeFileSync(join(folder, 'compose.yaml'), `services:\n${text}`);
        expect(composeServices(host, folder)).toBeInstanceOf(Array);
      }),
      { numRuns: 300, seed: 20261128 },
    );
  });
});

describe('the check of names', () => {
  test('says how each would be written, or why it cannot be', () => {
    const checked = checkNames(
      ['MÜNCHEN.test', '[::1]', '127.0.0.1', '*.apm.test', '*.test', 'example.com'],
      'server',
      authority,
    );

    expect(checked.map(({ name, shown, kind }) => [name, shown, kind])).toEqual([
      ['xn--mnchen-3ya.test', 'münchen.test', 'dns'],
      ['::1', '::1', 'ipv6'],
      ['127.0.0.1', '127.0.0.1', 'ipv4'],
      ['*.apm.test', '*.apm.test', 'wildcard'],
      [null, '*.test', null],
      [null, 'example.com', null],
    ]);
    expect(checked[4]?.refusal?.why).toContain('Firefox');
    expect(checked[5]?.refusal?.fix).toContain('--domains');
    expect(checkNames(['spiffe://apm.test/x'], 'client', authority)[0]).toMatchObject({ kind: 'uri', refusal: null });
  });
});
