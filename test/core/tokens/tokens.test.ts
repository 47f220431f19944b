import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeToken } from '../../../main/core/tokens/make-token.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { DEFAULT_INIT, openTestSecurity, tempHome, testHost } from '../../support/temp-security.ts';

describe('a secret token', () => {
  test('holds 256 random bits and is no number, boolean or list to a YAML reader', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 33, maxLength: 33 }), (random) => {
        const token = makeToken({ randomBytes: () => Buffer.from(random) }).reveal();
        const carried = Buffer.from(token.slice(1), 'base64url');
        return /^[g-z][A-Za-z0-9_-]{43}$/.test(token) && carried.equals(Buffer.from(random.subarray(1)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('rotation', () => {
  test('keeps the old token working until it is retired, and remembers it as retired', async () => {
    const { security } = await openTestSecurity(tempHome());
    const first = await security.initialise(DEFAULT_INIT);
    const old = (await security.showToken()).reveal();

    const second = await security.rotateToken();
    const during = security.tokenBook.accepted().map(({ id, state }) => [id, state]);
    await security.retireToken(first.token.id);

    expect(during).toEqual([
      [first.token.id, 'retiring'],
      [second.id, 'active'],
    ]);
    expect(security.tokenBook.accepted().map(({ id }) => id)).toEqual([second.id]);
    expect(security.tokenBook.retired().map((value) => value.reveal())).toEqual([old]);
    expect((await security.showToken()).reveal()).not.toBe(old);
    await expect(security.retireToken(first.token.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(security.retireToken(second.id)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('asked for twice at once gives two new tokens, one of them active', async () => {
    const { security } = await openTestSecurity(tempHome());
    await security.initialise(DEFAULT_INIT);

    await Promise.all([
      security.rotateToken(),
      security.rotateToken(),
      security.issueCertificate({ names: ['localhost'] }),
    ]);

    expect(security.tokens().map(({ state }) => state)).toEqual(['retiring', 'retiring', 'active']);
    expect(security.certificates()).toHaveLength(2);
  });
});

describe('the use of a token', () => {
  test('is written every few seconds and on closing, and read again at the next start', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    let now = Date.parse('2026-01-01T00:00:00Z');
    const host = testHost(home, { now: () => new Date(now) });
    const { security, changed } = await openTestSecurity(home, { keyring, host });
    const { token } = await security.initialise(DEFAULT_INIT);
    const written = (): string => readFileSync(join(home, 'workspaces', 'default', 'workspace.json'), 'utf8');
    changed.length = 0;

    now += 1_000;
    security.tokenBook.didUse(token.id, 'shop');
    const early = written();
    now += 5_000;
    security.tokenBook.didUse(token.id, 'shop');
    const later = written();
    now += 1_000;
    security.tokenBook.didUse(token.id, 'checkout');
    security.tokenBook.didUse('unknown', 'nobody');
    await security.close();
    const { security: again } = await openTestSecurity(home, { keyring, host });

    expect(early).not.toContain('shop');
    expect(later).toContain('shop');
    expect(changed).toEqual([['tokens'], ['tokens']]);
    expect(again.tokens()).toMatchObject([{ usedBy: ['shop', 'checkout'], lastUsedAt: '2026-01-01T00:00:07.000Z' }]);
  });
});
