import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Status } from '../../main/contract/index.ts';
import { status as statusShape } from '../../main/contract/shapes.ts';
import { keychainService } from '../../main/core/vault/keychain-vault.ts';
import { keychainMissing, withKeychain } from './keychain-session.ts';
import { reporterTo } from './reporter.ts';
import { type Instance, type SystemHome, systemHome } from './system-home.ts';

const UP = ['up', '--json', '--no-ui', '--port', '0'];
const statusOf = async (at: SystemHome): Promise<Status> => statusShape.parse(await at.json('status'));
const errorIn = (stderr: string): { code: string; message: string; fix: string } => JSON.parse(stderr).error;

/** The one file of that name below a folder with an id, such as `authorities/<id>/ca.pem`. */
function onlyFile(at: SystemHome, kind: 'authorities' | 'certificates', name: string): string {
  const folder = join(at.home, 'workspaces', 'default', kind);
  const [id = ''] = readdirSync(folder);
  return join(folder, id, name);
}

async function initialised(): Promise<SystemHome> {
  const at = await systemHome();
  expect((await at.run(['init'])).code).toBe(0);
  return at;
}

/** What a client that trusts the CA file gets for `GET /` with the token. */
async function isServed(instance: Instance, token: string): Promise<boolean> {
  const { status, body } = await reporterTo(instance, token).ask('GET', '/');
  return status === 200 && body.includes('version');
}

describe('a certificate file', () => {
  test.each([
    ['authorities', 'ca.pem', 'authority-repaired-0'],
    ['certificates', 'chain.pem', 'certificate-repaired-0'],
  ] as const)('%s/%s that is missing or foreign is written again, and agents go on', async (kind, name, notice) => {
    const at = await initialised();
    const file = onlyFile(at, kind, name);
    const before = readFileSync(file, 'utf8');

    for (const damage of [() => rmSync(file), () => writeFileSync(file, before.replace(/[A-Z]/g, 'A'))]) {
      damage();
      const instance = await at.up();
      const { notices } = await statusOf(at);

      expect(readFileSync(file, 'utf8')).toBe(before);
      expect(notices.map(({ id }) => id)).toContain(notice);
      expect((await at.run(['probe'])).code).toBe(0);
      await instance.stop();
    }
  });
});

describe('a key file', () => {
  test('of the certificate that is lost is named, and init makes that certificate again, for the same agents', async () => {
    const at = await initialised();
    const before = await statusOf(at);
    rmSync(onlyFile(at, 'certificates', 'key.sealed'));

    const refused = await at.run(UP);
    const cured = await at.run(['init', '--json']);
    const instance = await at.up();
    const after = await statusOf(at);

    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(errorIn(refused.stderr)).toMatchObject({
      code: 'CERTIFICATE_DAMAGED',
      message: expect.stringMatching(/key file \S+key\.sealed is missing/),
      fix: expect.stringContaining('`sealwire init`'),
    });
    expect(cured.code, cured.stderr).toBe(0);
    expect(after.authorities.map(({ id }) => id)).toEqual(before.authorities.map(({ id }) => id));
    expect(after.tokens.map(({ id }) => id)).toEqual(before.tokens.map(({ id }) => id));
    expect(after.notices).toEqual([]);
    const { token } = await (await instance.connect()).call('token.show', {});
    expect(await isServed(instance, token)).toBe(true);
  });

  test('of the authority that is lost is said while serving goes on, and init makes a new authority with the same token', async () => {
    const at = await initialised();
    const before = await statusOf(at);
    truncateSync(onlyFile(at, 'authorities', 'ca.key.sealed'), 40);
    const instance = await at.up();
    const client = await instance.connect();
    const { token } = await client.call('token.show', {});

    const during = await statusOf(at);
    const servedBefore = await isServed(instance, token);
    const issue = await client.call('certificate.issue', { names: ['localhost'] }).catch((error: unknown) => error);
    const cured = await at.run(['init']);
    const after = await statusOf(at);
    const probe = await at.run(['probe']);

    expect(during.notices).toMatchObject([
      { id: 'authority-broken', text: expect.stringMatching(/damaged.*sealwire init/) },
    ]);
    expect(servedBefore).toBe(true);
    expect(issue).toMatchObject({ code: 'AUTHORITY_DAMAGED' });
    expect(cured.stdout).toMatch(/^Made the authority .*\nMade a certificate for [^\n]*\nSecrets are kept in/);
    expect(after.authorities.map(({ current }) => current)).toEqual([false, true]);
    expect(after.tokens).toEqual(before.tokens.map((each) => expect.objectContaining({ id: each.id })));
    expect(after.notices).toEqual([]);
    expect(probe.code, probe.stdout).toBe(0);
    expect((await client.call('token.show', {})).token).toBe(token);
  });
});

describe('the vault file', () => {
  test('that is gone is named with what it held, and init makes everything again', async () => {
    const at = await initialised();
    rmSync(join(at.home, 'vault.sealed'));

    const refused = await at.run(UP);
    const token = await at.run(['token', 'show', '--json']);
    const cured = await at.run(['init']);

    expect(errorIn(refused.stderr)).toMatchObject({
      code: 'SECRET_MISSING',
      fix: expect.stringContaining('`sealwire init`'),
    });
    expect(errorIn(token.stderr)).toMatchObject({
      code: 'SECRET_MISSING',
      fix: expect.stringContaining('`sealwire init`'),
    });
    expect(cured.stdout.match(/^Made /gm)).toHaveLength(3);
    await at.up();
    expect((await at.run(['probe'])).code).toBe(0);
  });

  test('that is damaged is named, is not used as if it were empty, and is kept aside on demand alone', async () => {
    const at = await initialised();
    const file = join(at.home, 'vault.sealed');
    truncateSync(file, 60);

    const refusals = [await at.run(UP), await at.run(['init', '--json']), await at.run(['token', 'show', '--json'])];
    const unasked = await at.run(['vault', 'use', 'passphrase', '--json']);
    const untouched = existsSync(file);
    const cured = await at.run(['vault', 'use', 'passphrase', '--yes']);

    for (const { code, stderr } of refusals) {
      expect(code).toBe(1);
      expect(errorIn(stderr)).toMatchObject({
        code: 'VAULT_DAMAGED',
        fix: expect.stringContaining('vault use passphrase --yes'),
      });
    }
    expect([unasked.code, untouched]).toEqual([2, true]);
    expect(cured.code, cured.stderr).toBe(0);
    expect(readdirSync(at.home).filter((name) => name.startsWith('vault.sealed.damaged-'))).toHaveLength(1);
    expect(readdirSync(join(at.home, 'workspaces'))).toEqual([expect.stringMatching(/^default\.damaged-/)]);
    await at.up();
    expect((await at.run(['probe'])).code).toBe(0);
  });

  test('that is locked is not left behind without a question', async () => {
    const at = await initialised();
    const { SEALWIRE_PASSPHRASE_FILE: _, ...locked } = at.env;

    const outcome = await at.run(['vault', 'use', 'session', '--json'], { env: locked });

    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect((await statusOf(at)).initialised).toBe(true);
    expect((await at.run(['token', 'show'])).code).toBe(0);
  });
});

describe('a token that was deleted from the keychain', () => {
  test.skipIf(keychainMissing !== '')(`is said, and a new one works at once${keychainMissing}`, async () => {
    const at = await systemHome('session');
    const session = withKeychain(at);
    const made = await at.run(['init', '--json'], session);
    const { token } = JSON.parse(made.stdout);
    const service = keychainService({ platform: process.platform, env: session.env, homeFolder: at.folder }, at.home);
    const cleared = spawnSync(
      session.under[0] ?? '',
      [...session.under.slice(1), 'secret-tool', 'clear', 'service', service, 'username', `default/token/${token.id}`],
      { env: session.env },
    );

    const instance = await at.up([], session);
    const during = await statusOf(at);
    const shown = await at.run(['token', 'show', '--json']);
    const probe = await at.run(['probe', '--json']);
    const client = await instance.connect();
    await client.call('token.rotate', {});

    expect(cleared.status).toBe(0);
    expect(instance.ready.vault).toBe('secret-service');
    expect(during.notices).toMatchObject([{ id: `token-missing-${token.id}`, level: 'failed' }]);
    expect(errorIn(shown.stderr)).toMatchObject({ code: 'SECRET_MISSING', message: expect.stringContaining(token.id) });
    expect(errorIn(probe.stderr).code).toBe('SECRET_MISSING');
    expect((await statusOf(at)).notices).toEqual([]);
    expect((await at.run(['probe'])).code).toBe(0);
    expect((await client.call('token.list', {})).tokens).toHaveLength(1);
  });
});
