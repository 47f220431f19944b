import { describe, expect, test } from 'vitest';
import type { RumState } from '../../../main/contract/index.ts';
import { matchesGlob } from '../../../main/core/endpoint/http/glob.ts';
import { originOf, originStanding } from '../../../renderer/features/connect/origin-standing.ts';

const rum: RumState = {
  enabled: true,
  origins: ['http://localhost:*', 'https://*.shop.test'],
  anonymous: true,
  agents: ['rum-js'],
  services: [],
  eventLimit: 300,
  ipLimit: 1000,
  by: 'settings',
};

describe('the origin of a page', () => {
  test.each([
    ['http://localhost:3000/basket?x=1#top', 'http://localhost:3000'],
    [' https://till.shop.test:443 ', 'https://till.shop.test'],
    ['npm start', null],
    ['localhost:3000', null],
    ['file:///home/ada/index.html', null],
  ])('of %s is %s', (page, origin) => {
    expect(originOf(page)).toBe(origin);
  });
});

describe('whether a page may report', () => {
  test.each([
    ['http://localhost:3000', 'open'],
    ['http://127.0.0.1:3000', 'refused'],
    ['https://till.shop.test', 'open'],
    ['https://tillXshopXtest', 'refused'],
    ['https://till.shop.test.evil', 'refused'],
    [null, 'open'],
  ] as const)('from %s is %s', (origin, standing) => {
    expect(originStanding(rum, origin)).toBe(standing);
  });

  test('is off where browsers may not report at all', () => {
    expect(originStanding({ ...rum, enabled: false }, 'http://localhost:3000')).toBe('off');
  });

  test('is what the endpoint makes of it', () => {
    for (const pattern of [
      '*',
      'http://*',
      '*://localhost:**',
      'http://localhost:3000',
      'http://[::1]:*',
      '*.test',
      '',
    ]) {
      for (const origin of ['http://localhost:3000', 'http://[::1]:3000', 'https://a.test']) {
        const seen = originStanding({ ...rum, origins: [pattern] }, origin) === 'open';
        expect([pattern, origin, seen]).toEqual([pattern, origin, matchesGlob(pattern, origin)]);
      }
    }
  });
});
