/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of texts. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { READERS } from '../../../../main/core/agents/lint/readers.ts';
import { lintSample } from './lint-sample.ts';

/* Texts come from anybody: whatever they are, a reader answers, soon, with places that lie in the text. */

const runs = Number(process.env.SEALWIRE_FUZZ_RUNS ?? 300);

/** Pieces that readers look for, so that chance finds their branches. */
const PIECES = [
  'ELASTIC_APM_SERVER_URL',
  'ELASTIC_APM_SECRET_TOKEN',
  '=',
  ':',
  ': ',
  '"',
  "'",
  '`',
  '\\',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '$',
  '${A:-b}',
  '$(x)',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ',',
  ';',
  '#',
  '//',
  '/*',
  '*/',
  '- ',
  'ENV ',
  'ARG A=',
  'Environment=',
  'environment:',
  'env:',
  'data:',
  'kind: ConfigMap',
  'export ',
  'set -gx ',
  '$env:',
  'set "',
  'setx ',
  'elastic_apm.',
  'env[',
  '-Delastic.apm.server_url=',
  'require("elastic-apm-node").start({',
  'module.exports = {',
  '@elastic/apm-rum init({',
  'ELASTIC_APM = {',
  'elasticapm ElasticAPM(',
  'os.environ["',
  'go.elastic.co/apm tls.Config{',
  'os.Setenv("A", "',
  'process.env.',
  'server_url',
  '<key>EnvironmentVariables</key><dict>',
  '<key>A</key><string>',
  '</string>',
  '</dict>',
  '<environmentVariables>',
  '</environmentVariables>',
  '<A>b</A>',
  '<!--',
  '-->',
  '&amp;',
  'environment("A", ',
  "systemProperty 'elastic.apm.server_url', ",
  'environment["A"] = ',
  'ElasticApmAgent.builder(this)',
  '.setExportUrl("',
  '.setExportAuthentication(Authentication.SecretToken(',
  'ElasticApmAttacher "a" to ',
  'System.setProperty("elastic.apm.a", ',
  'AgentConfigBuilder()',
  '.withExportUrl(URL(string: "',
  '.build',
  'web: ',
  '"ElasticApm": {',
  '&a',
  '*a',
  '<<: ',
  '---\n',
  '|\n',
  '"""',
  'é',
  '\u{1f600}',
  '\0',
  'http://a',
  'false',
];

const texts = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 60 })
    .map((parts) => parts.join('')),
);

describe.each(READERS)('the reader of $title', ({ read }) => {
  test('takes any text', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('', 'elastic-apm-node.js'), (text, name) => {
        for (const setting of read(text, name)) {
          const { nameSpan, valueSpan, wholeSpan } = setting;
          for (const { start, end } of [nameSpan, valueSpan, wholeSpan]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          expect(wholeSpan.start).toBeLessThanOrEqual(nameSpan.start);
          expect(wholeSpan.end).toBeGreaterThanOrEqual(valueSpan.end);
          expect(nameSpan.end).toBeLessThanOrEqual(valueSpan.start);
        }
      }),
      { numRuns: runs },
    );
  });

  // Where going over a text takes more than its square, this does not end within the time of a test.
  test('ends soon with any piece many times', () => {
    for (const piece of PIECES) expect(read(piece.repeat(Math.ceil(10_000 / piece.length)), '')).toBeInstanceOf(Array);
  });
});

test('what is found in any text has a place in it, and its edits can be made', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const lines = text.split('\n');
      for (const { line, column, edits } of lintSample(text).findings) {
        expect((lines[line - 1] ?? '').length).toBeGreaterThanOrEqual(column - 1);
        for (const { start, end } of edits) expect(text.slice(start, end).length).toBe(end - start);
      }
    }),
    { numRuns: runs },
  );
});
