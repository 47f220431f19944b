import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../main/contract/index.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { changedByReference } from '../../main/core/server/changed-by-reference.ts';
import { addToKeystore, createKeystore, removeFromKeystore } from '../../main/core/server/keystore-changes.ts';
import { openEncoded, openKeystore, sealEncoded } from '../../main/core/server/keystore-format.ts';
import { makeToken } from '../../main/core/tokens/make-token.ts';
import { VECTORS, WHY_SKIPPED } from '../conformance/vectors.ts';
import { entry } from '../support/entry.ts';
import { python, pythonLacks } from '../support/python-program.ts';
import { serverFolder } from '../support/server-file.ts';
import { type CommandHome, commandHome } from './command-process.ts';

let at: CommandHome;
let folder: string;
let path: string;
beforeAll(() => {
  at = commandHome();
  folder = dirname(at.home);
  path = join(folder, 'data', 'apm-server.keystore');
});
afterAll(() => at.close());

/** Runs the command with something on its standard input. */
function piped(input: string | Buffer, ...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, 'server', 'keystore', ...args], {
    input,
    env: at.env,
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}
const keystore = (...args: string[]): ReturnType<CommandHome['run']> => at.run('server', 'keystore', ...args);
const valueIn = (file: string, key: string): string | undefined =>
  openKeystore(readFileSync(file, 'latin1')).get(key)?.reveal();

describe('server keystore', () => {
  test('is made, filled, listed and emptied', async () => {
    expect(await keystore('create', path)).toMatchObject({ code: 0, stderr: '' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'latin1')).toMatch(/^v1[A-Za-z0-9+/]+=*$/);

    const added = piped('g-a-token\n', 'add', path, 'SECRET_TOKEN', '--stdin');
    expect(added).toMatchObject({ code: 0, stderr: 'The newline at the end of standard input is left out.\n' });
    expect(added.stdout).toContain(`Refer to it as: "$${'{SECRET_TOKEN}'}"`);
    piped('another', 'add', path, 'A.B', '--stdin');
    expect(valueIn(path, 'SECRET_TOKEN')).toBe('g-a-token');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(['apm-server.keystore']);

    expect(await keystore('list', path)).toMatchObject({ code: 0, stdout: 'A.B\nSECRET_TOKEN\n', stderr: '' });
    expect(JSON.parse((await keystore('list', path, '--json')).stdout)).toEqual({
      path,
      keys: ['A.B', 'SECRET_TOKEN'],
      notes: [],
    });
    expect(await keystore('remove', path, 'A.B', 'NONE')).toMatchObject({ code: 1 });
    expect(valueIn(path, 'A.B')).toBe('another');
    expect(await keystore('remove', path, 'A.B')).toMatchObject({ code: 0, stdout: 'Removed A.B.\n' });
    expect((await keystore('list', path)).stdout).toBe('SECRET_TOKEN\n');
  });

  test('replaces nothing without being told to', async () => {
    const before = readFileSync(path);

    expect(await keystore('create', path)).toMatchObject({ code: 2 });
    expect(piped('other', 'add', path, 'SECRET_TOKEN', '--stdin')).toMatchObject({ code: 2 });
    expect(piped('other', 'add', path, 'SECRET_TOKEN', '--stdin', '--force', '--dry-run')).toMatchObject({ code: 0 });
    expect(await keystore('create', path, '--force', '--dry-run')).toMatchObject({ code: 0 });
    expect(readFileSync(path).equals(before)).toBe(true);

    expect(piped('other', 'add', path, 'SECRET_TOKEN', '--stdin', '--force')).toMatchObject({ code: 0 });
    expect(valueIn(path, 'SECRET_TOKEN')).toBe('other');
    expect(await keystore('create', path, '--force')).toMatchObject({ code: 0 });
    expect(openKeystore(readFileSync(path, 'latin1')).size).toBe(0);
  });

  test('takes the token of the workspace, and no value from its arguments', async () => {
    await at.run('init');
    const token = (await at.run('token', 'show')).stdout.trim();

    expect(await keystore('add', path, 'SECRET_TOKEN', '--from-token')).toMatchObject({ code: 0, stderr: '' });
    expect(valueIn(path, 'SECRET_TOKEN')).toBe(token);
    expect(await keystore('add', path, 'K', 'value')).toMatchObject({ code: 2 });
    expect(await keystore('add', path, 'K')).toMatchObject({ code: 2 });
    expect(piped('x', 'add', path, 'K', '--stdin', '--from-token').stderr).toContain('not from both');
    expect(piped('', 'add', path, 'K', '--stdin').stderr).toContain('Nothing came on standard input');
    expect(piped(Buffer.of(0xff, 0xfe), 'add', path, 'K', '--stdin').stderr).toContain('no text in UTF-8');
    expect(piped('x', 'add', path, 'A:B', '--stdin').stderr).toContain('No setting could refer to a key called "A:B"');
    expect((await keystore('list', path)).stdout).toBe('SECRET_TOKEN\n');
  });

  test('warns of a value that the server would read as another, and stores it all the same', () => {
    const { code, stderr } = piped('0123', 'add', path, 'NUMBER', '--stdin');

    expect(code).toBe(0);
    expect(stderr).toContain('APM Server reads NUMBER as another text than it is');
    expect(stderr).not.toContain('0123');
    expect(valueIn(path, 'NUMBER')).toBe('0123');
  });

  test.each([
    ['v2AAAA', "got 'v2'", 'FIPS build'],
    ['', "got ''", 'Put back a copy of it'],
    ['v1AAAA', 'missing information', 'Put back a copy of it'],
    [`v1${'A'.repeat(200)}`, 'could not decrypt', 'Put back a copy of it'],
    ['nonsense', "got 'no'", 'Put back a copy of it'],
  ])('one sentence and a cure for a file that says %j', async (text, why, cure) => {
    const broken = join(folder, 'broken.keystore');
    writeFileSync(broken, text, { mode: 0o600 });

    for (const args of [
      ['list', broken],
      ['remove', broken, 'A'],
      ['add', broken, 'A', '--from-token'],
    ]) {
      const { code, stderr, stdout } = await keystore(...args);
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain(why);
      expect(stderr).toContain(cure);
    }
    expect(readFileSync(broken, 'latin1')).toBe(text);
  });

  test('says what is missing, and what is a folder', async () => {
    expect((await keystore('list', join(folder, 'none'))).stderr).toContain('There is no keystore');
    expect((await keystore('list', folder)).stderr).toContain('it is a folder');
    expect((await keystore('create', folder, '--force')).stderr).toContain('it is a folder');
    expect((await keystore('--help')).stdout).toContain('server keystore add FILE KEY');
    expect((await at.run('server', 'keystore')).stderr).toContain('"sealwire server keystore" needs one more word.');
    expect((await at.run('server', 'keystore', 'lst')).stderr).toContain('server keystore list');
  });

  test.skipIf(VECTORS === null)(
    `opens the recorded one (${VECTORS === null ? WHY_SKIPPED : 'keystore.v1'})`,
    async () => {
      const copy = join(folder, 'recorded.keystore');
      copyFileSync(join(VECTORS ?? '', 'keystore', 'keystore.v1'), copy);
      chmodSync(copy, 0o644);

      const { stdout, stderr } = await keystore('list', copy);
      expect(stdout).toBe('key\n');
      expect(stderr).toContain('its permissions are 0644');
      expect(await keystore('add', copy, 'SECRET_TOKEN', '--from-token')).toMatchObject({ code: 0 });
      expect(valueIn(copy, 'key')).toBe('value');
      expect(statSync(copy).mode & 0o777).toBe(0o600);
    },
  );
});

test.skipIf(process.getuid?.() !== 0)('the owner stays the owner, who alone can read it', () => {
  const file = join(folder, 'owned.keystore');
  const host = realHost();
  createKeystore(host, file);
  chownSync(file, 1234, 4321);
  addToKeystore(host, file, 'A', new Secret('b'));
  removeFromKeystore(host, file, ['A']);

  expect(statSync(file)).toMatchObject({ uid: 1234, mode: 0o100600 });
});

test('a value that is no text survives a change to another', () => {
  const file = join(folder, 'bytes.keystore');
  const bytes = Buffer.of(0xff, 0x00, 0xfe).toString('base64');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sealEncoded(new Map([['BYTES', new Secret(bytes)]]), realHost().randomBytes), { mode: 0o600 });
  addToKeystore(realHost(), file, 'A', new Secret('b'));

  expect(openEncoded(readFileSync(file, 'latin1')).get('BYTES')?.reveal()).toBe(bytes);
});

const WHY_NO_PYTHON = pythonLacks('cryptography');
test.skipIf(WHY_NO_PYTHON !== null)(
  `an implementation by others reads what is written (${WHY_NO_PYTHON ?? 'Python and its cryptography'})`,
  () => {
    const file = join(folder, 'foreign.keystore');
    createKeystore(realHost(), file);
    addToKeystore(realHost(), file, 'SECRET_TOKEN', new Secret('g-ü "$x"'));

    const read = python(
      `import base64, hashlib
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
blob = base64.b64decode(given[2:], validate=True)
key = hashlib.pbkdf2_hmac('sha512', b'', blob[:64], 10000, 32)
plain = json.loads(AESGCM(key).decrypt(blob[64:76], blob[76:], None))
print(json.dumps({k: base64.b64decode(v['value']).decode() for k, v in plain.items()}))`,
      readFileSync(file, 'latin1'),
    );
    expect(read).toEqual({ SECRET_TOKEN: 'g-ü "$x"' });
  },
);

describe('the trap of references', () => {
  test.each(['0123', '1e5', '0x10', '1_000', '1.50', 'on', 'off', 'T', 'inf', 'null', ' a', 'a\n', '+5'])(
    '%j comes out as another text, and is told from what stays',
    (text) => {
      expect(changedByReference(new Secret(text), 'keystore')).not.toBeNull();
    },
  );

  test.each(['g123', 'a,b', '[x', '"q', '$x', '1.5', '12', 'x-y_z'])('%j stays what it is in a keystore', (text) => {
    expect(changedByReference(new Secret(text), 'keystore')).toBeNull();
  });

  test('is the one that the reader of apm-server.yml falls into as well', () => {
    const values = fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9._exXabtfonTFinu ,[\]"']{1,12}$/));
    fc.assert(
      fc.property(values, (text) => {
        fc.pre(text !== '');
        const server = serverFolder({ SECRET_TOKEN: text });
        try {
          const { settings } = server.read(`apm-server.auth.secret_token: "$${'{SECRET_TOKEN}'}"\n`);
          const changed = changedByReference(new Secret(text), 'keystore');
          expect(settings.auth.secretToken?.reveal() ?? '').toBe(changed === null ? text : changed.reveal());
        } finally {
          server.remove();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no token that Sealwire makes is in it, in either place', () => {
    for (let count = 0; count < 2000; count += 1) {
      const token = makeToken(realHost());
      expect(changedByReference(token, 'keystore')).toBeNull();
      expect(changedByReference(token, 'environment')).toBeNull();
    }
  });
});
