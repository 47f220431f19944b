import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldersOf } from '../../../main/core/host/folders.ts';
import { openLedger } from '../../../main/core/ledger/ledger.ts';
import type { Ledger } from '../../../main/core/parts.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { cuttable } from '../../support/power-cut.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

const CHANGE = { what: 'Trust the authority', where: '/etc/ssl/certs', undo: 'sealwire ledger undo' };

function open(home: string): Ledger {
  return openLedger(testHost(home), foldersOf(home));
}

describe('the ledger', () => {
  test('has a change before it is made and what became of it', () => {
    const home = tempHome();
    const ledger = open(home);

    const first = ledger.plan(CHANGE);
    const second = ledger.plan({ ...CHANGE, undo: null });
    ledger.mark(first, 'done');

    const expected = [
      { id: first, ...CHANGE, state: 'done' },
      { id: second, ...CHANGE, undo: null, state: 'planned' },
    ];
    expect(ledger.list()).toMatchObject(expected);
    expect(open(home).list()).toEqual(ledger.list());
    expect(readFileSync(join(home, 'ledger.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3);
    expect(statSync(join(home, 'ledger.jsonl')).mode & 0o777).toBe(0o600);
    expect(() => ledger.mark('unknown', 'done')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  test('keeps a half-written line, says so, and goes on after it', () => {
    const home = tempHome();
    const first = open(home).plan(CHANGE);
    appendFileSync(join(home, 'ledger.jsonl'), '{"id":"abc","at":"20');

    const ledger = open(home);
    const second = ledger.plan(CHANGE);

    expect(ledger.notices()).toMatchObject([{ id: 'ledger-damaged' }]);
    expect(
      open(home)
        .list()
        .map(({ id }) => id),
    ).toEqual([first, second]);
    expect(readFileSync(join(home, 'ledger.jsonl'), 'utf8')).toContain('{"id":"abc","at":"20\n');
  });

  test('survives a kill at any effect of a write', () => {
    let isCut = true;
    for (let at = 1; isCut; at += 1) {
      const home = tempHome();
      const first = open(home).plan(CHANGE);
      const host = testHost(home);
      const effects = cuttable({ disk: host.disk, keyring: memoryKeyring() }, at, true);
      try {
        openLedger({ ...host, disk: effects.disk }, foldersOf(home)).mark(first, 'done');
      } catch (error) {
        if (!effects.wasCut()) throw error;
      }
      isCut = effects.wasCut();

      const ledger = open(home);
      expect(isCut ? ['planned', 'done'] : ['done']).toContain(ledger.list()[0]?.state);
      ledger.mark(first, 'undone');
      expect(open(home).list()).toMatchObject([{ id: first, state: 'undone' }]);
    }
  });

  test('reads what it can of any file', () => {
    const home = tempHome();
    const first = open(home).plan(CHANGE);
    const line = readFileSync(join(home, 'ledger.jsonl'), 'utf8');
    fc.assert(
      fc.property(fc.string(), (junk) => {
        const host = testHost(home);
        const read = (): Buffer => Buffer.from(`${junk}\n${line}`);
        const ledger = openLedger({ ...host, disk: { ...host.disk, read } }, foldersOf(home));
        return ledger.list().some(({ id }) => id === first);
      }),
      { numRuns: 100 },
    );
  });
});
