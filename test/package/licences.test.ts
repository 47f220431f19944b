import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeLicence } from '../../main/launcher/package/node-licence.ts';
import { type ShippedPackage, shippedPackages } from '../../main/launcher/package/shipped-packages.ts';
import { licencesText } from '../../main/launcher/package/write-licences.ts';
import { root } from '../support/entry.ts';

/** Licences that ask for nothing but their notice. */
const ALLOWED = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Python-2.0',
  'BlueOak-1.0.0',
  '(BSD-3-Clause OR GPL-2.0)',
];

const node = readFileSync(join(root, 'assets', 'licences', 'node.txt'), 'utf8');
let packages: ShippedPackage[];
beforeAll(async () => {
  packages = await shippedPackages(root);
}, 60_000);

describe('what is shipped', () => {
  test('is known by name', () => {
    expect(packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['react', 'react-dom', 'zod', 'node-forge', '@napi-rs/keyring', 'lucide-react']),
    );
    expect(packages.map(({ name }) => name)).not.toContain('vite');
  });

  test('is licensed by terms that ask for nothing but their notice', () => {
    expect(
      packages.filter(({ licence }) => !ALLOWED.includes(licence)).map(({ name, licence }) => `${name}: ${licence}`),
    ).toEqual([]);
  });

  test('has its licence in the text that is shown, with those of Electron, Chromium, Node and the keychain', () => {
    const text = licencesText(packages, { own: 'OWN', electron: 'ELECTRON', node, nodeVersions: ['24.21.0'] });

    for (const { name, version } of packages) expect(text).toContain(`\n${name} ${version} (`);
    for (const words of ['OWN', 'ELECTRON', 'LICENSES.chromium.html', 'OpenSSL, located at deps/openssl', 'libdbus'])
      expect(text).toContain(words);
  });

  test('is said without the name of a host that packages come from', () => {
    const texts = [node, ...packages.map(({ text }) => text ?? '')].join('\n');

    expect(texts).not.toMatch(/\bregistry\.\w+\.\w+|\bnpmjs\.|\bpypi\.|\bcrates\.io|\brubygems\./i);
  });
});

describe("Node's licence", () => {
  const section = (name: string): string =>
    `- ${name}, located at deps/${name}, is licensed as follows:\n  """\n    words of ${name}\n  """\n\n`;

  test('is kept without the programs that come beside the binary', () => {
    const kept = nodeLicence(
      `Node.js is licensed\n\n${section('zlib')}${section('npm')}${section('corepack')}${section('ada')}`,
    );

    expect(kept).toBe(`Node.js is licensed\n\n${section('zlib')}${section('ada')}`);
  });
});
