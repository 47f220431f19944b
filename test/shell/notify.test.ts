import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Service, STEPS, type Status } from '../../main/contract/index.ts';
import { type Attention, considered, type NotifyMemory } from '../../main/shell/notify/considered.ts';
import type { CoreView } from '../../main/shell/status/core-view.ts';
import * as data from '../support/fake-data.ts';

const OPEN = { state: 'open', problem: null } as const;
const LOST = { state: 'lost', problem: { message: 'It died.', fix: 'Start it.', canRestart: true } } as const;
const NOW = new Date('2026-11-25T08:00:00Z');
const AWAY: Attention = { isFocused: false, notifies: true, now: NOW };
const FRESH: NotifyMemory = { stopped: {}, expiries: [], isLossTold: false };

function viewOf(change: Partial<Status> = {}): CoreView {
  return { link: OPEN, status: { ...data.status, ...change } };
}

function stoppedAt(step: Service['stoppedAt'], service = 'shop'): Service {
  return { ...data.service, service, stoppedAt: step };
}

function expiringIn(days: number): Partial<Status> {
  const notAfter = new Date(NOW.getTime() + days * 86_400_000).toISOString();
  return { services: [], certificates: [{ ...data.certificate, notAfter }] };
}

/** Looks at one view after the other; all that was told, in order. */
function tell(views: readonly CoreView[], attention: Partial<Attention> = {}, from = FRESH): string[] {
  const titles: string[] = [];
  views.reduce((memory, view) => {
    const next = considered(memory, view, { ...AWAY, ...attention });
    titles.push(...next.told.map(({ title }) => title));
    return next.memory;
  }, from);
  return titles;
}

describe('a service that stops at a rung', () => {
  const trusted = viewOf({ services: [stoppedAt('trusted')] });
  const authorised = viewOf({ services: [stoppedAt('authorised')] });
  const well = viewOf({ services: [stoppedAt(null)] });

  test('is told once a rung until it recovers', () => {
    expect(tell([trusted, trusted, authorised, trusted, well, trusted])).toEqual([
      'shop stopped at "trusted"',
      'shop stopped at "authorised"',
      'shop stopped at "trusted"',
    ]);
  });

  test('is not told while the person looks, nor after they look away', () => {
    const seen = considered(FRESH, trusted, { ...AWAY, isFocused: true });

    expect(seen.told).toEqual([]);
    expect(tell([trusted], {}, seen.memory)).toEqual([]);
  });

  test('is not told where notifications are off, nor where it had stopped before the app started', () => {
    expect(tell([trusted], { notifies: false })).toEqual([]);
    expect(tell([trusted, authorised], {}, { ...FRESH, stopped: null })).toEqual(['shop stopped at "authorised"']);
  });

  test('leads to its own screen', () => {
    const { told } = considered(FRESH, viewOf({ services: [stoppedAt('trusted', 'a/b ☃')] }), AWAY);
    expect(told[0]?.path).toBe('/service/a%2Fb%20%E2%98%83?environment=development');
  });
});

describe('an expiry', () => {
  test('is told at 30 days, 7 days, one day and the end, once each', () => {
    const views = [31, 29.5, 20, 7, 6, 0.9, 0.5, -1, -2].map((days) => viewOf(expiringIn(days)));
    expect(tell(views)).toEqual([
      'The certificate expires in 30 days',
      'The certificate expires in 7 days',
      'The certificate expires within a day',
      'The certificate has expired',
    ]);
  });

  test('that was told by an earlier run is not told again, and a late one is told by its latest stage alone', () => {
    const first = considered(FRESH, viewOf(expiringIn(3)), AWAY);

    expect(first.told.map(({ title }) => title)).toEqual(['The certificate expires in 3 days']);
    expect(
      tell([viewOf(expiringIn(20)), viewOf(expiringIn(3))], {}, { ...FRESH, expiries: first.memory.expiries }),
    ).toEqual([]);
  });

  test('waits while the person looks at the window', () => {
    const seen = considered(FRESH, viewOf(expiringIn(3)), { ...AWAY, isFocused: true });

    expect(seen.told).toEqual([]);
    expect(tell([viewOf(expiringIn(3))], {}, seen.memory)).toHaveLength(1);
  });
});

test('a core that stays down is told once, and again only after it was back', () => {
  const down: CoreView = { link: LOST, status: null };
  const opening: CoreView = { link: { state: 'opening', problem: null }, status: null };
  expect(tell([down, down, opening, down, viewOf({ services: [] }), down])).toHaveLength(2);
});

test('no cause is told twice, whatever happens, and nothing of a diagnosis is shown', () => {
  const step = fc.option(fc.constantFrom(...STEPS), { nil: null });
  const service = fc.record({ service: fc.constantFrom('shop', '__proto__', 'constructor', ''), step }).map(
    ({ service: name, step: rung }): Service => ({
      ...stoppedAt(rung, name),
      diagnosis: { code: 'X', summary: 'hunter2', cause: 'hunter2', confidence: 'possible', fixes: [] },
    }),
  );
  const view = fc.oneof(
    fc.constant<CoreView>({ link: LOST, status: null }),
    fc
      .tuple(fc.uniqueArray(service, { selector: (one) => one.service }), fc.integer({ min: -2, max: 40 }))
      .map(([services, days]) => viewOf({ ...expiringIn(days), services })),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(view, fc.boolean()), { maxLength: 30 }), (looks) => {
      const standing = new Set<string>();
      const expiries = new Set<string>();
      looks.reduce((memory, [seen, isFocused]) => {
        const next = considered(memory, seen, { ...AWAY, isFocused });
        // What recovered may be told again; an expiry never.
        if (seen.link.state === 'open') standing.delete('core lost');
        const failing = new Set(seen.status?.services.filter((one) => one.stoppedAt !== null).map(keyOf));
        if (seen.status !== null)
          for (const cause of standing)
            if (![...failing].some((key) => cause.startsWith(key)) && cause !== 'core lost') standing.delete(cause);
        for (const { cause, title, body } of next.told) {
          expect(standing.has(cause) || expiries.has(cause)).toBe(false);
          expect(`${title}${body}`).not.toContain('hunter2');
          (cause.startsWith('certificate') ? expiries : standing).add(cause);
        }
        return next.memory;
      }, FRESH);
    }),
  );
});

function keyOf({ service, environment }: Service): string {
  return JSON.stringify([service, environment]);
}
