import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAgentConfigBook } from '../../../main/core/agent-config/agent-config-book.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

function open(home: string, said: string[] = []) {
  return openAgentConfigBook(testHost(home), join(home, 'work'), () => said.push('changed'));
}

describe('the central configuration', () => {
  test('is found again, for its owner alone, with the same tag whatever the order', () => {
    const home = tempHome();
    open(home).replace({ service: 'shop', environment: null }, { b: '2', a: '1' });
    const again = open(home);
    const tag = again.source('shop', 'production', '', null)?.etag;
    expect(again.source('shop', '', '', null)?.settings).toEqual({ a: '1', b: '2' });
    again.replace({ service: 'shop', environment: null }, { a: '1', b: '2' });
    expect(again.source('shop', '', '', null)?.etag).toBe(tag);
    again.replace({ service: 'shop', environment: null }, { a: '1', b: '3' });
    expect(again.source('shop', '', '', null)?.etag).not.toBe(tag);
    expect(statSync(join(home, 'work', 'agent-config.json')).mode & 0o777).toBe(0o600);
  });

  test('answers with the entry of name and environment, then name, then environment, then the default', () => {
    const book = open(tempHome());
    const answered = () => book.source('shop', 'production', '', null)?.settings.from;
    expect(answered()).toBeUndefined();
    for (const [service, environment] of [
      [null, null],
      [null, 'production'],
      ['shop', null],
      ['shop', 'production'],
    ] as const) {
      book.replace({ service, environment }, { from: `${service}/${environment}` });
      expect(answered()).toBe(`${service}/${environment}`);
    }
    expect(book.source('till', 'test', '', null)?.settings.from).toBe('null/null');
  });

  test('is sent, then applied when the agent names its tag, and sent anew after a change', () => {
    const said: string[] = [];
    const book = open(tempHome(), said);
    const state = () => book.entries()[0]?.agents.map((agent) => agent.state);
    book.replace({ service: 'shop', environment: null }, { a: '1' });
    expect(state()).toEqual([]);
    const tag = book.source('shop', 'production', 'another', null)?.etag ?? '';
    expect(state()).toEqual(['sent']);
    book.source('shop', 'production', tag, null);
    expect(state()).toEqual(['applied']);
    expect(said).toHaveLength(3);
    book.replace({ service: 'shop', environment: null }, { a: '2' });
    expect(state()).toEqual([]);
    book.source('shop', 'production', tag, null);
    expect(state()).toEqual(['sent']);
  });

  test('tells of each poll what it is new evidence of, and of each option how far it got', () => {
    const book = open(tempHome());
    book.replace({ service: 'shop', environment: null }, { a: '1', b: '1' });
    const poll = (tag: string) => book.source('shop', '', tag, null);
    const etag = poll('')?.etag ?? '';

    expect([poll('')?.reached, poll(etag)?.reached, poll(etag)?.reached]).toEqual(['sent', 'echoed', null]);
    book.replace({ service: 'shop', environment: null }, { a: '1', b: '2' });
    expect(poll(etag)?.reached).toBe('sent');
    expect(book.entries()[0]?.options.map(({ name, agents }) => [name, agents[0]?.state])).toEqual([
      ['a', 'applied'],
      ['b', 'sent'],
    ]);
    expect(book.entries()[0]?.agents.map(({ state }) => state)).toEqual(['sent']);
  });

  test('that was told in part is evidence of that part', () => {
    const book = open(tempHome());
    book.replace({ service: 'shop', environment: null }, { a: '1', b: '1' });

    const { etag = '', settings } = book.source('shop', '', '', new Set(['a'])) ?? {};
    book.source('shop', '', etag, new Set(['a']));

    expect(settings).toEqual({ a: '1', b: '1' });
    expect(book.entries()[0]?.options.map(({ agents }) => agents.length)).toEqual([1, 0]);
  });

  test.each(['{"entries":[{"serv', '{"entries":[{"service":1}]}'])(
    'that is damaged is kept aside and said: %s',
    (text) => {
      const home = tempHome();
      open(home).replace({ service: 'shop', environment: null }, { a: '1' });
      writeFileSync(join(home, 'work', 'agent-config.json'), text);
      const book = open(home);
      const [aside = ''] = readdirSync(join(home, 'work'));
      expect(book.entries()).toEqual([]);
      expect(readFileSync(join(home, 'work', aside), 'utf8')).toBe(text);
      expect(book.notices()).toMatchObject([{ id: 'agent-config-damaged', text: expect.stringContaining(aside) }]);
    },
  );
});
