import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type CommandHome, commandHome } from './command-process.ts';

const homes: CommandHome[] = [];
const newHome = (options?: { readonly passphrase?: boolean }): CommandHome => {
  const home = commandHome(options);
  homes.push(home);
  return home;
};
afterEach(() => {
  for (const home of homes.splice(0)) home.close();
});

describe('without a running instance', () => {
  test('init makes everything once, and what it made is there for the commands after it', async () => {
    const at = newHome();

    const made = await at.run('init', '--json');
    const again = await at.run('init', '--json');
    const [token, tokens, certificates, status] = await Promise.all([
      at.run('token', 'show', '--json'),
      at.run('token', 'list', '--json'),
      at.run('cert', 'list', '--json'),
      at.run('status', '--json'),
    ]);

    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(JSON.parse(made.stdout)).toMatchObject({
      authority: { nameConstrained: true },
      endpoint: null,
      vault: { kind: 'passphrase' },
    });
    expect([again.code, JSON.parse(again.stderr).error.code]).toEqual([1, 'ALREADY_INITIALISED']);
    expect(JSON.parse(token.stdout).token).toMatch(/^[\w-]{32,}$/);
    expect(JSON.parse(tokens.stdout).tokens).toHaveLength(1);
    expect(JSON.parse(certificates.stdout).certificates).toHaveLength(1);
    expect(JSON.parse(status.stdout)).toMatchObject({ initialised: true, authorities: [{ current: true }] });
    expect(made.stdout).not.toContain(JSON.parse(token.stdout).token);
  });

  test('init --dry-run says what would be made and makes nothing', async () => {
    const at = newHome();

    const { code, stdout } = await at.run('init', '--dry-run');

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Would make the authority "Sealwire .*\nWould make a certificate for localhost,/);
    expect(existsSync(join(at.home, 'workspaces'))).toBe(false);
    expect(existsSync(join(at.home, 'vault.sealed'))).toBe(false);
  });

  test('init without a vault that lasts exits 3, names the choices, and leaves nothing', async () => {
    const at = newHome({ passphrase: false });

    const { code, stderr } = await at.run('init', '--json');

    expect(code).toBe(3);
    const { error } = JSON.parse(stderr);
    expect(error.code).toBe('VAULT_UNAVAILABLE');
    expect(error.fix).toMatch(/keychain.*SEALWIRE_PASSPHRASE_FILE.*sealwire up/);
    expect(existsSync(join(at.home, 'workspaces'))).toBe(false);
  });

  test('init --domains lets the authority sign for them', async () => {
    const at = newHome();

    const { stdout } = await at.run('init', '--domains', 'corp.example,lab.example', '--json');

    expect(JSON.parse(stdout).authority.permittedNames.join(' ')).toMatch(/corp\.example.*lab\.example/);
  });

  test('reading commands work on an empty home and start no endpoint', async () => {
    const at = newHome();

    for (const args of [
      ['status'],
      ['token', 'list'],
      ['cert', 'list'],
      ['attempts', 'list'],
      ['events', 'list'],
      ['agent', 'list'],
      ['vault', 'status'],
      ['ledger', 'list'],
    ]) {
      const { code, stderr } = await at.run(...args, '--json');
      expect([code, stderr], args.join(' ')).toEqual([0, '']);
    }
    const { code, stderr } = await at.run('token', 'show', '--json');
    expect([code, JSON.parse(stderr).error.code]).toEqual([1, 'NOT_INITIALISED']);
  });

  test.each([[['wait-for']], [['tail']], [['open']], [['probe']], [['run', '--', 'node', 'app.js']]])(
    '%j needs one, and says how to start it',
    async (args) => {
      const [command = '', ...rest] = args;
      const at = newHome();

      const { code, stderr } = await at.run(command, '--json', ...rest);

      expect(code).toBe(1);
      expect(JSON.parse(stderr).error).toMatchObject({
        code: 'NOT_RUNNING',
        fix: expect.stringContaining('sealwire up'),
      });
    },
  );

  test('stop has nothing to do, which is no failure', async () => {
    const at = newHome();

    const { code, stdout } = await at.run('stop', '--json');

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ stopped: false, pid: null });
  });

  test('the data folder is for its owner alone', async () => {
    const at = newHome();

    await at.run('init');

    const entries = [
      at.home,
      ...readdirSync(at.home, { recursive: true, encoding: 'utf8' }).map((name) => join(at.home, name)),
    ];
    const open = entries.filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  test('--home goes before SEALWIRE_HOME', async () => {
    const at = newHome();
    const other = join(at.home, '..', 'elsewhere');

    await at.run('init', '--home', other);

    expect(existsSync(join(other, 'workspaces'))).toBe(true);
    expect(existsSync(join(at.home, 'workspaces'))).toBe(false);
  });

  test('a passphrase that is wrong opens nothing', async () => {
    const at = newHome();
    await at.run('init');
    writeFileSync(at.env.SEALWIRE_PASSPHRASE_FILE ?? '', 'another one\n');

    const { code, stdout, stderr } = await at.run('token', 'show', '--json');

    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).not.toContain('another one');
    expect(JSON.parse(stderr).error.code).toMatch(/^(PASSPHRASE_WRONG|VAULT_LOCKED)$/);
  });
});
