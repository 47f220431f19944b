import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PINNED_NODE } from '../pinned-node.mjs';
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts';

/** Writes `dist/licences.txt`: the licences of everything that a package of Sealwire ships. */
export async function writeLicences(root: string): Promise<void> {
  const text = licencesText(await shippedPackages(root), {
    own: readFileSync(join(root, 'LICENSE'), 'utf8'),
    electron: readFileSync(join(root, 'node_modules', 'electron', 'LICENSE'), 'utf8'),
    node: readFileSync(join(root, 'assets', 'licences', 'node.txt'), 'utf8'),
    nodeVersions: [...new Set(Object.values(PINNED_NODE).map(({ version }) => version))],
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'licences.txt'), text);
}

/** The whole text, each licence under a heading that says whose it is. */
export function licencesText(
  packages: readonly ShippedPackage[],
  texts: {
    readonly own: string;
    readonly electron: string;
    readonly node: string;
    readonly nodeVersions: readonly string[];
  },
): string {
  return [
    'Sealwire is licensed under the Apache License 2.0. It ships the work of others under the licences below.',
    section('Sealwire (Apache-2.0)', texts.own),
    section(
      'Electron (MIT)',
      `${texts.electron.trim()}\n\nElectron holds Chromium and the libraries that Chromium is made of. Their notices are in the file LICENSES.chromium.html, which lies beside Sealwire's program, on macOS in its Resources folder.`,
    ),
    section(
      "The keychain's native package @napi-rs/keyring (MIT) and what is compiled into it",
      'Its notices are in the file LICENSE.third-party.md beside it, in resources/core/node_modules/@napi-rs. On Linux it holds libdbus, which is licensed under the Academic Free License 2.1 or the GNU General Public License 2.0 or later; Sealwire takes the former.',
    ),
    ...packages.map(({ name, version, licence, text }) =>
      section(`${name} ${version} (${licence})`, text ?? 'The package names this licence and holds no text of it.'),
    ),
    section(
      `Node.js ${texts.nodeVersions.join(' or ')} (MIT, and the licences of what it is made of)`,
      `${texts.node.trim()}\n\nSections about npm and corepack are left out: Sealwire ships the Node binary alone.`,
    ),
    '',
  ].join('\n\n');
}

function section(title: string, text: string): string {
  return `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n\n${text.trim()}`;
}
