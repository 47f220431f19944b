import { describe, expect, test } from 'vitest';
import { addNames } from '../../../renderer/ui/add-names.ts';
import { expiryTone } from '../../../renderer/ui/expiry-tone.ts';
import { daysText, duration, plural, shortFingerprint, timeAgo, tlsVersion } from '../../../renderer/ui/format.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

test.each([
  [0, 'just now'],
  [4, 'just now'],
  [-30, 'just now'],
  [42, '42 s ago'],
  [61, '1 min ago'],
  [3_599, '59 min ago'],
  [7_200, '2 h ago'],
  [172_800, '2 d ago'],
])('%s seconds ago reads "%s"', (seconds, words) => {
  expect(timeAgo(new Date(NOW - seconds * 1000).toISOString(), NOW)).toBe(words);
});

test.each([
  [-1, 'expired'],
  [0.4, 'less than a day left'],
  [1.9, '1 day left'],
  [395, '395 days left'],
  [3649, '3,649 days left'],
])('%s days read "%s"', (days, words) => {
  expect(daysText(days)).toBe(words);
});

test.each([
  [0.3, '<1 ms'],
  [9.4, '9 ms'],
  [1840, '1.8 s'],
  [125_000, '2 min'],
])('%s milliseconds read "%s"', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

test('one thing and more than one have their own words', () => {
  expect(plural(1, 'event', 'events')).toBe('1 event');
  expect(plural(1200, 'event', 'events')).toBe('1,200 events');
});

test('a fingerprint is cut to what can be compared by eye, a short one is left alone', () => {
  expect(shortFingerprint('A4:1F:09:C2:77:5B:E0:13')).toBe('A4:1F:09:C2 … E0:13');
  expect(shortFingerprint('AB:CD')).toBe('AB:CD');
});

test('TLS versions read as people write them', () => {
  expect([tlsVersion('TLSv1.3'), tlsVersion('TLSv1')]).toEqual(['TLS 1.3', 'TLS 1.0']);
});

describe('the life of a certificate', () => {
  test.each([
    [-1, 'failed'],
    [0, 'attention'],
    [30, 'attention'],
    [31, 'ok'],
  ])('with %s days left is %s', (days, tone) => {
    expect(expiryTone(days)).toBe(tone);
  });
});

test('typed names are split, cleaned of doubles and kept in order', () => {
  expect(addNames(['localhost'], ' api.test, localhost;10.0.0.5\n')).toEqual(['localhost', 'api.test', '10.0.0.5']);
  expect(addNames(['localhost'], '  ')).toEqual(['localhost']);
});
