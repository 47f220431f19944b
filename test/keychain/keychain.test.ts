import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isOnPath } from '../support/prepare-machine.ts';
import { tempHome } from '../support/temp-security.ts';

const NEEDED = ['dbus-run-session', 'gnome-keyring-daemon', 'secret-tool'];
const missing = process.platform === 'linux' ? NEEDED.filter((program) => !isOnPath(program)) : ['Linux'];
const why = missing.length === 0 ? '' : ` [skipped: this machine lacks ${missing.join(', ')}]`;

/** How the keyring daemon of a session is started: unlocked with an empty password, as after a login, or not unlocked by anybody. */
const DAEMON = {
  unlocked: 'echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
  locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null',
} as const;

describe.skipIf(missing.length > 0)(`the real keychain (Secret Service)${why}`, () => {
  test('keeps, shows to other programs, and forgets a secret', () => {
    expect(visit(tempHome(), 'unlocked', 'roundTrip')).toEqual({ same: true, seenBySecretTool: true, after: null });
  });

  test('holds the token of the one click, and a later session finds it', () => {
    const home = tempHome();

    const made = visit(home, 'unlocked', 'oneClick');
    const later = visit(home, 'unlocked', 'comeBack');

    expect(made).toMatchObject({ initialised: true, hasIdentity: true, seenBySecretTool: true, probeLeft: null });
    expect(made.vault).toMatchObject({ kind: 'secret-service', state: 'ready', persistent: true });
    expect(later).toMatchObject({ initialised: true, hasIdentity: true, notices: [], token: made.token });
  });

  test('misses a token that was deleted behind our back, and rotating mends it', () => {
    const home = tempHome();
    const made = visit(home, 'unlocked', 'oneClick');

    const { before, after } = visit(home, 'unlocked', 'deletedBehindOurBack');

    expect(before).toMatchObject({ showToken: 'SECRET_MISSING', hasIdentity: true });
    expect(before).toMatchObject({ notices: [{ title: 'The secret token is gone', level: 'failed' }] });
    expect(after).toMatchObject({ notices: [] });
    expect(after).not.toMatchObject({ token: made.token });
  });

  test('that is locked leaves what was made in place and says so', () => {
    const home = tempHome();
    visit(home, 'unlocked', 'oneClick');

    const locked = visit(home, 'locked', 'tryOneClick');
    const later = visit(home, 'unlocked', 'comeBack');

    expect(locked).toMatchObject({ initialised: true, hasIdentity: false, code: 'VAULT_LOCKED' });
    expect(locked.vault).toMatchObject({ kind: 'secret-service', state: 'locked' });
    expect(later).toMatchObject({ initialised: true, hasIdentity: true, notices: [] });
  });

  test('of a profile without a keyring is not used for the one click, and the passphrase file can be', () => {
    const home = tempHome();

    const refused = visit(home, 'locked', 'tryOneClick');
    const made = visit(home, 'locked', 'oneClickWithPassphrase');

    expect(refused).toMatchObject({ initialised: false, code: 'VAULT_UNAVAILABLE' });
    expect(refused.vault).toMatchObject({ state: 'unchosen' });
    expect(reasonOf(refused)).toContain('has no keyring to put secrets in');
    expect(made).toMatchObject({ initialised: true, hasIdentity: true });
    expect(made.vault).toMatchObject({ kind: 'passphrase', state: 'ready' });
  });

  test('is not there without D-Bus, and nothing weaker takes its place', () => {
    const home = tempHome();

    const refused = visit(home, 'no D-Bus', 'tryOneClick');

    expect(refused).toMatchObject({ initialised: false, code: 'VAULT_UNAVAILABLE' });
    expect(reasonOf(refused)).toContain('no D-Bus session');
    expect(existsSync(join(home, 'data', 'workspaces'))).toBe(false);
  });
});

/** Runs one visit of `keychain-child.ts` in a session of its own, with `home` as HOME, and returns its answer. */
function visit(home: string, session: keyof typeof DAEMON | 'no D-Bus', name: string): Record<string, unknown> {
  mkdirSync(join(home, '.cache'), { recursive: true });
  const child = [process.execPath, join(import.meta.dirname, 'keychain-child.ts'), name, join(home, 'data')];
  const command =
    session === 'no D-Bus'
      ? child
      : ['dbus-run-session', '--', 'sh', '-c', `${DAEMON[session]} && exec "$@"`, 'sh', ...child];
  const { stdout, stderr } = spawnSync(command[0] ?? '', command.slice(1), {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: join(home, '.cache') },
    timeout: 30_000,
  });
  const answer = stdout.trim().split('\n').at(-1) ?? '';
  expect(answer, stderr).toMatch(/^\{/);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(answer));
}

function reasonOf(answer: Record<string, unknown>): string {
  return z.object({ reason: z.string() }).parse(answer.vault).reason;
}
