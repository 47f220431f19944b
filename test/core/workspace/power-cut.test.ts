import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { NewAuthority } from '../../../main/contract/index.ts';
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
  /** What else is counted, where the number of tokens stays. */
  readonly counted?: {
    readonly what: (security: Security) => number;
    readonly before: number;
    readonly after: number;
  };
}

const certificates = (security: Security): number => security.certificates().length;
const authorities = (security: Security): number => security.authorities().length;
const retired = (security: Security): number =>
  security.authorities().filter(({ state }) => state === 'retired').length;
const revoked = (security: Security): number =>
  security.certificates().filter(({ state }) => state === 'revoked').length;
const served = (security: Security): string => security.certificates().find(({ inUse }) => inUse)?.id ?? '';
const older = (security: Security): string => security.authorities().find(({ current }) => !current)?.id ?? '';
const initialiseTwice = async (security: Security): Promise<unknown> => {
  await security.initialise(DEFAULT_INIT);
  return security.newAuthority(ONE_MORE);
};
const initialiseWithClient = async (security: Security): Promise<unknown> => {
  await security.initialise(DEFAULT_INIT);
  return security.issueCertificate({ names: ['billing'], kind: 'client' });
};

const ONE_MORE: NewAuthority = { constraints: true, domains: [], twoTier: false, key: 'ec-p256' };

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
  {
    name: 'issuing a certificate',
    prepare: initialise,
    run: (s) => s.issueCertificate({ names: ['localhost'] }),
    tokens: [1, 1],
  },
  {
    name: 'renewing a certificate',
    prepare: initialise,
    run: (security) => security.renewCertificate(served(security)),
    tokens: [1, 1],
    counted: { what: certificates, before: 1, after: 2 },
  },
  {
    name: 'issuing three at once',
    prepare: initialise,
    run: (security) =>
      security.issueMany(
        ['a.test', 'b.test', 'c.test'].map((name) => ({ names: [name] })),
        new AbortController().signal,
        () => undefined,
      ),
    tokens: [1, 1],
    counted: { what: certificates, before: 1, after: 4 },
  },
  {
    name: 'revoking a certificate',
    prepare: initialiseWithClient,
    run: (security) =>
      security.revokeCertificate(
        security.certificates().find(({ kind }) => kind === 'client')?.id ?? '',
        'key-compromise',
      ),
    tokens: [1, 1],
    counted: { what: revoked, before: 0, after: 1 },
  },
  {
    name: 'making another authority',
    prepare: initialise,
    run: (security) => security.newAuthority({ ...ONE_MORE, twoTier: true }),
    tokens: [1, 1],
    counted: { what: authorities, before: 1, after: 2 },
  },
  {
    name: 'retiring an authority under which the endpoint is served',
    prepare: initialiseTwice,
    run: (security) => security.retireAuthority(older(security)),
    tokens: [1, 1],
    counted: { what: retired, before: 0, after: 1 },
  },
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
      const counts = new Set<number>();
      let effects = 0;

      for (let at = 1, isCut = true; isCut; at += 1) {
        for (const isTorn of [false, true]) {
          const trial = await cutAt(deed, at, isTorn);
          isCut = trial.isCut;
          effects = trial.effects;
          outcomes.add(trial.tokens);
          counts.add(trial.counted);
          expect(deed.tokens, `${deed.name}, cut at effect ${at}`).toContain(trial.tokens);
        }
      }

      expect(effects).toBeGreaterThan(3);
      expect(outcomes).toEqual(new Set(deed.tokens));
      if (deed.counted !== undefined) expect(counts).toEqual(new Set([deed.counted.before, deed.counted.after]));
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
): Promise<{ isCut: boolean; effects: number; tokens: number; counted: number }> {
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
  const counted = deed.counted?.what((await openTestSecurity(home, { keyring })).security) ?? 0;
  rmSync(home, { recursive: true });
  return { isCut, effects: count, tokens, counted };
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
  expect(readdirSync(workspace)).toEqual(['authorities', 'ca.pem', 'certificates', 'workspace.json']);
  expectTrusted(workspace, security);
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

/** Agents are given the authorities that are not retired, and nothing else; of one that is retired no key is left, and nothing under it is served. */
function expectTrusted(workspace: string, security: Security): void {
  const [gone, alive] = [true, false].map((isGone) =>
    security.authorities().filter(({ state }) => (state === 'retired') === isGone),
  );
  const pem = (id: string): string => readFileSync(join(workspace, 'authorities', id, 'ca.pem'), 'utf8');
  const byCurrent = [...(alive ?? [])].sort((one, other) => Number(other.current) - Number(one.current));
  expect(readFileSync(security.caPath() ?? '', 'utf8')).toBe(byCurrent.map(({ id }) => pem(id)).join(''));
  for (const { id } of gone ?? []) {
    expect(readdirSync(join(workspace, 'authorities', id))).toEqual(['ca.pem']);
    expect(security.certificates().find(({ inUse }) => inUse)?.authority).not.toBe(id);
  }
}

async function somethingAtRandom(security: Security, random: (below: number) => number): Promise<void> {
  const retiring = security.tokens().find(({ state }) => state === 'retiring');
  const choice = random(retiring === undefined ? 2 : 3);
  if (choice === 0) await security.rotateToken();
  else if (choice === 1 && security.certificates().length < 5)
    await security.issueCertificate({ names: ['localhost'] });
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
