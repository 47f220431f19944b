import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../../main/core/endpoint/server-settings.ts';
import { handOver } from '../../../main/core/handover/hand-over.ts';
import { tarArchive } from '../../../main/core/handover/tar-archive.ts';
import { type YamlMap, type YamlValue, yamlText } from '../../../main/core/handover/yaml-text.ts';
import { type HandoverBench, handoverBench, textsOf, wishOf } from '../../support/handed-over.ts';
import { python, pythonLacks } from '../../support/python-program.ts';
import { serverFolder } from '../../support/server-file.ts';

let bench: HandoverBench;
beforeAll(async () => {
  bench = await handoverBench();
});
afterAll(() => bench.remove());

/** Whatever could be read as something else than a text. */
const word = fc.oneof(
  fc.constantFrom(
    'on',
    'No',
    'null',
    '~',
    '0123',
    '1e5',
    '0x10',
    '1_000',
    '2026-11-29',
    '12:30:45',
    '.inf',
    '- a',
    '# b',
    'a: b',
    '!!str c',
    '&d',
    '*e',
    '%f',
    '@g',
    '`h',
    '{i',
    '[j',
    '"',
    "'",
    '|',
    '>',
    '<<',
    '=',
    '---',
    '...',
    ' edge ',
    '\t',
    'a\nb',
    'a\n',
    '\n',
    'é',
    '\u2028',
    '\u0085',
    '\ufeff',
    '😀',
    '$'.concat('{X}'),
    '$$',
    '$}',
    'a,b',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const isWritable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const text = word.filter(isWritable);
/** `<<` is a merge in YAML 1.1, which libyaml's reader for Ruby takes for one in quotes too; no setting is called so. */
const isKey = (key: string): boolean => key !== '__proto__' && key !== '<<';
const value: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.boolean(),
    fc.integer(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text.filter(isKey), tie('value'), { maxKeys: 4 }),
  ),
})).value;
const map: fc.Arbitrary<YamlMap> = fc.dictionary(text.filter(isKey), value, { maxKeys: 5 });
const RUNS = process.env.SEALWIRE_LONG === '1' ? 20_000 : 300;

describe('YAML', () => {
  test('is read again as what was written, by a reader of 1.2', () => {
    fc.assert(
      fc.property(map, (given) => {
        expect(parse(yamlText(given), { strict: true, uniqueKeys: true }) ?? {}).toEqual(given);
      }),
      { numRuns: RUNS },
    );
  });

  const NO_PYTHON = pythonLacks('yaml');
  test.skipIf(NO_PYTHON !== null)(`and by one of 1.1 (${NO_PYTHON ?? 'PyYAML'})`, () => {
    const all = fc.sample(map, RUNS);
    const read = python(
      'import yaml\nprint(json.dumps([yaml.safe_load(t) or {} for t in given]))',
      all.map((each) => yamlText(each)),
    );
    expect(read).toEqual(JSON.parse(JSON.stringify(all)));
  });

  const NO_RUBY = spawnSync('ruby', ['-rpsych', '-rjson', '-e', '']).status === 0 ? null : 'ruby is not installed';
  test.skipIf(NO_RUBY !== null)(`and by libyaml in Ruby (${NO_RUBY ?? 'psych'})`, () => {
    const all = fc.sample(map, RUNS);
    const program = 'puts JSON.generate(JSON.parse(STDIN.read).map { |t| Psych.safe_load(t) || {} })';
    const { stdout, stderr } = spawnSync('ruby', ['-Eutf-8', '-rpsych', '-rjson', '-e', program], {
      input: JSON.stringify(all.map((each) => yamlText(each))),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(all)));
  });
});

describe('settings', () => {
  test('whatever stands in them, the real server’s rules read the same', async () => {
    const line = fc.string({
      unit: fc.constantFrom(...' !"#$%&\'()*+,-./:;<=>?@[]^_`{|}~aZ09'),
      minLength: 1,
      maxLength: 16,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 3 }),
        line,
        line,
        async (origins, header, environment) => {
          const settings: Partial<ServerSettings> = {
            rum: { ...DEFAULT_SERVER_SETTINGS.rum, enabled: true, allowOrigins: origins },
            responseHeaders: { 'X-Test': [header] },
            defaultServiceEnvironment: environment,
          };
          const files = textsOf(
            await handOver(bench.with(settings), wishOf({ target: 'systemd', names: ['apm.test'] }), false),
          );
          const at = serverFolder({ SECRET_TOKEN: 'g' });
          try {
            at.write('certs/apm-server.crt', files.get('certs/apm-server.crt') ?? '');
            at.write('certs/apm-server.key', files.get('certs/apm-server.key') ?? '');
            const read = at.read(files.get('apm-server.yml') ?? '', {
              CREDENTIALS_DIRECTORY: join(at.folder, 'certs'),
            });
            expect(read.settings.rum.allowOrigins).toEqual(origins);
            expect(read.settings.responseHeaders).toEqual({ 'X-Test': [header] });
            expect(read.settings.defaultServiceEnvironment).toBe(environment);
          } finally {
            at.remove();
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('the archive is one that tar unpacks, with the modes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-tar-'));
  try {
    const files = [
      { name: 'a/README.md', bytes: Buffer.from('hello\n'), mode: 0o644 },
      { name: 'a/data/secret', bytes: Buffer.alloc(1500, 'x'), mode: 0o600 },
      { name: 'a/empty', bytes: Buffer.alloc(0), mode: 0o644 },
    ];
    const { stdout, stderr, status } = spawnSync('tar', ['-tvzf', '-'], {
      input: tarArchive(files, new Date('2026-11-29T10:00:00Z')),
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC' },
    });
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/));
    expect(lines.map(([mode, , size, day, , name]) => [mode, size, day, name])).toEqual([
      ['-rw-r--r--', '6', '2026-11-29', 'a/README.md'],
      ['-rw-------', '1500', '2026-11-29', 'a/data/secret'],
      ['-rw-r--r--', '0', '2026-11-29', 'a/empty'],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
