import { describe, expect, test } from 'vitest';
import { withAttempt, withEvents, withService } from '../../../renderer/bridge/live-lists.ts';
import { failing, reporting } from '../../support/fake-ui-data.ts';
import { events, failedAttempt, manyAttempts, okAttempt } from '../../support/fake-ui-traffic.ts';

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

describe('a service that is pushed', () => {
  test('takes the place of its former state', () => {
    const changed = { ...reporting, counts: { ...reporting.counts, span: 1 } };

    expect(withService([failing, reporting], changed)).toEqual([failing, changed]);
  });

  test('comes first where it is new; another environment is another service', () => {
    const elsewhere = { ...reporting, environment: 'production' };

    expect(withService([reporting], elsewhere)).toEqual([elsewhere, reporting]);
  });
});

describe('an attempt that is pushed', () => {
  test('takes its place by time, newest first', () => {
    const list = manyAttempts(3);
    const between = { ...okAttempt, id: 'between', at: list[1]?.at ?? '' };

    expect(ids(withAttempt(list, between, {}))).toEqual(['att-1000', 'between', 'att-1001', 'att-1002']);
  });

  test('replaces its earlier state instead of standing twice', () => {
    const [first, ...others] = manyAttempts(3);
    if (first === undefined) throw new Error('no attempts');
    const closed = { ...first, durationMs: 77 };

    expect(withAttempt([first, ...others], closed, {})).toEqual([closed, ...others]);
  });

  test('stays out of a list that it does not belong to, and leaves it when it no longer does', () => {
    expect(withAttempt([], failedAttempt, { outcome: 'ok' })).toEqual([]);
    expect(withAttempt([], failedAttempt, { service: 'shop-web' })).toEqual([]);
    expect(withAttempt([okAttempt], { ...okAttempt, outcome: 'failed' }, { outcome: 'ok' })).toEqual([]);
  });

  test('is found by the words of its list, in any case', () => {
    expect(ids(withAttempt([], failedAttempt, { text: 'FLASK run' }))).toEqual(['att-8']);
    expect(ids(withAttempt([], failedAttempt, { text: 'unknown_ca' }))).toEqual(['att-8']);
    expect(withAttempt([], failedAttempt, { text: 'django' })).toEqual([]);
  });

  test('pushes the oldest out of a full list', () => {
    expect(ids(withAttempt(manyAttempts(3), okAttempt, { limit: 3 }))).toEqual(['att-7', 'att-1000', 'att-1001']);
  });
});

describe('events that are pushed', () => {
  const [newest, ...older] = events;
  if (newest === undefined) throw new Error('no events');

  test('stand before the older ones, each once', () => {
    expect(withEvents(older, [newest, ...older.slice(0, 2)], {})).toEqual(events);
  });

  test('that belong elsewhere are left out', () => {
    expect(withEvents([], events, { kind: 'error' }).every(({ kind }) => kind === 'error')).toBe(true);
    expect(withEvents([], events, { service: 'other' })).toEqual([]);
    expect(withEvents([], events, { trace: 'other' })).toEqual([]);
  });

  test('never make a list longer than its limit', () => {
    expect(withEvents(older, [newest], { limit: 2 })).toEqual(events.slice(0, 2));
  });
});
