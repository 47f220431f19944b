import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { signAnnouncements } from '../../main/launcher/package/sign-announcements.ts';
import { isSigned } from '../../main/shell/updates/signed-provider.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-sign-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('what is announced is signed as an installed Sealwire wants it, and nothing else is', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const folder = folderWith({
    'latest-linux.yml': 'version: 1.0.1\n',
    'builder-debug.yml': 'x64: {}\n',
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  });

  const paths = signAnnouncements(folder, join(folder, 'key'));

  expect(paths).toEqual([join(folder, 'latest-linux.yml.sig')]);
  const signature = readFileSync(join(folder, 'latest-linux.yml.sig'), 'utf8');
  const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
  expect(isSigned('version: 1.0.1\n', signature, pem)).toBe(true);
  expect(isSigned('version: 1.0.2\n', signature, pem)).toBe(false);
});

test('a key of another kind, and none at all, are refused with the way to make one', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const folder = folderWith({
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    'latest.yml': 'version: 1\n',
  });

  for (const name of ['key', 'absent'])
    expect(() => signAnnouncements(folder, join(folder, name))).toThrow('no Ed25519 private key');
});
