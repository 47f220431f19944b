import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CHARACTER, quoteXmlAttribute } from '../../../main/core/agents/quote/xml.ts';
import { editorFor } from '../../../main/core/apply/editors/editors.ts';
import { CannotEdit } from '../../../main/core/apply/editors/file-editor.ts';
import { withoutMarks } from '../../../main/core/apply/marks.ts';

const URL = 'https://localhost:8200';
const MODULE = 'Elastic.Apm.AspNetFullFramework.ElasticApmModule, Elastic.Apm.AspNetFullFramework';
const OPEN = '<!-- >>> Sealwire: "sealwire ledger undo" takes these lines out. >>> -->';
const CLOSE = '<!-- <<< Sealwire <<< -->';

function snippet(service = 'checkout'): string[] {
  return `<configuration>
  <appSettings>
    <add key="ElasticApm:ServerUrl" value="${URL}" />
    <add key="ElasticApm:ServiceName" value=${quoteXmlAttribute(service)} />
  </appSettings>
  <system.webServer>
    <modules>
      <add name="ElasticApmModule" type="${MODULE}" />
    </modules>
  </system.webServer>
</configuration>`.split('\n');
}

function edit(text: string, lines: readonly string[] = snippet()): string {
  const editor = editorFor('Web.config');
  if (editor === null) throw new Error('nobody edits it');
  return editor.edit(text, lines, { service: 'checkout', entry: null });
}

describe('Web.config', () => {
  test('gets each item behind those of its section, between marks; what sets the same becomes a comment', () => {
    const text = `<?xml version="1.0" encoding="utf-8"?>
<configuration>
\t<!-- of the shop -->
\t<appSettings>
\t\t<add key='webpages:Enabled' value="false"/>
\t\t<add key="elasticapm:serverurl" value="http://old:8200"/>
\t</appSettings>
\t<system.webServer>
\t\t<handlers />
\t</system.webServer>
</configuration>
`;

    const edited = edit(text);

    expect(edited).toBe(`<?xml version="1.0" encoding="utf-8"?>
<configuration>
\t<!-- of the shop -->
\t<appSettings>
\t\t<add key='webpages:Enabled' value="false"/>
<!-- Sealwire left out: \t\t<add key="elasticapm:serverurl" value="http://old:8200"/> -->
\t\t${OPEN}
\t\t<add key="ElasticApm:ServerUrl" value="${URL}" />
\t\t<add key="ElasticApm:ServiceName" value="checkout" />
\t\t${CLOSE}
\t</appSettings>
\t<system.webServer>
\t\t<handlers />
\t\t${OPEN}
\t\t<modules>
\t\t\t<add name="ElasticApmModule" type="${MODULE}" />
\t\t</modules>
\t\t${CLOSE}
\t</system.webServer>
</configuration>
`);
    expect(withoutMarks(edited)).toBe(text);
  });

  test('with an empty section gets another in its place, with the attributes of that one', () => {
    const text = `<configuration>
  <appSettings/>
  <system.webServer>
    <modules runAllManagedModulesForAllRequests="true" />
  </system.webServer>
</configuration>`;

    const edited = edit(text);

    expect(edited).toContain('<!-- Sealwire left out:   <appSettings/> -->');
    expect(edited).toContain(`    ${OPEN}
    <modules runAllManagedModulesForAllRequests="true">
      <add name="ElasticApmModule" type="${MODULE}" />
    </modules>
    ${CLOSE}`);
    expect(withoutMarks(edited)).toBe(text);
  });

  test('that says all of it already is left as it is, also with the version of the assembly', () => {
    const text = snippet()
      .join('\n')
      .replace(`${MODULE}"`, `${MODULE}, Version=1.34.5.0" preCondition="managedHandler"`);

    expect(edit(text)).toBe(text);
    const taken = text.replace('  </appSettings>', '    <clear />\n  </appSettings>');
    expect(withoutMarks(edit(taken))).toBe(taken);
    expect(edit(taken).split('Sealwire left out')).toHaveLength(3);
  });

  test('that Sealwire made is made again', () => {
    const made = edit('');

    expect(withoutMarks(made)).toBe('');
    expect(facts([made])[0]?.settings['elasticapm:serverurl']).toBe(URL);
  });

  test.each([
    ['<web/>', 'its root is called web'],
    ['<configuration', 'cannot be read as XML 1.0 in UTF-8 (line 1)'],
    ['<configuration>\n<a></b>\n</configuration>', '(line 2)'],
    ['<configuration>&nbsp;</configuration>', 'cannot be read'],
    ['<configuration><a b="1" b="2"/></configuration>', 'cannot be read'],
    ['<configuration><!-- a -- b --></configuration>', 'cannot be read'],
    ['<!DOCTYPE configuration [<!ENTITY a "b">]><configuration/>', 'cannot be read'],
    ['<?xml version="1.0" encoding="windows-1252"?><configuration/>', 'cannot be read'],
    ['<configuration/><configuration/>', 'cannot be read'],
    ['<configuration xdt:a="b"/>', 'cannot be read'],
    [
      '<configuration>\n<appSettings file="more.config">\n</appSettings>\n</configuration>',
      'its appSettings has file=',
    ],
    ['<configuration>\n<appSettings configSource="a.config" />\n</configuration>', 'has configSource='],
    [
      '<configuration>\n<appSettings configProtectionProvider="P"><EncryptedData/></appSettings>\n</configuration>',
      'has configProtectionProvider=',
    ],
    ['<configuration>\n<appSettings configBuilders="Env">\n</appSettings>\n</configuration>', 'has configBuilders='],
    ['<configuration>\n<appSettings/>\n<appSettings/>\n</configuration>', 'it has appSettings more than once'],
    [
      '<configuration>\n<appSettings><add key="a" value="b"/></appSettings>\n</configuration>',
      'its </appSettings> stands behind something else',
    ],
    [
      '<configuration>\n<appSettings>\n<add key="ElasticApm:ServerUrl"\n value="a"/>\n</appSettings>\n</configuration>',
      'its add in line 3 has to go, and is not alone on one line',
    ],
    [
      '<configuration>\n<appSettings>\n<add key="ElasticApm:ServerUrl" value="a--b"/>\n</appSettings>\n</configuration>',
      'holds two hyphens',
    ],
    [
      '<configuration>\n<appSettings>\n<add key="ElasticApm:SecretToken" value="s3cret"/>\n</appSettings>\n</configuration>',
      'its appSettings holds the secret SecretToken',
    ],
    [
      '<configuration>\n<location path=".">\n<system.webServer><modules><add name="ElasticApmModule"/></modules></system.webServer>\n</location>\n</configuration>',
      'it has ElasticApmModule within a location',
    ],
  ])('%s is left in a sentence', (text, why) => {
    expect(() => edit(text)).toThrow(CannotEdit);
    expect(() => edit(text)).toThrow(why);
    try {
      edit(text);
    } catch (error) {
      expect(JSON.stringify([String(error), error instanceof CannotEdit ? error.fix : null])).not.toContain('s3cret');
    }
  });
});

const quoted = fc
  .tuple(
    fc.oneof(fc.constantFrom('', URL, 'a & b', '<x>', `"'`, '-->', 'ü – 漢 😀', 'a--b'), fc.string({ maxLength: 8 })),
    fc.boolean(),
  )
  .filter(([value]) => !NO_CHARACTER.test(value) && !/[\t\n\r]/.test(value))
  .map(([value, isSingle]) => {
    const inner = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return isSingle ? `'${inner.replaceAll("'", '&apos;')}'` : `"${inner.replaceAll('"', '&#x22;')}"`;
  });
const named = fc.constantFrom(
  '"ElasticApm:ServerUrl"',
  '"elasticapm:servicename"',
  "'mail'",
  '"a&amp;b"',
  '"Mail:Port"',
);
const gap = fc.constantFrom('\n', '\n  ', '\n\t\t', '\n', '\n    ', '', ' ', '\n<!-- <add key="x"/> -->\n', '<!---->');
const space = fc.constantFrom(' ', '  ', ' ', '\n   ');
const item = fc.oneof(
  fc
    .tuple(space, named, space, quoted)
    .map(([one, key, other, value]) => `<add${one}key=${key}${other}value=${value} />`),
  named.map((key) => `<remove key=${key}/>`),
  fc.constantFrom('<clear/>', '<add key="empty" value=""></add>'),
);
const module_ = fc.constantFrom(
  '<remove name="FormsAuthentication" />',
  '<add name="ElasticApmModule" type="Old"/>',
  `<add type='${MODULE}' name='ElasticApmModule'/>`,
  '<add name="Other" type="Other.Module, Other"/>',
);
const laid = (items: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(fc.tuple(gap, items), { maxLength: 4 }), gap)
    .map(([parts, end]) => parts.map(([before, each]) => before + each).join('') + end);
const section = fc.oneof(
  laid(item).map((inner) => `<appSettings>${inner}</appSettings>`),
  laid(module_).map((inner) => `<system.webServer>\n  <modules>${inner}</modules>\n</system.webServer>`),
  fc.constantFrom(
    '<appSettings />',
    '<appSettings></appSettings>',
    '<system.webServer>\n    <modules runAllManagedModulesForAllRequests="true"/>\n  </system.webServer>',
    '<connectionStrings><add name="Main" connectionString="a;b"/></connectionStrings>',
    '<a:x xmlns:a="urn:a" a:y="z"><![CDATA[ <appSettings/> ]]></a:x>',
    '<?note <appSettings> ?>',
    '<!--\n<appSettings>\n</appSettings>\n-->',
  ),
);
const document_ = fc
  .tuple(
    fc.constantFrom(
      '',
      '<?xml version="1.0"?>\n',
      "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!-- x -->\n",
    ),
    fc.uniqueArray(section, { maxLength: 4, selector: (each) => /^<[\w.:!?]+/.exec(each)?.[0] }),
    fc.array(gap, { minLength: 5, maxLength: 5 }),
    fc.constantFrom('', '\n', '\n<!-- end -->\n'),
  )
  .map(
    ([head, sections, gaps, end]) =>
      `${head}<configuration>${sections.map((each, at) => `${gaps[at] ?? ''}${each}`).join('')}${gaps[4] ?? ''}</configuration>${end}`,
  );
const service = fc
  .oneof(fc.constantFrom(`a"b'c`, '<&>', '--> x', 'ü漢😀', '&amp;', ' a\tb\nc '), fc.string({ minLength: 1 }))
  .filter((each) => !NO_CHARACTER.test(each));

test('any file is changed rightly or left: Python’s reader finds what was there and ours, once is enough, and all of it comes out again', () => {
  const changed: { readonly before: string; readonly after: string; readonly service: string }[] = [];
  fc.assert(
    fc.property(document_, service, (before, name) => {
      let after: string;
      try {
        after = edit(before, snippet(name));
      } catch (error) {
        expect(error).toBeInstanceOf(CannotEdit);
        expect(String(error)).not.toContain('cannot be read');
        return;
      }
      expect(withoutMarks(after)).toBe(before);
      expect(edit(withoutMarks(after), snippet(name))).toBe(after);
      changed.push({ before, after, service: name });
    }),
    { numRuns: 1500 },
  );
  expect(changed.length).toBeGreaterThan(200);

  const were = facts(changed.map(({ before }) => before));
  const are = facts(changed.map(({ after }) => after));
  for (const [at, { service: name }] of changed.entries()) {
    const [then, now] = [were[at], are[at]];
    if (then === undefined || now === undefined || then === null || now === null) throw new Error(changed[at]?.after);
    expect(now.settings['elasticapm:serverurl']).toBe(URL);
    expect(now.settings['elasticapm:servicename']).toBe(name);
    expect(now.modules).toEqual({ ...then.modules, elasticapmmodule: MODULE });
    const ours = { 'elasticapm:serverurl': '', 'elasticapm:servicename': '' };
    expect({ ...now.settings, ...ours }).toEqual({ ...then.settings, ...ours });
    expect(now.rest).toEqual(then.rest);
  }
});

test('what Python’s reader turns down is left, and no text makes the editor fail in another way', () => {
  const broken = fc
    .tuple(document_, fc.nat(), fc.nat({ max: 6 }), fc.constantFrom('', '<', '&', '"', '--', '>', ']]>', '</a>'))
    .map(([text, at, length, put]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + length);
    });
  const changed: string[] = [];
  fc.assert(
    fc.property(fc.oneof(broken, broken, fc.string()), (text) => {
      try {
        edit(text);
        if (text !== '') changed.push(text);
      } catch (error) {
        expect(error).toBeInstanceOf(CannotEdit);
      }
    }),
    { numRuns: 3000 },
  );

  expect(changed.length).toBeGreaterThan(50);
  const read = facts(changed);
  expect(changed.filter((_, at) => read[at] === null)).toEqual([]);
});

interface Facts {
  readonly settings: Readonly<Record<string, string>>;
  readonly modules: Readonly<Record<string, string>>;
  readonly rest: unknown;
}

/** Sections as .NET takes them, in order and without case, and all other elements; null for a text that is no XML. */
const READ = `
import json, sys
import xml.etree.ElementTree as tree
def section(root, path, key, value):
    found = {}
    for part in root.findall(path):
        for each in part:
            name = each.get(key, '').lower()
            if each.tag == 'add': found[name] = each.get(value)
            elif each.tag == 'remove': found.pop(name, None)
            elif each.tag == 'clear': found.clear()
    return found
def facts(text):
    try: root = tree.fromstring(text.encode())
    except tree.ParseError: return None
    known = [root, *root.findall('appSettings'), *root.findall('appSettings/*'), *root.findall('system.webServer'),
        *root.findall('system.webServer/modules'), *root.findall('system.webServer/modules/*')]
    return {
        'settings': section(root, 'appSettings', 'key', 'value'),
        'modules': section(root, 'system.webServer/modules', 'name', 'type'),
        'rest': [[each.tag, each.attrib, each.text] for each in root.iter() if each not in known],
    }
json.dump([facts(each) for each in json.load(sys.stdin)], sys.stdout)
`;

function facts(texts: readonly string[]): (Facts | null)[] {
  const { stdout, stderr } = spawnSync('python3', ['-c', READ], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}
