import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CannotEdit } from '../../../main/core/apply/editors/file-editor.ts';
import { mergeSettings } from '../../../main/core/handover/merge-settings.ts';
import type { WrittenSetting } from '../../../main/core/handover/server-settings-tree.ts';

const TOKEN = '$'.concat('{SECRET_TOKEN}');
const SETTINGS: WrittenSetting[] = [
  { key: 'host', value: ':8200' },
  { key: 'auth.secret_token', value: TOKEN },
  { key: 'ssl.enabled', value: true },
  { key: 'ssl.supported_protocols', value: ['TLSv1.3'] },
  { key: 'response_headers', value: { 'X-A': ['b'] } },
];
const reasonFor = (text: string): string => {
  try {
    mergeSettings(text, SETTINGS);
  } catch (error) {
    if (error instanceof CannotEdit) return error.message;
    throw error;
  }
  throw new Error('it was merged');
};

describe('merging', () => {
  test('keeps comments, order and the address, and changes a value in its place', () => {
    const text = `# ours
apm-server:
    # where it listens
    host: 0.0.0.0:8200   # all

    ssl:
        enabled: false # for now
        supported_protocols:
          - TLSv1.2
          - TLSv1.3
    rum.enabled: true

output.elasticsearch:
  hosts: ['es:9200']
`;
    expect(mergeSettings(text, SETTINGS)).toBe(`# ours
apm-server:
    # where it listens
    auth.secret_token: "${TOKEN}"
    response_headers.X-A: [b]
    host: 0.0.0.0:8200   # all

    ssl:
        enabled: true # for now
        supported_protocols: ["TLSv1.3"]
    rum.enabled: true

output.elasticsearch:
  hosts: ['es:9200']
`);
  });

  test('uses whole names where there is no section', () => {
    const text = 'apm-server.host: "127.0.0.1:8200"\noutput.console.enabled: true';
    expect(mergeSettings(text, SETTINGS)).toBe(`${text}
apm-server.auth.secret_token: "${TOKEN}"
apm-server.ssl.enabled: true
apm-server.ssl.supported_protocols: ["TLSv1.3"]
apm-server.response_headers.X-A: [b]
`);
    expect(mergeSettings('', SETTINGS)).toMatch(/^apm-server\.host: ":8200"\n/);
    expect(mergeSettings('apm-server:\n', SETTINGS)).toContain('apm-server.ssl.enabled: true');
    expect(mergeSettings('apm-server: {host: ":1"}\n', SETTINGS)).toContain('apm-server.ssl.enabled: true');
  });

  test('changes nothing where all of it is said', () => {
    const merged = mergeSettings('apm-server:\n  host: ":1"\n', SETTINGS);
    expect(mergeSettings(merged, SETTINGS)).toBe(merged);
  });

  test.each([
    ['apm-server:\n  ssl: true\n', 'written in a way'],
    ['{apm-server: {}}', 'in braces'],
    ['- a\n', 'cannot be read'],
    ['a: [', 'line 1 cannot be read'],
    ['a: &x false\napm-server:\n  ssl:\n    enabled: *x\n', 'alias'],
    ['apm-server: &a\n  ssl.enabled: false\nother:\n  <<: *a\n', 'written in a way'],
  ])('leaves %j as it is', (text, words) => {
    expect(reasonFor(text)).toContain(words);
  });

  test('whatever a file says, it says all of that and ours afterwards, or is left as it is', () => {
    const key = fc.constantFrom(
      'apm-server',
      'ssl',
      'enabled',
      'host',
      'auth',
      'secret_token',
      'apm-server.ssl',
      'output',
      'x',
      'ssl.enabled',
      '# y',
      '"z"',
    );
    const line = fc
      .tuple(
        fc.nat(3),
        key,
        fc.constantFrom('', ' 1', ' true', ' [a]', ' "q" # c', ' {a: b}', ' |', ' &a b', ' *a', '\t'),
      )
      .map(([indent, name, value]) => `${'  '.repeat(indent)}${name}:${value}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        let merged: string;
        try {
          merged = mergeSettings(text, SETTINGS);
        } catch (error) {
          expect(error).toBeInstanceOf(CannotEdit);
          return;
        }
        parse(merged, { uniqueKeys: true });
        const comments = text.match(/#.*$/gm) ?? [];
        for (const comment of comments) expect(merged).toContain(comment);
      }),
      { numRuns: process.env.SEALWIRE_LONG === '1' ? 50_000 : 1500 },
    );
  });
});
