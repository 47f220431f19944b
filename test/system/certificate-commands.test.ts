import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Authority, type Certificate, Secret } from '../../main/contract/index.ts';
import { readKeystore } from '../../main/core/export/keystores/read-keystore.ts';
import { entry } from '../support/entry.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { opensslStrict } from '../support/verifiers.ts';
import { type SystemHome, systemHome } from './system-home.ts';

/* What a person does with certificates on the command line, each command a process of its own. */

const hasOpenssl = isOnPath('openssl');

async function initialised(): Promise<SystemHome & { at(...parts: string[]): string }> {
  const home = await systemHome();
  await home.json('init');
  return { ...home, at: (...parts) => join(home.folder, ...parts) };
}
const mode = (path: string): number => statSync(path).mode & 0o777;
const text = (path: string | null): string => readFileSync(path ?? '', 'utf8');

describe('cert issue', () => {
  test('writes files that programs take, the key for its owner alone, and says where they are', async () => {
    const home = await initialised();

    const issued = (await home.json(
      'cert',
      'issue',
      'shop.test',
      '10.0.0.7',
      '--days',
      '90',
      '--out',
      home.at('tls'),
    )) as Certificate;

    expect(issued).toMatchObject({ kind: 'server', names: ['shop.test', '10.0.0.7'], daysLeft: 89, inUse: false });
    expect(readdirSync(home.at('tls')).sort()).toEqual([
      'ca.pem',
      'shop.test.fullchain.pem',
      'shop.test.key',
      'shop.test.pem',
    ]);
    expect(
      [issued.files.key, issued.files.cert, issued.files.chain, issued.files.ca].map((path) => mode(path ?? '')),
    ).toEqual([0o600, 0o644, 0o644, 0o644]);
    if (hasOpenssl) {
      const question = { chain: text(issued.files.chain), roots: text(issued.files.ca), purpose: 'server' } as const;
      expect(opensslStrict({ ...question, name: 'shop.test' })).toBe('OK');
      const keys = [
        ['x509', '-pubkey', '-noout', '-in', issued.files.cert],
        ['pkey', '-pubout', '-in', issued.files.key],
      ];
      const [one, other] = keys.map((args) => execFileSync('openssl', args.map(String)).toString());
      expect(one).toBe(other);
    }
  });

  test('replaces what is there only when told to, and never through a link', async () => {
    const home = await initialised();
    mkdirSync(home.at('tls'));
    writeFileSync(home.at('precious'), 'precious\n');
    symlinkSync(home.at('precious'), home.at('tls', 'shop.test.key'));

    const refused = await home.run(['cert', 'issue', 'shop.test', '--out', home.at('tls'), '--json']);
    const done = await home.run(['cert', 'issue', 'shop.test', '--out', home.at('tls'), '--json', '--yes']);

    expect([refused.code, JSON.parse(refused.stderr).error.code, done.code]).toEqual([2, 'USAGE', 0]);
    expect(text(home.at('precious'))).toBe('precious\n');
    expect(text(home.at('tls', 'shop.test.key'))).toContain('PRIVATE KEY');
  });

  test('makes one for each name with --each, and says in one sentence why a name cannot be had', async () => {
    const home = await initialised();

    const { certificates } = (await home.json(
      'cert',
      'issue',
      '--each',
      '--client',
      '--minutes',
      '5',
      'a.test',
      'b.test',
      '--out',
      home.at('fleet'),
    )) as {
      certificates: Certificate[];
    };
    const refused = await home.run(['cert', 'issue', '*.localhost', '--json']);
    const both = await home.run(['cert', 'issue', 'a.test', '--days', '3', '--minutes', '3', '--json']);

    expect(certificates.map(({ names, kind }) => [kind, ...names])).toEqual([
      ['client', 'a.test'],
      ['client', 'b.test'],
    ]);
    expect(readdirSync(home.at('fleet')).sort()).toEqual(['a.test', 'b.test']);
    expect([refused.code, JSON.parse(refused.stderr).error.code]).toEqual([2, 'NAME_REFUSED']);
    expect([both.code, JSON.parse(both.stderr).error.code]).toEqual([2, 'USAGE']);
  });

  test.skipIf(!hasOpenssl)('signs a signing request without ever seeing its key', async () => {
    const home = await initialised();
    const args = ['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=web'];
    execFileSync(
      'openssl',
      [...args, '-keyout', home.at('web.key'), '-out', home.at('web.csr'), '-addext', 'subjectAltName=DNS:web.test'],
      { stdio: 'pipe' },
    );

    const issued = (await home.json(
      'cert',
      'issue',
      '--csr',
      home.at('web.csr'),
      '--out',
      home.at('web'),
    )) as Certificate;

    expect(issued).toMatchObject({ names: ['web.test'], hasKey: false, files: { key: null } });
    expect(readdirSync(home.at('web')).some((name) => name.endsWith('.key'))).toBe(false);
    const refused = await home.run(['cert', 'issue', '--csr', issued.files.ca ?? '', '--json']);
    expect([refused.code, JSON.parse(refused.stderr).error.message]).toEqual([
      2,
      expect.stringContaining('it is a certificate, not a request'),
    ]);
  });
});

describe('cert export', () => {
  test('prints the authorities, writes stores, and keeps a private key off a terminal', async () => {
    const home = await initialised();
    const issued = (await home.json('cert', 'issue', 'shop.test')) as Certificate;
    writeFileSync(home.at('phrase'), 'hunter22\n');

    const ca = await home.run(['cert', 'export', 'ca']);
    const jks = (await home.json('cert', 'export', 'ca', '--format', 'jks', '--out', home.at('java'))) as {
      files: string[];
    };
    const p12 = (await home.json(
      'cert',
      'export',
      issued.id,
      '--format',
      'p12',
      '--passphrase-file',
      home.at('phrase'),
      '--out',
      home.at('p12'),
    )) as {
      files: string[];
    };
    const open = await home.run(['cert', 'export', issued.id, '--format', 'p12', '--out', home.at('open'), '--json']);
    const crl = await home.run(['cert', 'export', 'crl', '--format', 'der', '--out', home.at('ca.crl')]);

    expect(ca.stdout).toBe(text(join(home.home, 'workspaces', 'default', 'ca.pem')));
    expect(jks.files.map((path) => [existsSync(path), mode(path)])).toEqual([[true, 0o644]]);
    expect(p12.files.map(mode)).toContain(0o600);
    expect([open.code, JSON.parse(open.stderr).error.fix]).toEqual([2, expect.stringContaining('--passphrase-file')]);
    expect([crl.code, existsSync(home.at('ca.crl'))]).toEqual([0, true]);
    if (hasOpenssl) {
      const opened = execFileSync(
        'openssl',
        ['pkcs12', '-in', p12.files[0] ?? '', '-passin', 'pass:hunter22', '-nodes'],
        { stdio: ['ignore', 'pipe', 'pipe'] },
      );
      expect(opened.toString()).toContain('PRIVATE KEY');
      expect(
        execFileSync('openssl', ['crl', '-inform', 'DER', '-in', home.at('ca.crl'), '-noout', '-text']).toString(),
      ).toContain('Version 2');
    }
  });

  test('keeps the entries of a truststore that is named, where the format has a place for them', async () => {
    const home = await initialised();
    const other = await initialised();
    const jksOf = (at: SystemHome, to: string, ...more: string[]): Promise<unknown> =>
      at.json('cert', 'export', 'ca', '--format', 'jks', '--out', to, ...more);
    await jksOf(other, other.at('java'));
    const existing = other.at('java', 'truststore.jks');

    await jksOf(home, home.at('java'), '--merge-with', existing);
    const pem = await home.run(['cert', 'export', 'ca', '--merge-with', existing, '--json']);

    const bytes = readFileSync(home.at('java', 'truststore.jks'));
    const { certificates } = await readKeystore(bytes, new Secret('changeit'), 'The store');
    const pems = certificates.map(({ certificate }) => certificate.toString());
    const own = [other, home].map((at) => text(join(at.home, 'workspaces', 'default', 'ca.pem')));
    expect(pems).toEqual(own);
    expect([pem.code, JSON.parse(pem.stderr).error.message]).toEqual([2, expect.stringContaining('no place for')]);
  });

  test('makes a truststore again without a question, but does not write over somebody’s own', async () => {
    const home = await initialised();
    const file = home.at('java', 'truststore.jks');
    const again = (): ReturnType<typeof home.run> =>
      home.run(['cert', 'export', 'ca', '--format', 'jks', '--out', home.at('java')]);
    await again();
    const first = readFileSync(file);

    const same = await again();
    const afterSame = readFileSync(file);
    writeFileSync(file, 'somebody’s own');
    const refused = await again();

    expect([same.code, same.stdout.trim(), afterSame.equals(first)]).toEqual([0, file, true]);
    expect([refused.code, text(file)]).toEqual([2, 'somebody’s own']);
  });

  test.skipIf(!isOnPath('script'))('shows no private key on a terminal', async () => {
    const home = await initialised();
    const issued = (await home.json('cert', 'issue', 'shop.test')) as Certificate;
    writeFileSync(home.at('phrase'), 'hunter22\n');
    const typed = ['cert', 'export', issued.id, '--format', 'p12', '--passphrase-file', home.at('phrase')];
    const command = [process.execPath, entry, ...typed].map((word) => `'${word}'`).join(' ');

    // script(1) gives the command a terminal of its own.
    const shown = spawnSync('script', ['-qec', command, '/dev/null'], { env: home.env, encoding: 'utf8' });
    const piped = await home.run(typed);

    expect(shown.stdout).toContain('This would show a private key on the terminal.');
    expect([shown.status, piped.code]).toEqual([2, 0]);
    expect(piped.stdout.length).toBeGreaterThan(500);
  });

  test('with --json is one document, also without a folder', async () => {
    const home = await initialised();

    const { files } = (await home.json('cert', 'export', 'ca')) as { files: { name: string; base64: string }[] };

    expect(files.map(({ name, base64 }) => [name, Buffer.from(base64, 'base64').toString()])).toEqual([
      ['ca.pem', text(join(home.home, 'workspaces', 'default', 'ca.pem'))],
    ]);
  });
});

describe('the life of certificates', () => {
  test('is renewed, revoked and listed; its end is told by status --fail-within', async () => {
    const home = await initialised();
    const issued = (await home.json('cert', 'issue', '--client', 'billing', '--days', '20')) as Certificate;

    const soon = await home.run(['status', '--fail-within', '30d', '--json']);
    const later = await home.run(['status', '--fail-within', '10d', '--json']);
    const renewed = (await home.json('cert', 'renew', issued.id)) as Certificate;
    const asked = await home.run(['cert', 'revoke', renewed.id, '--json']);
    const revoked = (await home.json(
      'cert',
      'revoke',
      renewed.id,
      '--reason',
      'key-compromise',
      '--yes',
    )) as Certificate;
    const { certificates } = (await home.json('cert', 'list')) as { certificates: Certificate[] };

    expect([soon.code, later.code]).toEqual([1, 0]);
    expect(renewed).toMatchObject({ renews: issued.id, names: ['billing'], kind: 'client' });
    expect([asked.code, JSON.parse(asked.stderr).error.code]).toEqual([2, 'USAGE']);
    expect(revoked.state).toBe('revoked');
    expect(certificates.map(({ state }) => state)).toEqual(['valid', 'renewed', 'revoked']);
  });

  test('keeps a key that is pinned through a renewal, where that is asked for', async () => {
    const home = await initialised();
    const issued = (await home.json('cert', 'issue', 'pinned.test', '--use')) as Certificate;

    const shown = await home.run(['cert', 'renew', issued.id, '--same-key', '--dry-run']);
    const kept = (await home.json('cert', 'renew', issued.id, '--same-key')) as Certificate;
    const other = (await home.json('cert', 'renew', kept.id)) as Certificate;

    const keys = [issued, kept, other].map(({ files }) => {
      const { publicKey } = new X509Certificate(readFileSync(files.cert ?? ''));
      return publicKey.export({ type: 'spki', format: 'pem' });
    });
    expect(shown.stdout).toContain('Would renew the certificate for pinned.test, with the key that it has.');
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect([kept.renews, kept.inUse, other.renews]).toEqual([issued.id, true, kept.id]);
  });

  test('goes on under a new authority while agents trust both, until the old one is retired', async () => {
    const home = await initialised();
    const [first] = ((await home.json('authority', 'list')) as { authorities: Authority[] }).authorities;
    const unasked = await home.run(['authority', 'new', '--no-constraints', '--json']);

    const made = (await home.json('authority', 'new', '--two-tier', '--domains', 'corp.example,lab.example')) as {
      authority: Authority;
    };
    const issued = (await home.json('cert', 'issue', 'shop.corp.example', '--out', home.at('tls'))) as Certificate;
    const retired = (await home.json('authority', 'retire', first?.id ?? '', '--yes')) as { authority: Authority };

    expect([unasked.code, JSON.parse(unasked.stderr).error.code]).toEqual([2, 'USAGE']);
    expect(made.authority).toMatchObject({ current: true, structure: 'two-tier' });
    expect(made.authority.permittedNames).toEqual(expect.arrayContaining(['corp.example', 'lab.example']));
    expect(text(issued.files.chain).match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(text(issued.files.ca).match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(retired.authority.state).toBe('retired');
  });
});
