import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { raceEach } from '../../../main/core/endpoint/http/race-each.ts';

test('work that is done first is what comes of a race', async () => {
  const until = raceEach(new Promise<never>(() => undefined));

  expect(await until(Promise.resolve('a piece'))).toBe('a piece');
  await expect(until(Promise.reject(new Error('the client left')))).rejects.toThrow('the client left');
});

test('the end wakes the work that waits, and all that comes later', async () => {
  const { promise, resolve } = Promise.withResolvers<'over'>();
  const until = raceEach(promise);
  const waiting = until(new Promise<string>(() => undefined));

  resolve('over');

  expect(await waiting).toBe('over');
  expect(await until(new Promise<string>(() => undefined))).toBe('over');
});

test('an end that fails fails the work that waits, and all that comes later', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const until = raceEach(promise);
  const waiting = until(new Promise<string>(() => undefined));

  reject(new Error('broken'));

  await expect(waiting).rejects.toThrow('broken');
  await expect(until(new Promise<string>(() => undefined))).rejects.toThrow('broken');
});

test('what came of a race is forgotten while the end is still open', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const end = new Promise<never>(() => undefined);
  const until = raceEach(end);
  const piece = new WeakRef((await until(Promise.resolve({ bytes: 'the first' }))) as object);
  await until(Promise.resolve('the second'));

  // A reference that was made in this turn is kept until the next one.
  await new Promise(setImmediate);
  collect();

  expect(piece.deref()).toBeUndefined();
  expect(end).toBeInstanceOf(Promise);
});
