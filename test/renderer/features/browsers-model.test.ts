import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realHost } from '../../../main/core/host/real-host.ts';
import { withRumRules } from '../../../main/core/procedures/rum-rules.ts';
import { readServerFile } from '../../../main/core/server/read-server-file.ts';
import {
  eventLimitFault,
  isOpenToAll,
  isRealDefault,
  limitWords,
  listOf,
  originsFault,
  rumFile,
} from '../../../renderer/features/settings/browsers-model.ts';

describe('origins', () => {
  test.each(['*', 'http://localhost:*', 'https://*.shop.test', 'http://[::1]:3000', 'capacitor://localhost', '*://a'])(
    '%s can be used',
    (origin) => expect(originsFault(`https://first.test, ${origin}`)).toBeNull(),
  );

  test.each([
    ['', /at least one/],
    [' , ', /at least one/],
    ['shop.test', /"shop\.test" must begin with http/],
    ['https://shop.test/', /must end after the name or the port/],
    ['https://shop.test/path', /must end after/],
    ['https://', /must begin/],
  ])('"%s" cannot', (text, why) => expect(originsFault(text)).toMatch(why));

  test('that let every page in are known', () => {
    expect(['*', 'http://a, *', 'https://*', 'http://*'].map(isOpenToAll)).toEqual([true, true, true, true]);
    expect(['http://localhost:*', 'https://*.shop.test', ''].map(isOpenToAll)).toEqual([false, false, false]);
  });

  test('are a list without doubles', () => {
    expect(listOf(' a,b  a\n, c ')).toEqual(['a', 'b', 'c']);
  });
});

test('a limit is a whole number of at least one', () => {
  expect(['1', '300', '1000000'].map(eventLimitFault)).toEqual([null, null, null]);
  for (const wrong of ['', '0', '-1', '1.5', '1000001', 'many']) expect(eventLimitFault(wrong)).toMatch(/from 1 to/);
  expect(limitWords({ eventLimit: 1000, ipLimit: 5 })).toBe(
    '1,000 events a second from one address, 3,000 at once; 5 addresses are told apart.',
  );
});

describe('the same as text', () => {
  const rules = { enabled: true, origins: ['*'], services: [], eventLimit: 300 };

  test('is one option only for the real defaults', () => {
    expect(isRealDefault(rules)).toBe(true);
    for (const change of [{ origins: ['https://a'] }, { services: ['a'] }, { eventLimit: 301 }]) {
      expect(isRealDefault({ ...rules, ...change })).toBe(false);
    }
  });

  test.each([
    rules,
    { ...rules, origins: ['http://localhost:*', 'https://*.shop.test'], services: ['shop "front"', 'no: 1'] },
    { ...rules, services: ['true', '012'], eventLimit: 7 },
  ])('is read by the reader of such files as what is saved (%#)', (saved) => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-rum-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'apm-server.yml');
    writeFileSync(path, rumFile(saved));

    const { settings, notes } = readServerFile(realHost(), path);

    expect(settings).toEqual(withRumRules({}, saved));
    expect(notes.join()).not.toMatch(/unknown/i);
  });
});
