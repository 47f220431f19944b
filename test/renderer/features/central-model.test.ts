import { describe, expect, test } from 'vitest';
import type { CentralAgent, ConfigEntry } from '../../../main/contract/index.ts';
import {
  agentOf,
  centralState,
  entryInForce,
  scopesOf,
  writing,
} from '../../../renderer/features/service/central-model.ts';

const entry = (service: string | null, environment: string | null, settings = { b: '2' }): ConfigEntry => ({
  service,
  environment,
  settings,
  etag: 'e',
  changedAt: '2026-11-24T12:00:00Z',
  agents: [],
  options: [],
});
const place = { service: 'shop', environment: 'test' };

describe('what is in force', () => {
  test('is the first entry that fits name and environment', () => {
    const all = [entry('shop', 'production'), entry('shop', null), entry(null, null)];
    expect(entryInForce(all, place)).toBe(all[1]);
    expect(entryInForce(all, { service: 'till', environment: null })).toBe(all[2]);
    expect(entryInForce([entry('till', null), entry('shop', 'live')], place)).toBeNull();
    expect(entryInForce([entry('shop', 'test')], { ...place, environment: null })).toBeNull();
  });
});

describe('a change', () => {
  test.each([
    ['nothing', null, ['here', 'everywhere']],
    ['every service', entry(null, null), ['here', 'everywhere']],
    ['every environment', entry('shop', null), ['everywhere', 'here']],
    ['this environment', entry('shop', 'test'), ['here']],
  ])('over an entry of %s may be made there', (_name, inForce, scopes) => {
    expect(scopesOf(inForce, place)).toEqual(scopes);
    expect(scopesOf(inForce, { ...place, environment: null })).toEqual(['everywhere']);
  });

  test('brings along what is in force only where it makes a closer entry', () => {
    const changed = ['a', '1'] as const;
    const written = (from: ConfigEntry | null, scope: 'here' | 'everywhere') => writing(from, place, scope, changed);

    expect(written(entry('shop', 'test'), 'here')).toMatchObject({ environment: 'test', settings: { a: '1' } });
    expect(written(entry('shop', null), 'everywhere')).toMatchObject({ environment: null, settings: { a: '1' } });
    expect(written(entry('shop', null), 'here')).toMatchObject({ environment: 'test', settings: { a: '1', b: '2' } });
    expect(written(entry(null, null), 'here')).toMatchObject({ settings: { a: '1', b: '2' }, takesAlong: 1 });
    expect(written(entry(null, null, { b: '2' }), 'everywhere').service).toBe('shop');
    expect(writing(entry(null, null), place, 'here', ['b', '3'])).toMatchObject({
      settings: { b: '3' },
      takesAlong: 0,
    });
  });
});

describe('the state', () => {
  const asked = { service: 'shop', environment: 'test', sentAt: 's', appliedAt: null };

  test('is that of the agent of this environment, with no more said than its tag proves', () => {
    const of = (state: 'sent' | 'applied') => ({
      ...entry('shop', null),
      options: [{ name: 'b', agents: [{ ...asked, state, appliedAt: state === 'applied' ? 'a' : null }] }],
    });
    expect(centralState(of('sent'), 'b', place, 'applied')).toMatchObject({ word: 'sent', at: 's' });
    expect(centralState(of('applied'), 'b', place, 'applied')).toEqual({ tone: 'ok', word: 'applied', at: 'a' });
    expect(centralState(of('applied'), 'b', place, 'received')).toEqual({ tone: 'n/a', word: 'received', at: 'a' });
    expect(centralState(of('applied'), 'b', { ...place, environment: null }, 'applied').word).toBe('not fetched yet');
    expect(centralState(of('applied'), 'c', place, 'applied').word).toBe('not fetched yet');
  });
});

test('a service whose agent is not known is offered the options of all, each once, and promised the least', () => {
  const option = { name: 'recording', kind: 'boolean' as const, hint: '', takes: '', choices: [] };
  const agents: CentralAgent[] = [
    { agent: 'one', title: 'One', tagMeans: 'applied', options: [option] },
    { agent: 'two', title: 'Two', tagMeans: 'applied', options: [option, { ...option, name: 'log_level' }] },
  ];
  expect(agentOf(agents, { agentId: 'two' }).title).toBe('Two');
  const unknown = agentOf(agents, { agentId: null });
  expect(unknown.options.map(({ name }) => name)).toEqual(['recording', 'log_level']);
  expect(unknown.tagMeans).toBe('received');
});
