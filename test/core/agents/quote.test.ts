import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SealwireError } from '../../../main/contract/index.ts';
import { quoteNodeOption } from '../../../main/core/agents/nodejs/launch.ts';
import { quoteBash } from '../../../main/core/agents/quote/bash.ts';
import { quoteCmdAssignment } from '../../../main/core/agents/quote/cmd.ts';
import { quoteCSharp } from '../../../main/core/agents/quote/csharp.ts';
import { quoteDockerfile, quoteMountField } from '../../../main/core/agents/quote/dockerfile.ts';
import { quoteDotenv } from '../../../main/core/agents/quote/dotenv.ts';
import { quoteErbYaml } from '../../../main/core/agents/quote/erb-yaml.ts';
import { quoteFish } from '../../../main/core/agents/quote/fish.ts';
import { quoteForeman } from '../../../main/core/agents/quote/foreman.ts';
import { quoteGroovy } from '../../../main/core/agents/quote/groovy.ts';
import { quoteJava } from '../../../main/core/agents/quote/java.ts';
import { quoteJavaScript } from '../../../main/core/agents/quote/javascript.ts';
import { quoteKotlin } from '../../../main/core/agents/quote/kotlin.ts';
import { quotePhpIni } from '../../../main/core/agents/quote/php-ini.ts';
import { quotePom } from '../../../main/core/agents/quote/pom.ts';
import { quotePwsh } from '../../../main/core/agents/quote/pwsh.ts';
import { quotePython } from '../../../main/core/agents/quote/python.ts';
import { quoteRuby } from '../../../main/core/agents/quote/ruby.ts';
import { quoteSwift } from '../../../main/core/agents/quote/swift.ts';
import { quoteSystemdEnvironment } from '../../../main/core/agents/quote/systemd.ts';
import { quoteXmlAttribute } from '../../../main/core/agents/quote/xml.ts';
import { quoteXmlText } from '../../../main/core/agents/quote/xml-text.ts';
import { quoteCompose, quoteYaml } from '../../../main/core/agents/quote/yaml.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { accepted, hostile, hostileLine, sample } from './hostile-values.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-quote-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['bash', quoteBash],
  ['sh', quoteBash],
  ['fish', quoteFish],
] as const)('a word for %s', (shell, quote) => {
  test.skipIf(!isOnPath(shell))('reaches a program exactly as it was', () => {
    const pairs = accepted(sample(hostile, 7), quote);
    const script = join(folder, `words.${shell}`);
    writeFileSync(script, pairs.map(([, word]) => `printf '%s\\0' ${word}`).join('\n'));

    const output = execFileSync(shell, [script], {
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', HOME: folder },
    });

    expect(output.toString().split('\0').slice(0, -1)).toEqual(pairs.map(([value]) => value));
  });
});

describe('literals of programming languages', () => {
  test('JavaScript reads back what was written', () => {
    fc.assert(fc.property(hostile, (value) => new Function(`return ${quoteJavaScript(value)}`)() === value));
  });

  test('C# is written so that JSON reads the same text, on one line of C#', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const literal = quoteCSharp(value);
        return JSON.parse(literal) === value && !/[\r\n\u0085\u2028\u2029]/.test(literal);
      }),
    );
  });

  test.skipIf(!isOnPath('java'))('Java reads back what was written', () => {
    const pairs = accepted(sample(hostile, 13), quoteJava);
    const source = join(folder, 'Literals.java');
    const print =
      'for (String each : all) System.out.println(java.util.HexFormat.of().formatHex(each.getBytes("UTF-8")));';
    const main = `public static void main(String[] given) throws Exception { ${print} }`;
    writeFileSync(
      source,
      `class Literals { static String[] all = { ${pairs.map(([, literal]) => literal).join(',\n')} }; ${main} }\n`,
    );

    const output = execFileSync('java', ['-Dfile.encoding=UTF-8', source]).toString();

    expect(output.split('\n').slice(0, -1)).toEqual(pairs.map(([value]) => Buffer.from(value).toString('hex')));
  });

  test.each([
    ['Kotlin', quoteKotlin, /\\(?:u([0-9a-f]{4})|([nrtb"\\$]))/g],
    ['Swift', quoteSwift, /\\(?:u\{([0-9a-f]+)\}|([nrt"\\]))/g],
  ] as const)(
    '%s is written in one line, with its own escapes and nothing that begins a template',
    (title, quote, escapes) => {
      const names: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b' };
      for (const [value, literal] of accepted(sample(hostile, 17), quote)) {
        const inside = literal.slice(1, -1);
        const bare = inside.replace(escapes, '');
        expect(/[\\"\n\r]/.test(bare) || (title === 'Kotlin' && bare.includes('$'))).toBe(false);
        const back = inside.replace(escapes, (_, code?: string, mark = '') =>
          code === undefined ? (names[mark] ?? mark) : String.fromCodePoint(Number.parseInt(code, 16)),
        );
        expect(back).toBe(value);
      }
    },
  );

  test('Python reads back what was written', () => {
    const pairs = accepted(sample(hostile, 11), quotePython);
    const script = join(folder, 'literals.py');
    writeFileSync(script, `import json\nprint(json.dumps([${pairs.map(([, literal]) => literal).join(',\n')}]))\n`);

    expect(JSON.parse(execFileSync('python3', [script]).toString())).toEqual(pairs.map(([value]) => value));
  });
});

describe.skipIf(!isOnPath('ruby'))('what Ruby reads', () => {
  const rubySays = (program: string, path: string): unknown =>
    JSON.parse(execFileSync('ruby', ['-rjson', '-rerb', '-ryaml', '-e', program, path]).toString());

  test('is a literal as it was written', () => {
    const pairs = accepted(sample(hostile, 29), quoteRuby);
    const script = join(folder, 'literals.rb');
    writeFileSync(script, `VALUES = [${pairs.map(([, literal]) => literal).join(',\n')}]\n`);

    expect(rubySays('load ARGV[0]; puts JSON.generate(VALUES)', script)).toEqual(pairs.map(([value]) => value));
  });

  test('is a YAML file behind ERB as it was written, read as the agent reads it', () => {
    const pairs = accepted([...sample(hostile, 31), '<%= 1 %>', '<%% x', 'a <%# b', '%>'], quoteErbYaml);
    const file = join(folder, 'elastic_apm.yml');
    writeFileSync(file, pairs.map(([, scalar], index) => `v${index}: ${scalar}`).join('\n'));

    const read = rubySays('puts JSON.generate(YAML.safe_load(ERB.new(File.read(ARGV[0])).result))', file);

    expect(read).toEqual(Object.fromEntries(pairs.map(([value], index) => [`v${index}`, value])));
  });
});

describe.skipIf(!isOnPath('php'))('a value in php.ini', () => {
  test('is read by PHP as it was written, and puts no variable in its place', () => {
    const pairs = accepted(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what PHP would put a variable into.
      [...sample(hostileLine, 37), '${HOME}', "it's \\", 'a\\"', 'no', 'null', '1 | 2'],
      quotePhpIni,
    );
    const file = join(folder, 'values.ini');
    writeFileSync(file, pairs.map(([, value], index) => `sealwire.v${index} = ${value}`).join('\n'));
    const program = `echo json_encode(array_map(fn($i) => get_cfg_var("sealwire.v$i"), range(0, ${pairs.length - 1})));`;

    const read: unknown = JSON.parse(execFileSync('php', ['-c', file, '-r', program]).toString());

    expect(read).toEqual(pairs.map(([value]) => value));
  });
});

test('an attribute of XML is read by a parser as it was written', () => {
  const pairs = accepted(sample(hostile, 41), quoteXmlAttribute);
  const file = join(folder, 'values.xml');
  writeFileSync(file, `<v>${pairs.map(([, value]) => `<a v=${value}/>`).join('')}</v>`);
  const program =
    'import json, sys, xml.etree.ElementTree as t; print(json.dumps([a.get("v") for a in t.parse(sys.argv[1]).getroot()]))';

  const read: unknown = JSON.parse(execFileSync('python3', ['-c', program, file]).toString());

  expect(read).toEqual(pairs.map(([value]) => value));
});

test('a string of a property list is read by a parser as it was written', () => {
  const pairs = accepted(sample(hostile, 43), quoteXmlText);
  const file = join(folder, 'values.plist');
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">';
  writeFileSync(file, `${head}<array>${pairs.map(([, text]) => `<string>${text}</string>`).join('')}</array></plist>`);
  const program = 'import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], "rb"))))';

  const read: unknown = JSON.parse(execFileSync('python3', ['-c', program, file]).toString());

  expect(read).toEqual(pairs.map(([value]) => value));
});

describe('values of configuration files', () => {
  test('Node reads a .env file as it was written', () => {
    for (const [value, written] of accepted(sample(hostileLine, 13), quoteDotenv)) {
      expect(parseEnv(`BEFORE=1\nNAME=${written}\nAFTER=2\n`)).toEqual({ BEFORE: '1', NAME: value, AFTER: '2' });
    }
  });

  test('YAML is written so that JSON reads the same text', () => {
    fc.assert(fc.property(hostile, (value) => JSON.parse(quoteYaml(value)) === value));
  });

  test('YAML holds no character that YAML calls unprintable', () => {
    fc.assert(fc.property(hostile, (value) => !/[\u007f-\u009f\u2028\u2029\ufeff\n]/.test(quoteYaml(value))));
  });

  test('Compose sees no variable in a value', () => {
    fc.assert(fc.property(hostile, (value) => JSON.parse(quoteCompose(value).replaceAll('$$', '$')) === value));
    expect(quoteCompose('a$b')).toBe('"a$$b"');
  });

  test('a Dockerfile sees no variable and no end of the value', () => {
    expect(quoteDockerfile('a "b" $c \\ d')).toBe('"a \\"b\\" \\$c \\\\ d"');
  });

  test('a mount field with a comma or a quote is one field of CSV', () => {
    expect(quoteMountField('source=/a,b/"c"')).toBe('"source=/a,b/""c"""');
    expect(quoteMountField('readonly')).toBe('readonly');
  });

  test('systemd sees no specifier and no end of the value', () => {
    expect(quoteSystemdEnvironment('A', '50% "x" \\ $y')).toBe('"A=50%% \\"x\\" \\\\ $y"');
  });

  test.skipIf(!isOnPath('systemd-analyze'))('systemd accepts every line', () => {
    const pairs = accepted(sample(hostileLine, 17), (value) => quoteSystemdEnvironment('NAME', value));
    const unit = join(folder, 'quoted.service');
    const lines = pairs.map(([, assignment]) => `Environment=${assignment}`);
    writeFileSync(unit, `[Service]\nType=oneshot\nExecStart=/bin/true\n${lines.join('\n')}\n`);

    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', unit]);

    expect(`${stdout}${stderr}`).not.toContain(unit);
  });
});

describe('a word of NODE_OPTIONS', () => {
  test('reaches Node with its spaces, quotes and backslashes', () => {
    const awkward = join(folder, 'a "b" \\c.cjs');
    writeFileSync(awkward, 'console.log("preloaded")');

    const output = execFileSync(process.execPath, ['-e', ''], {
      env: { NODE_OPTIONS: `--require ${quoteNodeOption(awkward)}` },
    });

    expect(output.toString()).toBe('preloaded\n');
  });
});

describe('rules recorded for shells that are not on this machine', () => {
  test('PowerShell takes typographic quotes for quotes', () => {
    expect(quotePwsh("it\u2019s '$x' `n")).toBe("'it\u2019\u2019s ''$x'' `n'");
  });

  test('cmd keeps separators between its quotes', () => {
    expect(quoteCmdAssignment('A', 'C:\\a b & c | d <e> 100%')).toBe('"A=C:\\a b & c | d <e> 100%"');
  });

  test.each(['say "x"', '%PATH%', 'two\nlines'])('cmd refuses %j, which it cannot be told', (value) => {
    expect(() => quoteCmdAssignment('A', value)).toThrow(/cannot be written for cmd/);
  });
});

describe('what a format cannot hold', () => {
  test.each([
    ['a NUL', 'a\0b', quoteBash],
    ['half a character', '\ud800', quotePython],
    ['a line break', 'a\nb', quoteDockerfile],
    ['a line break', 'a\nb', quoteDotenv],
    ['a dollar sign', 'a$b', quoteDotenv],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a name as Maven writes it.
    ['a name that Maven fills in', 'a${user.home}', quotePom],
    ['what Maven would take off', ' a', quotePom],
    ['what honcho would make a line feed of', 'a\\nb', quoteForeman],
    ['quotes of both kinds', `it's "a"`, quoteForeman],
    ['half a character', '\ud800', quoteGroovy],
    ['a line break', 'a\rb', (value: string) => quoteSystemdEnvironment('A', value)],
  ])('is refused: %s', (_what, value, quote) => {
    expect(() => quote(value)).toThrow(SealwireError);
  });

  test('is not repeated in the message', () => {
    expect(() => quoteDotenv('hunter2\nrest')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
    );
  });
});
