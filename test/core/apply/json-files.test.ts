import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { editorFor } from '../../../main/core/apply/editors/editors.ts';
import { CannotEdit } from '../../../main/core/apply/editors/file-editor.ts';
import { commentsIn } from '../../../main/core/apply/editors/json-tree.ts';

const SECTION = `{
  "ElasticApm": {
    "ServerUrl": "https://localhost:8200",
    "ServiceName": "checkout"
  }
}`.split('\n');
const URL = 'https://localhost:8200';

function edit(text: string, lines: readonly string[] = SECTION, name = 'appsettings.json'): string {
  const editor = editorFor(name);
  if (editor === null) throw new Error(`nobody edits ${name}`);
  return editor.edit(text, lines, { service: 'checkout', entry: null });
}

describe('appsettings.json', () => {
  test('gets the section behind its last one, set in as the others are', () => {
    expect(edit('{\n    "Logging": {\n        "LogLevel": {}\n    }\n}\n')).toBe(
      `{
    "Logging": {
        "LogLevel": {}
    },
    "ElasticApm": {
        "ServerUrl": "${URL}"`.concat(`,
        "ServiceName": "checkout"
    }
}
`),
    );
  });

  test('keeps comments where they are, also behind the last item, and a comma there', () => {
    const text = `// ours
{
\t"AllowedHosts": "*", // all of them
\t/* not yet */
}
`;

    expect(edit(text)).toBe(`// ours
{
\t"AllowedHosts": "*", // all of them
\t"ElasticApm": {
\t\t"ServerUrl": "${URL}",
\t\t"ServiceName": "checkout"
\t},
\t/* not yet */
}
`);
    expect(edit('{\n  "A": 1 // one\n}\n')).toContain('"A": 1, // one\n  "ElasticApm"');
  });

  test('has what it says already replaced in place, whatever the case, and in the flat form', () => {
    expect(edit('{"elasticapm":{"serverurl":"http://old:8200","LogLevel":"Debug"}}')).toBe(
      `{"elasticapm":{"serverurl":"${URL}","LogLevel":"Debug","ServiceName":"checkout"}}`,
    );
    expect(edit(`{ "ElasticApm:ServerUrl": "http://old:8200", "A": {} }`)).toBe(
      `{ "ElasticApm:ServerUrl": "${URL}", "A": {}, "ElasticApm": { "ServiceName": "checkout" } }`,
    );
  });

  test.each(['{}', '{\n}\n', '{ }', '{\n  // nothing yet\n}\n', '{ "ElasticApm": {} }', '{"A":[1,2],}'])(
    '%j gets it too, and a second time nothing',
    (text) => {
      const once = edit(text);

      expect(parse(once, [], { allowTrailingComma: true }).ElasticApm).toEqual({
        ServerUrl: URL,
        ServiceName: 'checkout',
      });
      expect(edit(once)).toBe(once);
    },
  );

  test.each([
    ['{ "ElasticApm": { "SecretToken": "s3cret" } }', 'holds the secret SecretToken'],
    ['{ "ElasticApm:ApiKey": "s3cret" }', 'holds the secret ApiKey'],
    ['{ "ElasticApm": "yes" }', 'its ElasticApm is no section'],
    ['{ "ElasticApm": { "ServerUrl": {} } }', 'is no single value'],
    ['{ "ElasticApm": {}, "elasticAPM": {} }', 'more than once'],
    ['{ "A": 1', 'cannot be read as JSON (line 1)'],
    ['{\n a: 1 }', 'cannot be read as JSON (line 2)'],
    ['[]', 'holds no JSON object'],
    ['', 'cannot be read as JSON'],
  ])('%s is left in a sentence', (text, why) => {
    expect(() => edit(text)).toThrow(CannotEdit);
    expect(() => edit(text)).toThrow(why);
    try {
      edit(text);
    } catch (error) {
      expect(JSON.stringify([String(error), error instanceof CannotEdit ? error.fix : null])).not.toContain('s3cret');
    }
  });

  test('and launchSettings.json gets its profile beside the others', () => {
    const profile = '{"profiles":{"Sealwire":{"commandName":"Project","environmentVariables":{"A":"b"}}}}';

    const edited = edit(
      '{\n  "profiles": {\n    "http": { "commandName": "Project" }\n  }\n}\n',
      [profile],
      'launchSettings.json',
    );

    expect(JSON.parse(edited).profiles).toEqual({
      http: { commandName: 'Project' },
      Sealwire: { commandName: 'Project', environmentVariables: { A: 'b' } },
    });
  });
});

const gap = fc.constantFrom('', ' ', '\n', '\n  ', '\n\t', ' // note\n', ' /* a, b */ ', '\n  // "x": 1\n  ');
const key = fc.oneof(
  fc.constantFrom('ElasticApm', 'elasticapm', 'ServerUrl', 'serviceNAME', 'ElasticApm:ServerUrl', 'Logging', 'a"b'),
  fc.string({ maxLength: 5 }),
);
const { value } = fc.letrec<{ value: string; object: string; scalar: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, tie('scalar'), tie('object')),
  scalar: fc.oneof(
    fc.jsonValue({ maxDepth: 0 }).map((each) => JSON.stringify(each)),
    fc.array(fc.integer(), { maxLength: 2 }).map((each) => JSON.stringify(each)),
  ),
  object: fc
    .tuple(fc.array(fc.tuple(gap, key, gap, gap, tie('value'), gap), { maxLength: 4 }), gap, fc.boolean())
    .map(
      ([items, end, isTrailing]) =>
        `{${items
          .map(
            ([before, name, then, after, inner, last]) =>
              `${before}${JSON.stringify(name)}${then}:${after}${inner}${last}`,
          )
          .join(',')}${isTrailing && items.length > 0 ? ',' : ''}${end}}`,
    ),
}));

test('any JSON with comments is changed rightly or left: all values and comments stay, ours are in it, and once is enough', () => {
  let changed = 0;
  fc.assert(
    fc.property(value, gap, (text, end) => {
      const before = text + end;
      let after: string;
      try {
        after = edit(before);
      } catch (error) {
        expect(error).toBeInstanceOf(CannotEdit);
        return;
      }
      changed += 1;
      const seen = flat(after);
      expect(seen.get('elasticapm:serverurl')).toBe(URL);
      expect(seen.get('elasticapm:servicename')).toBe('checkout');
      for (const [name, held] of flat(before))
        if (!/^elasticapm:(serverurl|servicename)$/.test(name)) expect(seen.get(name)).toEqual(held);
      expect(commentsIn(after)).toEqual(commentsIn(before));
      expect(edit(after)).toBe(after);
    }),
    { numRuns: 1500 },
  );
  expect(changed).toBeGreaterThan(300);
});

test('no text makes the editor fail in another way', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        value.chain((text) => fc.nat(text.length).map((at) => text.slice(0, at))),
      ),
      (text) => {
        try {
          edit(text);
        } catch (error) {
          expect(error).toBeInstanceOf(CannotEdit);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

/** As .NET sees a file: names in lower case with colons between, and their values. */
function flat(text: string): Map<string, unknown> {
  const within = (each: unknown, name: string | null): [string, unknown][] =>
    typeof each === 'object' && each !== null && Object.keys(each).length > 0
      ? Object.entries(each).flatMap(([inner, held]) =>
          within(held, name === null ? inner.toLowerCase() : `${name}:${inner.toLowerCase()}`),
        )
      : typeof each === 'object' && each !== null
        ? []
        : [[name ?? '', each]];
  return new Map(within(parse(text, [], { allowTrailingComma: true }), null));
}
