import { describe, expect, test } from 'vitest';
import { shownPath } from '../../../renderer/app/shell-commands.ts';
import { systemOf } from '../../../renderer/app/title-bar.ts';
import { holding, partsOf } from '../../../renderer/features/settings/licence-parts.ts';

describe('a path from outside', () => {
  test.each([
    ['/connect/python', '/connect/python'],
    ['/traffic?outcome=failed', '/traffic?outcome=failed'],
    ['/', '/'],
    ['/nowhere', '/'],
    ['', '/'],
    ['connect', '/'],
    ['//evil.test', '/'],
    ['/\\evil.test', '/'],
    ['https://evil.test/connect', '/'],
    ['javascript:alert(1)', '/'],
  ])('%j shows %j', (path, shown) => {
    expect(shownPath(path)).toBe(shown);
  });
});

describe('the title bar', () => {
  test.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Electron/45.4.1', 'mac'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Electron/45.4.1', 'windows'],
    ['Mozilla/5.0 (X11; Linux x86_64) Electron/45.4.1', null],
  ])('of %s is %s', (userAgent, system) => {
    expect(systemOf(userAgent)).toBe(system);
  });
});

describe('the licences', () => {
  test('are found by all of the words, wherever they stand', () => {
    const parts = partsOf('head\n----------\nreact 19\nMIT License\n==========\nzod 4\nMIT License\n');

    expect(parts.map(({ words }) => words.split('\n')[0])).toEqual(['head', 'react 19', 'zod 4']);
    expect(holding(parts, 'mit REACT').map(({ place }) => place)).toEqual([1]);
    expect(holding(parts, '  ')).toEqual(parts);
    expect(holding(parts, 'gpl')).toEqual([]);
  });
});
