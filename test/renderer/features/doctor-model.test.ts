import { describe, expect, test } from 'vitest';
import { countsLine, rowsOf, urlFault, verdictSentence } from '../../../renderer/features/doctor/model.ts';
import { doctorReport } from '../../support/fake-ui-doctor.ts';

const planned = doctorReport.checks.map(({ id, title }) => ({ id, title }));

describe('the rows of an examination', () => {
  test('are what was found, then the one that is being looked at, then the rest', () => {
    const rows = rowsOf(planned, doctorReport.checks.slice(0, 2), true);

    expect(rows.slice(0, 4).map(({ id, check, isNow }) => [id, check?.state ?? null, isNow])).toEqual([
      ['addresses', 'ok', false],
      ['tcp', 'warning', false],
      ['tls', null, true],
      ['tls-versions', null, false],
    ]);
  });

  test('have none that is being looked at once it was stopped', () => {
    expect(rowsOf(planned, doctorReport.checks.slice(0, 2), false).filter(({ isNow }) => isNow)).toEqual([]);
  });
});

describe('what it comes to', () => {
  test('is counted without what there is none of', () => {
    expect(countsLine(doctorReport.checks)).toBe('14 ok, 2 warnings, 1 failed, 5 skipped');
    expect(countsLine(doctorReport.checks.filter(({ state }) => state === 'ok'))).toBe('14 ok');
  });

  test('is a sentence of its own for each verdict', () => {
    expect(new Set((['ok', 'warning', 'failed'] as const).map(verdictSentence)).size).toBe(3);
  });
});

describe('an address', () => {
  test.each(['apm.corp.example:8200', 'ftp://server', 'https://'])('%s is said to want its scheme', (typed) => {
    expect(urlFault(typed)).toContain('https://');
  });

  test.each(['', ' https://apm.corp.example:8200 ', 'http://localhost:8200', 'https://[::1]:8200/apm'])(
    '"%s" is left alone',
    (typed) => {
      expect(urlFault(typed)).toBeNull();
    },
  );
});
