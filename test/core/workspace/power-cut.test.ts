import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Security } from '../../../main/core/parts.ts';
import { fileKeyring } from '../../support/file-keyring.ts';
import { type MemoryKeyring, memoryKeyring } from '../../support/memory-keyring.ts';
import { cuttable } from '../../support/power-cut.ts';
import { DEFAULT_INIT, openTestSecurity, tempHome, testHost } from '../../support/temp-security.ts';

/** Something a person does, from which state, and how many tokens there are before and after it; none means uninitialised. */
interface Deed {
  readonly name: string;
  readonly prepare: (security: Security) => Promise<unknown>;
  readonly run: (security: Security) => Promise<unknown>;
  readonly tokens: readonly [before: number, after: number];
}

const nothing = async (): Promise<void> => undefined;
const initialise = (security: Security): Promise<unknown> => security.initialise(DEFAULT_INIT);
const initialiseAndRotate = async (security: Security): Promise<unknown> => {
  await security.initialise(DEFAULT_INIT);
  return security.rotateToken();
};

const DEEDS: readonly Deed[] = [
  { name: 'the one click', prepare: nothing, run: initialise, tokens: [0, 1] },
  { name: 'rotating the token', prepare: initialise, run: (security) => security.rotateToken(), tokens: [1, 2] },
  {
    name: 'retiring a token',
    prepare: initialiseAndRotate,
    run: (security) => security.retireToken(security.tokens().find(({ state }) => state === 'retiring')?.id ?? ''),
    tokens: [2, 1],
  },
  { name: 'issuing a certificate', prepare: initialise, run: (s) => s.issueCertificate(['localhost']), tokens: [1, 1] },
  { name: 'moving to this session', prepare: initialise, run: (s) => s.useVault('session', null), tokens: [1, 0] },
  {
    name: 'moving from this session to the keychain',
    prepare: async (security) => {
      await security.useVault('session', null);
      await security.initialise(DEFAULT_INIT);
    },
    run: (security) => security.useVault('keychain', null),
    tokens: [0, 1],
  },
  { name: 'removing everything', prepare: initialiseAndRotate, run: (s) => s.removeAll(), tokens: [2, 0] },
];

describe('a kill', () => {
  for (const deed of DEEDS) {
    test(`at every effect of ${deed.name} leaves the old state or the new one`, { timeout: 60_000 }, async () => {
      const outcomes = new Set<number>();
      let effects = 0;

      for (let at = 1, isCut = true; isCut; at += 1) {
        for (const isTorn of [false, true]) {
          const trial = await cutAt(deed, at, isTorn);
          isCut = trial.isCut;
          effects = trial.effects;
          outcomes.add(trial.tokens);
          expect(deed.tokens, `${deed.name}, cut at effect ${at}`).toContain(trial.tokens);
        }
      }

      expect(effects).toBeGreaterThan(5);
      expect(outcomes).toEqual(new Set(deed.tokens));
    });
  }

  test('at 200 seeded random moments of a working life leaves a workspace that works', {
    timeout: 120_000,
  }, async () => {
    const random = seeded(20261124);
    const home = tempHome();
    const keyring = memoryKeyring();
    let cuts = 0;

    while (cuts < 200) {
      const host = testHost(home);
      const effects = cuttable({ disk: host.disk, keyring }, 1 + random(60), random(2) === 0);
      try {
        const { security } = await openTestSecurity(home, {
          host: { ...host, disk: effects.disk },
          keyring: effects.keyring,
        });
        if (!security.initialised()) await security.initialise(DEFAULT_INIT);
        for (;;) await somethingAtRandom(security, random);
      } catch (error) {
        if (!effects.wasCut()) throw error;
        cuts += 1;
      }
      await expectWhole(home, keyring);
    }
  });

  test('by the operating system, in the midst of the one click, leaves the old state or the new one', {
    timeout: 60_000,
  }, async () => {
    const child = join(import.meta.dirname, '..', '..', 'support', 'killed-while-initialising.ts');
    const random = seeded(42);
    const outcomes = new Set<boolean>();

    for (let round = 0; round < 12; round += 1) {
      const home = tempHome();
      mkdirSync(join(home, 'data'), { mode: 0o700 });
      const at = round === 0 ? 1000 : 1 + random(34);
      const { signal, stderr } = spawnSync(process.execPath, [child, home, String(at)], { encoding: 'utf8' });

      expect(signal, stderr).toBe('SIGKILL');
      const keyring = fileKeyring(join(home, 'keyring.json'));
      outcomes.add((await expectWhole(join(home, 'data'), keyring)) > 0);
    }

    expect(outcomes).toEqual(new Set([true, false]));
  });
});

async function cutAt(
  deed: Deed,
  at: number,
  isTorn: boolean,
): Promise<{ isCut: boolean; effects: number; tokens: number }> {
  const home = tempHome();
  const keyring = memoryKeyring();
  const host = testHost(home);
  let effects = cuttable({ disk: host.disk, keyring }, Number.POSITIVE_INFINITY, false);
  const { security } = await openTestSecurity(home, {
    // The deed runs on effects that are exchanged after the preparation, so that counting starts with it.
    host: { ...host, disk: forwarding(() => effects.disk) },
    keyring: forwarding(() => effects.keyring),
  });
  await deed.prepare(security);
  effects = cuttable({ disk: host.disk, keyring }, at, isTorn);
  try {
    await deed.run(security);
    await security.close();
  } catch (error) {
    if (!effects.wasCut()) throw error;
  }
  const { isCut, count } = { isCut: effects.wasCut(), count: effects.count() };
  const tokens = await expectWhole(home, keyring);
  rmSync(home, { recursive: true });
  return { isCut, effects: count, tokens };
}

/** Opens the home anew and proves that it is uninitialised and clean, or complete and usable. Says how many tokens it has. */
async function expectWhole(
  home: string,
  keyring: Pick<MemoryKeyring, 'get' | 'set' | 'delete' | 'entries'>,
): Promise<number> {
  const { security } = await openTestSecurity(home, { keyring });
  const workspace = join(home, 'workspaces', 'default');
  const tokens = security.tokens().length;
  expect(security.notices().filter(({ id }) => id !== 'vault-session')).toEqual([]);
  if (!security.initialised()) {
    expect([...keyring.entries.keys()]).toEqual([]);
    expect(existsSync(workspace)).toBe(false);
    return 0;
  }
  const ids = [...security.authorities(), ...security.tokens()].map(({ id }) => id);
  expect([...keyring.entries.keys()].map((name) => name.split('/').at(-1)).sort()).toEqual(ids.sort());
  expect(readdirSync(workspace)).toEqual(['authorities', 'certificates', 'workspace.json']);
  expect(readdirSync(join(workspace, 'certificates')).sort()).toEqual(
    security
      .certificates()
      .map(({ id }) => id)
      .sort(),
  );
  expect(security.certificates().filter(({ inUse }) => inUse)).toHaveLength(1);
  expect(readFileSync(security.caPath() ?? '', 'utf8')).toContain('BEGIN CERTIFICATE');
  expect((await security.showToken()).reveal()).toMatch(/^[g-z][\w-]{43}$/);
  expect(security.identity()?.keyPem.reveal()).toContain('PRIVATE KEY');
  return tokens;
}

async function somethingAtRandom(security: Security, random: (below: number) => number): Promise<void> {
  const retiring = security.tokens().find(({ state }) => state === 'retiring');
  const choice = random(retiring === undefined ? 2 : 3);
  if (choice === 0) await security.rotateToken();
  else if (choice === 1 && security.certificates().length < 5) await security.issueCertificate(['localhost']);
  else if (retiring !== undefined) await security.retireToken(retiring.id);
}

/** An object whose methods are looked up anew at each call. */
function forwarding<T extends object>(target: () => T): T {
  return new Proxy(target(), { get: (_, name) => Reflect.get(target(), name) });
}

/** A small linear congruential generator (Numerical Recipes), so that a failing run can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
