import { describe, expect, test } from 'vitest';
import { clientAddress } from '../../../main/core/endpoint/http/client-address.ts';
import { createRateLimiter } from '../../../main/core/endpoint/rate-limit.ts';

/* Whose request it is, and what that one may still send (reference B4). */

describe('the address of a client', () => {
  test.each([
    [{}, '127.0.0.1'],
    [{ 'x-real-ip': '10.0.0.1' }, '10.0.0.1'],
    [{ 'x-real-ip': '10.0.0.1:99' }, '10.0.0.1'],
    [{ 'x-real-ip': '10.0.0.1:x' }, '127.0.0.1'],
    [{ 'x-real-ip': 'shop.example' }, '127.0.0.1'],
    [{ 'x-real-ip': '2001:DB8:0::1' }, '[2001:db8::1]'],
    [{ 'x-real-ip': '[2001:db8::1]:70000' }, '127.0.0.1'],
    [{ 'x-real-ip': '[2001:db8::1]:7' }, '[2001:db8::1]'],
    [{ 'x-real-ip': 'fe80::1%eth0' }, 'fe80::1%eth0'],
    [{ 'x-forwarded-for': ' 10.0.0.2 , 10.0.0.3' }, '10.0.0.2'],
    [{ 'x-forwarded-for': '10.0.0.2', 'x-real-ip': '10.0.0.1' }, '10.0.0.1'],
    [{ forwarded: 'proto=http;For="[2001:db8::1]:7";by=x, for=10.0.0.9', 'x-real-ip': '10.0.0.1' }, '[2001:db8::1]'],
    [{ forwarded: 'for="10.0.0.9', 'x-real-ip': '10.0.0.1' }, '10.0.0.1'],
    [{ forwarded: 'for;=;for=_hidden', 'x-real-ip': '10.0.0.1' }, '10.0.0.1'],
  ])('%j is of %s', (headers, address) => {
    const lines = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

    expect(clientAddress(lines, '127.0.0.1')).toBe(address);
  });
});

describe('the allowance of an address', () => {
  const limiter = (ipLimit: number) =>
    createRateLimiter({ eventLimit: 1, ipLimit }, { nowMs: () => 0, wait: () => Promise.resolve() });

  test('is handed on to a newcomer by the one seen longest ago', () => {
    const { allowanceFor } = limiter(2);
    const use = (address: string): boolean => allowanceFor(address).takeOne();

    expect(['a', 'a', 'a', 'a'].map(use)).toEqual([true, true, true, false]);
    expect(use('b')).toBe(true);
    expect(use('a')).toBe(false);
    // "b" was seen longest ago and has two left.
    expect(['c', 'c', 'c'].map(use)).toEqual([true, true, false]);
    // "a" is next to go, and has none.
    expect(use('b')).toBe(false);
  });

  test('is not taken from by what cannot be had', async () => {
    const allowance = limiter(2).allowanceFor('a');

    expect(await allowance.take(4)).toBe(false);
    expect(await allowance.take(3)).toBe(true);
    expect(await allowance.take(1)).toBe(true);
    expect(await allowance.take(1)).toBe(false);
  });
});
