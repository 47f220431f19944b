import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail } from '../../../main/contract/index.ts';
import { explainedDisk } from '../../../main/core/host/disk-failed.ts';
import type { Disk, Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { surroundingsOf } from '../../../main/core/trust/surroundings.ts';
import type { StorePlace, TrustStoreKind } from '../../../main/core/trust/trust-store.ts';
import { tempHome } from '../../support/temp-security.ts';
import { type BenchAuthority, benchAuthority, type TrustBench, trustBench } from '../../support/trust-bench.ts';

/** A store that is a word in memory. */
interface Word {
  state: 'nothing' | 'half' | 'ours';
  others: number;
  /** What making it does. */
  fate: 'works' | 'fails' | 'fails half-way' | 'fails and stays half';
  isGone: boolean;
}

function wordStore(
  id: string,
  needs: 'user' | 'admin' = 'user',
  fate: Word['fate'] = 'works',
): { kind: TrustStoreKind; word: Word } {
  const word: Word = { state: 'nothing', others: 0, fate, isGone: false };
  const kindName = `trust-test-${id}`;
  const place: StorePlace = {
    facts: { id, title: `Store ${id}`, path: `/store/${id}`, group: 'system', needs, serves: [], isProven: true },
    canChange: needs === 'user',
    look: async () => ({
      isHere: true,
      isInstalled: word.state === 'ours',
      isOurs: word.state !== 'nothing',
      evidence: `It holds ${word.state}.`,
      problem: null,
      seen: `${word.state} ${word.others}`,
    }),
    intend: async ({ fingerprint256 }) => ({ kind: kindName, path: `/store/${id}`, fingerprint256 }),
    installing: () => ({ does: [`Write ${id}`], commands: [{ file: 'write', args: [id] }], files: [], asks: '' }),
    uninstalling: () => ({ does: [`Erase ${id}`], commands: [{ file: 'erase', args: [id] }], files: [], asks: '' }),
    make: async () => {
      if (word.fate === 'fails')
        throw fail('TRUST_FAILED', { store: id, why: 'it does not want to', fix: 'Ask again.' });
      word.state = word.fate === 'works' ? 'ours' : 'half';
      if (word.fate !== 'works') throw new Error('half-way');
    },
    readers: () => [],
    lines: () => [],
  };
  const kind: TrustStoreKind = {
    kind: kindName,
    find: async () => (word.isGone ? [] : [place]),
    undo: async () => {
      if (word.fate === 'fails and stays half') throw new Error('it stays');
      word.state = 'nothing';
      return `${id} is erased.`;
    },
  };
  return { kind, word };
}

async function bench(
  kinds: readonly TrustStoreKind[],
  change: Partial<Host> = {},
): Promise<TrustBench & { pair: BenchAuthority; home: string; host: Host }> {
  const home = tempHome();
  const host = { ...realHost({ HOME: home }), ...change };
  const pair = await benchAuthority(realHost({ HOME: home }), home);
  return { ...trustBench(host, home, kinds, pair), pair, home, host };
}

describe('a store', () => {
  test('by its whole id is that one alone, and the beginning of several ids all of them', async () => {
    const kinds = ['a', 'a:b', 'c:d', 'c:e'].map((id) => wordStore(id).kind);
    const { trust, authority } = await bench(kinds);
    const planned = async (id: string): Promise<string[]> =>
      (await trust.plan('install', authority, [id])).steps.map(({ store }) => store);

    expect(await planned('a')).toEqual(['a']);
    expect(await planned('c')).toEqual(['c:d', 'c:e']);
    await expect(trust.plan('install', authority, ['d'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that cannot be looked at says why, and keeps no other from being shown', async () => {
    const [good, bad] = [wordStore('good'), wordStore('bad')];
    const blind: TrustStoreKind = {
      ...bad.kind,
      find: async (around) =>
        (await bad.kind.find(around)).map((place) => ({ ...place, look: () => Promise.reject(new Error('no light')) })),
    };
    const { trust, authority } = await bench([blind, good.kind]);

    const stores = await trust.list(authority);
    const plan = await trust.plan('install', authority, []);

    expect(stores.map(({ id, problem }) => [id, problem === null])).toEqual([
      ['bad', false],
      ['good', true],
    ]);
    expect(plan.steps.map(({ store }) => store)).toEqual(['good']);
  });
});

describe('programs of the PATH', () => {
  test('are found past a folder that may not be looked into', () => {
    const host = realHost({ PATH: '/closed:/usr/bin:/bin' });
    const facts: Disk['facts'] = (path) => {
      if (path.startsWith('/closed')) throw fail('DISK_FAILED', { path, why: 'permission denied', fix: 'Look.' });
      return host.disk.facts(path);
    };
    const around = surroundingsOf({ ...host, disk: { ...host.disk, facts } }, { folder: '/none', undo: '/none' }, '/');

    expect(around.program('sh')).toMatch(/\/bin\/sh$/);
  });
});

describe('installing', () => {
  test('takes stores that need no other rights, unless one is named; and prints what to type for the others', async () => {
    const [own, admin] = [wordStore('own'), wordStore('admin', 'admin')];
    const { trust, authority, ledger } = await bench([own.kind, admin.kind]);

    const byDefault = await trust.install(authority, [], {});
    const [named] = await trust.install(authority, ['admin'], {});

    expect(byDefault.map(({ store, outcome }) => [store, outcome])).toEqual([['own', 'done']]);
    expect(named).toMatchObject({ outcome: 'by-hand', commands: ['sudo write admin'] });
    expect([own.word.state, admin.word.state]).toEqual(['ours', 'nothing']);
    expect(ledger.list().map(({ where, state }) => [where, state])).toEqual([['/store/own', 'done']]);
  });

  test('goes on with the other stores where one fails, and leaves nothing half there', async () => {
    const stores = [wordStore('a', 'user', 'fails'), wordStore('b', 'user', 'fails half-way'), wordStore('c')];
    const { trust, authority, ledger } = await bench(stores.map(({ kind }) => kind));

    const results = await trust.install(authority, [], {});

    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done']);
    expect(results[0]).toMatchObject({ said: 'a could not be changed: it does not want to.', fix: 'Ask again.' });
    expect(stores.map(({ word }) => word.state)).toEqual(['nothing', 'nothing', 'ours']);
    expect(ledger.list().map(({ state }) => state)).toEqual(['undone', 'undone', 'done']);
  });

  test('keeps in the ledger what could not be taken back, and the next run takes it back', async () => {
    const store = wordStore('a', 'user', 'fails and stays half');
    const { trust, authority, ledger } = await bench([store.kind]);

    await trust.install(authority, [], {});
    const between = ledger.list().map(({ state }) => state);
    store.word.fate = 'works';
    await trust.uninstall(authority, [], {});

    expect(between).toEqual(['planned']);
    expect(store.word.state).toBe('nothing');
    expect(ledger.list().map(({ state }) => state)).toEqual(['undone']);
  });

  test('does to no store what the person did not see: one that changed since the plan is left alone', async () => {
    const [a, b] = [wordStore('a'), wordStore('b')];
    const { trust, authority, ledger } = await bench([a.kind, b.kind]);
    const { steps } = await trust.plan('install', authority, []);
    const seen = Object.fromEntries(steps.map((step) => [step.store, step.seen]));
    a.word.others += 1;

    const results = await trust.install(authority, [], seen);

    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
    expect(results[0]?.said).toBe(
      'Store a was changed by another program since the plan was shown, so it was left alone.',
    );
    expect(a.word.state).toBe('nothing');
    expect(ledger.list()).toHaveLength(1);
  });

  test('changes nothing where the ledger cannot be written', async () => {
    const store = wordStore('a');
    const home = tempHome();
    const real = realHost({ HOME: home });
    const full: Disk = explainedDisk({
      ...real.disk,
      append: () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
      },
    });
    const { trust, authority } = trustBench(
      { ...real, disk: full },
      home,
      [store.kind],
      await benchAuthority(real, home),
    );

    const [result] = await trust.install(authority, [], {});

    expect(result).toMatchObject({ outcome: 'failed', said: expect.stringMatching(/the disk is full\.$/) });
    expect(store.word.state).toBe('nothing');
  });

  test('of a name that is no store is refused with where to look', async () => {
    const { trust, authority } = await bench([wordStore('a').kind]);

    await expect(trust.install(authority, ['b'], {})).rejects.toMatchObject({
      code: 'NOT_FOUND',
      fix: 'See `sealwire trust list`.',
    });
  });
});

describe('uninstalling', () => {
  test('finds what is ours without the ledger, and takes back what the ledger knows of a store that is gone', async () => {
    const [a, b] = [wordStore('a'), wordStore('b')];
    const { trust, authority, ledger } = await bench([a.kind, b.kind]);
    a.word.state = 'ours';
    await trust.install(authority, ['b'], {});
    b.word.isGone = true;

    const { steps } = await trust.plan('uninstall', authority, []);
    const results = await trust.uninstall(authority, [], {});

    expect(steps.map(({ path }) => path)).toEqual(['/store/a', '/store/b']);
    expect(results.map(({ outcome, said }) => [outcome, said])).toEqual([
      ['done', 'a is erased.'],
      ['done', 'b is erased.'],
    ]);
    expect(ledger.list().map(({ state }) => state)).toEqual(['undone']);
  });

  test('also takes back what an authority of before left', async () => {
    const store = wordStore('a');
    const { trust, authority, ledger, host, home } = await bench([store.kind]);
    await trust.install(authority, [], {});
    const later = trustBench(host, home, [store.kind], await benchAuthority(host, home));

    await later.trust.uninstall(null, [], {});

    expect(store.word.state).toBe('nothing');
    expect(ledger.list().map(({ id }) => later.ledger.list().find((each) => each.id === id)?.state)).toEqual([
      'undone',
    ]);
  });
});

test('any order of installing, failing, uninstalling and others’ changes ends with nothing of ours and a true ledger', async () => {
  const action = fc.constantFrom(
    'install',
    'uninstall',
    'fails',
    'fails half-way',
    'works',
    'others',
    'plan and change',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
      const { kind, word } = wordStore('a');
      const { trust, authority, ledger } = await bench([kind]);
      for (const each of actions) {
        if (each === 'install') await trust.install(authority, [], {});
        else if (each === 'uninstall') await trust.uninstall(authority, [], {});
        else if (each === 'others') word.others += 1;
        else if (each === 'plan and change') {
          const { steps } = await trust.plan('install', authority, []);
          word.others += 1;
          await trust.install(authority, [], Object.fromEntries(steps.map(({ store, seen }) => [store, seen])));
        } else word.fate = each;
        const isOpen = ledger.list().some(({ state }) => state !== 'undone');
        expect(word.state === 'nothing' || isOpen).toBe(true);
      }
      const others = word.others;
      await trust.uninstall(authority, [], {});
      expect([word.state, word.others]).toEqual(['nothing', others]);
      expect(ledger.list().filter(({ state }) => state !== 'undone')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
