import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lintPaths } from '../../../../main/core/agents/lint/lint-paths.ts';
import { sarifOf } from '../../../../main/core/agents/lint/sarif.ts';
import { realHost } from '../../../../main/core/host/real-host.ts';
import { createTestAuthority } from '../../../support/test-authority.ts';
import { catalogue } from './lint-sample.ts';

const host = realHost({ ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-lint-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const git = (...args: string[]): void => {
  execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
};

async function lint(...paths: string[]): Promise<string[]> {
  const asked = paths.length === 0 ? [folder] : paths;
  const { findings } = await lintPaths({
    host,
    catalogue,
    paths: asked,
    agent: null,
    agentVersion: null,
    progress: () => undefined,
  });
  return findings.map(
    ({ file, line, rule, severity }) => `${file.replace(`${folder}/`, '')}:${line} ${severity} ${rule}`,
  );
}

describe('a tree', () => {
  test('is looked through but for what others wrote and what is no text', async () => {
    const mistake = 'ELASTIC_APM_SERVER_URL=apm:8200\n';
    for (const name of [
      '.env',
      'a/b/prod.env',
      'node_modules/x/.env',
      '.git/.env',
      'venv/.env',
      'a/README.md',
      'photo.png',
    ])
      write(name, mistake);
    writeFileSync(join(folder, 'blob.sh'), Buffer.from(`\0\0${mistake}`));
    symlinkSync(folder, join(folder, 'a/loop'));

    expect(await lint()).toEqual(['.env:1 error server-url', 'a/b/prod.env:1 error server-url']);
  });

  test('of a path that is not there is wrong usage', async () => {
    await expect(lint(join(folder, 'nope'))).rejects.toMatchObject({ code: 'USAGE' });
  });

  test('counts what it looked at, and says so on the way', async () => {
    for (let index = 0; index < 1001; index++) write(`src/${index}.js`, 'x');
    const told: number[] = [];

    const { files } = await lintPaths({
      host,
      catalogue,
      paths: [folder],
      agent: null,
      agentVersion: null,
      progress: (count) => told.push(count),
    });

    expect([files, told]).toEqual([1001, [500, 1000]]);
  });
});

describe('the project', () => {
  test('says which agent reads a variable, and which version', async () => {
    write('package.json', '{"dependencies": {"elastic-apm-node": "~3.2.0"}}');
    write('.env', 'ELASTIC_APM_SERVER_CA_CERT_FILE=/nowhere/at/all/ca.pem\nELASTIC_APM_SERVER_CERT=/x/ca.pem\n');

    expect(await lint()).toEqual(['.env:1 error agent-version', '.env:2 error unknown-setting']);
  });

  test.each(['^3.0.0', '>=3.0.0'])('may have a version that has the setting: %s', async (range) => {
    write('package.json', `{"dependencies": {"elastic-apm-node": "${range}"}}`);
    write('.env', 'ELASTIC_APM_SERVER_CA_CERT_FILE=/nowhere/at/all/ca.pem\n');

    expect(await lint()).toEqual(['.env:1 note ca-file']);
  });

  test.each([
    ['requirements.txt', 'elastic-apm[flask]==6.10.0\n'],
    ['pyproject.toml', 'dependencies = ["elastic-apm==6.10.0"]\n'],
    ['go.mod', 'require go.elastic.co/apm v1.12.0\n'],
  ])('has a version that is too old by its %s', async (manifest, text) => {
    write(manifest, text);
    write('deep/.env', 'ELASTIC_APM_SERVER_CA_CERT_FILE=/nowhere/at/all/ca.pem\n');

    expect(await lint()).toEqual(['deep/.env:1 error agent-version']);
  });

  test('has two forms that disagree', async () => {
    write('.env', 'A=1\nELASTIC_APM_SERVER_URL=https://b:8200\n');
    write('app.js', "require('elastic-apm-node').start({ serverUrl: 'https://a:8200', serviceName: 'x' });\n");
    write('elasticapm.properties', 'server_url=https://c:8200\n');
    write('.env.example', 'ELASTIC_APM_SERVER_URL=https://example:8200\n');

    // Variables win over code for Node.js; the properties file wins over variables for Java.
    expect(await lint()).toEqual(['.env:2 warning contradiction', 'app.js:1 warning contradiction']);
  });
});

describe('a secret in a file', () => {
  const text = 'ELASTIC_APM_SECRET_TOKEN=k3y-0123\n';

  test('is told by what git does with the file', async () => {
    git('init', '-q');
    write('.gitignore', 'ignored.env\n');
    write('ignored.env', text);
    write('kept.env', text);
    write('new.env', text);
    git('add', 'kept.env', '.gitignore');

    expect(await lint()).toEqual(['kept.env:1 error token-in-git', 'new.env:1 warning token-in-git']);
  });

  test('is not told where there is no repository', async () => {
    write('.env', text);

    expect(await lint()).toEqual([]);
  });
});

describe('the file of an authority', () => {
  test('is read: it may be absent, a folder, a key, no PEM, or right', async () => {
    const authority = createTestAuthority();
    authority.remove();
    const ca = write('ca.pem', authority.caPem);
    const key = write('both.pem', `${authority.caPem}-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n`);
    const der = write('ca.der', 'x');
    const names = [ca, key, der, folder, join(folder, 'gone.pem'), 'ca.pem', 'unknown/ca.pem'];
    names.forEach((name, index) => void write(`${index}.env`, `ELASTIC_APM_SERVER_CA_CERT_FILE=${name}\n`));

    expect(await lint()).toEqual([
      '1.env:1 error ca-file',
      '2.env:1 error ca-file',
      '3.env:1 error ca-file',
      '4.env:1 error ca-file',
    ]);
  });
});

test('SARIF 2.1.0 has what the format demands, and names every rule', async () => {
  write('with space/.env', 'ELASTIC_APM_SERVER_URL=apm:8200\n');
  const { findings } = await lintPaths({
    host,
    catalogue,
    paths: [folder],
    agent: null,
    agentVersion: null,
    progress: () => undefined,
  });

  const sarif = JSON.parse(JSON.stringify(sarifOf(findings, '0.1.0')));

  expect(sarif).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
  const [{ tool, results, columnKind }] = sarif.runs;
  expect([tool.driver.name, columnKind]).toEqual(['Sealwire', 'utf16CodeUnits']);
  expect(results).toHaveLength(1);
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(message.text).toMatch(/\S/);
    const [{ physicalLocation }] = locations;
    expect(physicalLocation.artifactLocation.uri).toBe(`file://${folder}/with%20space/.env`);
    expect(physicalLocation.region).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 32 });
  }
  expect(results[0].fixes[0].artifactChanges[0].artifactLocation).toEqual(
    results[0].locations[0].physicalLocation.artifactLocation,
  );
  for (const { id, shortDescription } of tool.driver.rules)
    expect([id, shortDescription.text]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.stringMatching(/\.$/)]);
});

test('fixes of SARIF, put where they say, make the text that a second look finds nothing in; no secret is in them', async () => {
  const text = [
    'ELASTIC_APM_SERVER_URL=http://localhost:8200/',
    'ELASTIC_APM_VERIFY_SERVER_CERT=false',
    'ELASTIC_APM_SERVER_CA_CERT=/ca.pem',
    'ELASTIC_APM_SECRET_TOKEN="s3cret-0123 "',
    'ELASTIC_APM_LOG_LEVLE=debug',
    '',
  ].join('\r\n');
  write('package.json', '{ "dependencies": { "elastic-apm-node": "4.15.0" } }');
  write('a.env', text);
  let mended = text;
  let rounds = 0;
  let fixed = 0;
  for (; rounds < 5; rounds += 1) {
    write('a.env', mended);
    const { findings } = await lintPaths({
      host,
      catalogue,
      paths: [join(folder, 'a.env')],
      agent: 'nodejs',
      agentVersion: null,
      progress: () => undefined,
    });
    const sarif = JSON.parse(JSON.stringify(sarifOf(findings, '0.1.0')));
    expect(JSON.stringify(sarif)).not.toContain('s3cret');
    const replacements = sarif.runs[0].results.flatMap((result: { fixes?: SarifFix[] }) =>
      (result.fixes ?? []).flatMap(({ description, artifactChanges }) => {
        expect(description.text).toMatch(/\S/);
        return artifactChanges.flatMap((change) => change.replacements);
      }),
    );
    if (replacements.length === 0) break;
    fixed += replacements.length;
    mended = replaced(mended, replacements);
  }

  expect([rounds > 0, rounds < 5, fixed >= 3]).toEqual([true, true, true]);
  expect(mended).toContain('ELASTIC_APM_LOG_LEVEL=debug\r\n');
  expect(mended).not.toContain('VERIFY_SERVER_CERT=false');
  expect(mended).toContain('s3cret-0123');
});

interface SarifReplacement {
  readonly deletedRegion: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
  readonly insertedContent?: { readonly text: string };
}

interface SarifFix {
  readonly description: { readonly text: string };
  readonly artifactChanges: readonly { readonly replacements: readonly SarifReplacement[] }[];
}

/** What a viewer of SARIF does: from the last place to the first, columns counted in UTF-16 units. */
function replaced(text: string, replacements: readonly SarifReplacement[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? Number.NaN) + column - 1;
  const edits = replacements.map(({ deletedRegion: at, insertedContent }) => ({
    start: offsetOf(at.startLine, at.startColumn),
    end: offsetOf(at.endLine, at.endColumn),
    text: insertedContent?.text ?? '',
  }));
  let [done, end] = [text, text.length + 1];
  for (const edit of edits.toSorted((one, other) => other.start - one.start)) {
    if (edit.end > end) continue;
    done = done.slice(0, edit.start) + edit.text + done.slice(edit.end);
    end = edit.start;
  }
  return done;
}
