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
    const tag = again.source('shop', 'production', '')?.etag;
    expect(again.source('shop', '', '')?.settings).toEqual({ a: '1', b: '2' });
    again.replace({ service: 'shop', environment: null }, { a: '1', b: '2' });
    expect(again.source('shop', '', '')?.etag).toBe(tag);
    again.replace({ service: 'shop', environment: null }, { a: '1', b: '3' });
    expect(again.source('shop', '', '')?.etag).not.toBe(tag);
    expect(statSync(join(home, 'work', 'agent-config.json')).mode & 0o777).toBe(0o600);
  });

  test('answers with the entry of name and environment, then name, then environment, then the default', () => {
    const book = open(tempHome());
    const answered = () => book.source('shop', 'production', '')?.settings.from;
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
    expect(book.source('till', 'test', '')?.settings.from).toBe('null/null');
  });

  test('is sent, then applied when the agent names its tag, and sent anew after a change', () => {
    const said: string[] = [];
    const book = open(tempHome(), said);
    const state = () => book.entries()[0]?.agents.map((agent) => agent.state);
    book.replace({ service: 'shop', environment: null }, { a: '1' });
    expect(state()).toEqual([]);
    const tag = book.source('shop', 'production', 'another')?.etag ?? '';
    expect(state()).toEqual(['sent']);
    book.source('shop', 'production', tag);
    expect(state()).toEqual(['applied']);
    expect(said).toHaveLength(3);
    book.replace({ service: 'shop', environment: null }, { a: '2' });
    expect(state()).toEqual([]);
    book.source('shop', 'production', tag);
    expect(state()).toEqual(['sent']);
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
