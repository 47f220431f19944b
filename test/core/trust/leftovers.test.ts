import { describe, expect, test } from 'vitest';
import { realHost } from '../../../main/core/host/real-host.ts';
import type { StorePlace, TrustStoreKind } from '../../../main/core/trust/trust-store.ts';
import { tempHome } from '../../support/temp-security.ts';
import { type BenchAuthority, benchAuthority, type TrustBench, trustBench } from '../../support/trust-bench.ts';

/** A store that is a set of fingerprints in memory. */
interface Shelf {
  readonly held: Set<string>;
  canChange: boolean;
  isFound: boolean;
  /** Ends the change after the ledger knows of it, as a power cut would. */
  isCut: boolean;
}

function shelfStore(id: string): { kind: TrustStoreKind; shelf: Shelf } {
  const shelf: Shelf = { held: new Set(), canChange: true, isFound: true, isCut: false };
  const name = `trust-shelf-${id}`;
  const steps = (does: string) => ({ does: [does], commands: [{ file: 'shelf', args: [id] }], files: [], asks: '' });
  const place = (): StorePlace => ({
    facts: { id, title: `Shelf ${id}`, path: `/${id}`, group: 'java', needs: 'admin', serves: [], isProven: true },
    canChange: shelf.canChange,
    look: async ({ fingerprint256 }) => {
      const isThere = shelf.held.has(fingerprint256);
      const evidence = isThere ? 'It is there.' : 'It is not there.';
      return { isHere: true, isInstalled: isThere, isOurs: isThere, evidence, problem: null, seen: String(isThere) };
    },
    intend: async ({ fingerprint256 }) => ({ kind: name, path: `/${id}`, fingerprint256 }),
    installing: () => steps(`Put it on ${id}`),
    uninstalling: ({ fingerprint256 }) => steps(`Take ${String(fingerprint256).slice(0, 8)} off ${id}`),
    make: async ({ fingerprint256 }) => {
      shelf.held.add(String(fingerprint256));
      // What is thrown here is answered by an undo, which a power cut would not let happen either.
      if (shelf.isCut) throw new Error('cut');
    },
    readers: () => [],
    lines: () => [],
  });
  const kind: TrustStoreKind = {
    kind: name,
    find: async () => (shelf.isFound ? [place()] : []),
    undo: async (_, { fingerprint256 }) => {
      if (shelf.isCut) throw new Error('cut');
      shelf.held.delete(String(fingerprint256));
      return `It is off ${id}.`;
    },
  };
  return { kind, shelf };
}

async function benchWith(...ids: string[]): Promise<{
  readonly shelves: Shelf[];
  readonly first: TrustBench;
  readonly second: BenchAuthority;
}> {
  const home = tempHome();
  const host = realHost({ HOME: home });
  const stores = ids.map(shelfStore);
  const [one, second] = [await benchAuthority(host, home), await benchAuthority(host, home)];
  const kinds = stores.map(({ kind }) => kind);
  return { shelves: stores.map(({ shelf }) => shelf), first: trustBench(host, home, kinds, one), second };
}

describe('what waits in the ledger', () => {
  test('is what was interrupted, until it is finished', async () => {
    const { shelves, first } = await benchWith('a');
    const { trust, authority, ledger } = first;
    const [shelf] = shelves;
    if (shelf === undefined) throw new Error('there is one');
    shelf.isCut = true;
    await trust.install(authority, ['a'], {});

    expect(await trust.leftovers(authority)).toMatchObject([
      { ledgerId: ledger.list()[0]?.id, where: '/a', why: 'unfinished', finishIn: 'a' },
    ]);
    shelf.isCut = false;
    await trust.install(authority, ['a'], {});

    expect(await trust.leftovers(authority)).toEqual([]);
    expect(shelf.held).toEqual(new Set([authority.fingerprint256]));
  });

  test('can only be taken back where it was for an authority that is not the current one', async () => {
    const { shelves, first, second } = await benchWith('a');
    for (const shelf of shelves) shelf.isCut = true;
    await first.trust.install(first.authority, ['a'], {});
    for (const shelf of shelves) shelf.isCut = false;

    const [leftover] = await first.trust.leftovers(second.authority);
    expect(leftover).toMatchObject({ why: 'unfinished', finishIn: null });
    const [result] = await first.trust.uninstall(second.authority, [`ledger:${leftover?.ledgerId}`], {});

    expect(result).toMatchObject({ outcome: 'done', said: 'It is off a.', store: `ledger:${leftover?.ledgerId}` });
    expect(await first.trust.leftovers(second.authority)).toEqual([]);
  });

  test('is also a change whose store is gone, which is planned and taken back by its own name', async () => {
    const { shelves, first } = await benchWith('a', 'b');
    const { trust, authority } = first;
    await trust.install(authority, ['a', 'b'], {});
    for (const shelf of shelves.slice(0, 1)) shelf.isFound = false;

    const [leftover, ...more] = await trust.leftovers(authority);
    expect([leftover?.why, leftover?.finishIn, more]).toEqual(['store-gone', null, []]);
    const name = `ledger:${leftover?.ledgerId}`;
    const plan = await trust.plan('uninstall', authority, [name]);
    expect(plan.steps).toMatchObject([{ store: name, path: '/a', does: ['Take back what is left of it in /a'] }]);
    await trust.uninstall(authority, [name], {});

    expect(shelves.map(({ held }) => held.size)).toEqual([0, 1]);
    expect(await trust.leftovers(authority)).toEqual([]);
  });
});

describe('one change of the ledger', () => {
  test('is planned and taken back alone, whatever else stands in its store', async () => {
    const { shelves, first, second } = await benchWith('a');
    const { trust, authority, ledger } = first;
    await trust.install(authority, ['a'], {});
    await trust.install(second.authority, ['a'], {});
    const [older, newer] = ledger.list().map(({ id }) => id);
    const name = `ledger:${older}`;

    const plan = await trust.plan('uninstall', second.authority, [name]);
    expect(plan.steps).toMatchObject([{ store: name, does: [`Take ${authority.tag} off a`] }]);
    const [result] = await trust.uninstall(second.authority, [name], { [name]: plan.steps[0]?.seen ?? '' });

    expect(result?.outcome).toBe('done');
    expect(shelves[0]?.held).toEqual(new Set([second.authority.fingerprint256]));
    expect(ledger.list().find(({ id }) => id === newer)?.state).toBe('done');
    expect((await trust.plan('uninstall', second.authority, [name])).skipped).toMatchObject([
      { store: name, reason: 'It was taken back already.' },
    ]);
  });

  test('is left alone where the store has changed since the plan was seen', async () => {
    const { shelves, first } = await benchWith('a');
    const { trust, authority, ledger } = first;
    await trust.install(authority, ['a'], {});
    const name = `ledger:${ledger.list()[0]?.id}`;

    const [result] = await trust.uninstall(authority, [name], { [name]: 'something else' });

    expect(result).toMatchObject({ outcome: 'failed', said: expect.stringContaining('since the plan was shown') });
    expect(shelves[0]?.held.size).toBe(1);
  });

  test('that takes other rights comes with its commands, and is off the ledger once somebody has run them', async () => {
    const { shelves, first } = await benchWith('a');
    const { trust, authority, ledger } = first;
    await trust.install(authority, ['a'], {});
    for (const shelf of shelves) shelf.canChange = false;
    const name = `ledger:${ledger.list()[0]?.id}`;

    const [byHand] = await trust.uninstall(authority, [name], {});
    expect(byHand).toMatchObject({ outcome: 'by-hand', commands: ['sudo shelf a'] });
    expect(ledger.list()[0]?.state).toBe('done');
    for (const { held } of shelves) held.clear();
    const plan = await trust.plan('uninstall', authority, [name]);
    const [result] = await trust.uninstall(authority, [name], {});

    expect(plan.steps).toMatchObject([{ byHand: false, commands: [] }]);
    expect(result?.outcome).toBe('done');
    expect(ledger.list()[0]?.state).toBe('undone');
  });

  test('that the ledger does not have, or that is about something else, is refused', async () => {
    const { first } = await benchWith('a');
    const id = first.ledger.plan({ what: 'a link', where: '/bin', undo: null, change: { kind: 'command' } });

    for (const name of [`ledger:${id}`, 'ledger:nothing']) {
      await expect(first.trust.plan('uninstall', null, [name])).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(first.trust.uninstall(null, [name], {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
