import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkAmong, pathOfLink } from '../../main/shell/links/deep-link.ts';
import { linkQueue } from '../../main/shell/links/link-queue.ts';

/** Every path that a link may lead to, with nothing in it that is not escaped. */
const KNOWN =
  /^\/(?:(?:connect|traffic|certificates|tokens|activity|settings)?|connect\/[a-z][a-z0-9-]*|service\/[A-Za-z0-9\-_.~%]+)$/;

describe('a deep link', () => {
  test.each([
    ['sealwire://home', '/'],
    ['sealwire://home/', '/'],
    ['SEALWIRE://connect/python', '/connect/python'],
    ['sealwire://connect', '/connect'],
    ['sealwire://service/shop', '/service/shop'],
    ['sealwire://service/a%20b%2Fc', '/service/a%20b%2Fc'],
    ['sealwire://service/d%27or(1)', '/service/d%27or%281%29'],
    ['sealwire://tokens?do=rotate#now', '/tokens'],
    ['sealwire://settings', '/settings'],
  ])('%s shows %s', (link, path) => {
    expect(pathOfLink(link)).toBe(path);
  });

  test.each([
    'sealwire://',
    'sealwire:connect/python',
    'sealwire://connect/a/b',
    'sealwire://connect/Python;rm',
    'sealwire://service/',
    'sealwire://service/%2e%2e',
    'sealwire://service/%E0%A4%A',
    'sealwire://service/a%0Ab',
    'sealwire://user@home',
    'sealwire://home:80',
    'sealwire://endpoint/stop',
    'https://connect/python',
    'javascript:alert(1)',
  ])('%s shows nothing', (link) => {
    expect(pathOfLink(link)).toBeNull();
  });

  test('that is longer than any name shows nothing', () => {
    expect(pathOfLink(`sealwire://service/${'a'.repeat(5000)}`)).toBeNull();
  });

  test('of any kind yields a known path without anything unescaped, or null', () => {
    const hosts = fc.constantFrom('connect', 'service', 'home', 'tokens', 'x', '', 'service/..', 'connect/%2e');
    const links = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.tuple(hosts, fc.string({ unit: 'binary' })).map(([host, rest]) => `sealwire://${host}/${rest}`),
      fc
        .tuple(hosts, fc.string({ unit: 'grapheme' }))
        .map(([host, rest]) => `sealwire://${host}/${encodeURIComponent(rest)}`),
    );
    fc.assert(
      fc.property(links, (link) => {
        const path = pathOfLink(link);
        if (path === null) return;
        expect(path).toMatch(KNOWN);
        expect(new URL(path, 'app://sealwire').pathname).toBe(path);
      }),
      { numRuns: 500 },
    );
  });

  test('is found among the arguments that the system starts a program with', () => {
    expect(linkAmong(['/opt/sealwire', '--allow-file-access', 'Sealwire://home'])).toBe('Sealwire://home');
    expect(linkAmong(['/opt/sealwire', '--at-login'])).toBeNull();
  });

  test('that comes before there is a window waits, and the last one wins', () => {
    const followed: string[] = [];
    const queue = linkQueue();
    queue.take('sealwire://home');
    queue.take('sealwire://tokens');

    queue.follow((link) => followed.push(link));
    queue.take('sealwire://traffic');

    expect(followed).toEqual(['sealwire://tokens', 'sealwire://traffic']);
  });
});
