import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../../main/core/agents/catalogue.ts';
import type { AgentDefinition } from '../../../../main/core/agents/definition.ts';
import { applyEdits, type LintTextRequest } from '../../../../main/core/agents/lint/lint-text.ts';
import { RULES } from '../../../../main/core/agents/lint/rules.ts';
import { AUTHORITY, lintSample } from './lint-sample.ts';
import { PAIRS } from './rule-pairs.ts';

describe.each(PAIRS)('$rule: $title', ({ rule, name, bad, line, mended, good, change }) => {
  test('is found in its place, with what mends it', () => {
    const { findings } = lintSample(bad, { name, ...change });
    const found = findings.filter((finding) => finding.rule === rule);

    expect(found.map((finding) => finding.line)).toEqual([line]);
    expect(found[0]?.message).toMatch(/^\S.{20,}[.]$/s);
    if (mended !== null) expect(applyEdits(bad, found[0]?.edits ?? [])).toBe(mended);
    else expect(found[0]?.edits).toEqual([]);
  });

  test('is not found where it is right', () => {
    const { findings } = lintSample(good, { name, ...change });

    expect(findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});

test('every rule has a pair of texts and the source of its fact', () => {
  expect(RULES.map(({ id }) => id).filter((id) => !PAIRS.some(({ rule }) => rule === id))).toEqual([]);
  expect(RULES.filter(({ source }) => !/^(reference\/\S+\.md|main\/core\/\S+)/.test(source))).toEqual([]);
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

describe('a secret', () => {
  const TOKEN = 'sup3r-s3cret-v4lue';
  const texts: readonly [string, string, Partial<LintTextRequest>?][] = [
    [
      '.env',
      `ELASTIC_APM_SECRET_TOKEN=${TOKEN}\nELASTIC_APM_API_KEY=${TOKEN}\nELASTIC_APM_SERVER_URL=http://me:${TOKEN}@apm:8200/x\n`,
    ],
    [
      'run.sh',
      `docker run -e DB_PASSWORD=${TOKEN} -e ELASTIC_APM_SERVER_URL=http://localhost:8200 -e ELASTIC_APM_SECRET_TOKEN=" ${TOKEN}" app\n`,
    ],
    [
      'app.js',
      `require('elastic-apm-node').start({ serverUrl: 'apm', secretToken: '${TOKEN} ', apiKey: '${TOKEN}', secretTokn: '${TOKEN}' })\n`,
    ],
    ['.env', `OTEL_EXPORTER_OTLP_HEADERS=Authorization=Bearer ${TOKEN}\nELASTIC_APM_SECRT_TOKEN=${TOKEN}\n`],
    ['app.ps1', `$env:DB = '${TOKEN}'; $env:ELASTIC_APM_SERVER_URL = 'http://apm:8200'; $x = '${TOKEN}'\n`],
    ['app.bat', `set X=1& set "ELASTIC_APM_SERVER_URL=http://apm:8200" & set "DB=${TOKEN}"\n`],
    ['a.js', `f('${TOKEN}'); process.env.ELASTIC_APM_SERVER_URL = 'http://apm:8200'; g('${TOKEN}')\n`],
    ['a.py', `f('${TOKEN}'); os.environ["ELASTIC_APM_SERVER_URL"] = "http://apm:8200"; g('${TOKEN}')\n`],
    ['a.go', `f("${TOKEN}"); os.Setenv("ELASTIC_APM_SERVER_URL", "http://apm:8200"); g("${TOKEN}")\n`],
    [
      'App.java',
      `ElasticApmAgent.builder(this).setExportUrl("http://me:${TOKEN}@apm:8200").setExportAuthentication(new Authentication.SecretToken("${TOKEN}")).build(); f("${TOKEN}");\n`,
    ],
    [
      'A.swift',
      `AgentConfigBuilder().withServerUrl(URL(string: "http://apm:8200")!).withSecretToken("${TOKEN}").build()\n`,
    ],
    ['build.gradle', `environment 'ELASTIC_APM_SERVER_URL', 'http://apm:8200'; environment 'DB', '${TOKEN}'\n`],
    [
      'pom.xml',
      `<environmentVariables><ELASTIC_APM_SERVER_URL>http://apm:8200</ELASTIC_APM_SERVER_URL><DB>${TOKEN}</DB></environmentVariables>\n`,
    ],
    [
      'a.plist',
      `<key>EnvironmentVariables</key><dict><key>ELASTIC_APM_SECRT_TOKEN</key><string>${TOKEN}</string></dict>\n`,
    ],
    ['Procfile', `web: ELASTIC_APM_SERVER_URL=http://apm:8200 DB=${TOKEN} node app.js\n`],
    ['a.json', `{"env": {"DB": "${TOKEN}", "ELASTIC_APM_SERVER_URL": "http://apm:8200", "X": "${TOKEN}"}}\n`],
    [
      'compose.yaml',
      `services:\n  a:\n    environment: {ELASTIC_APM_SECRET_TOKEN: ${TOKEN}, ELASTIC_APM_SERVER_URL: "http://a:${TOKEN}@localhost:8200"}\n`,
    ],
  ];

  test.each(texts)('in %s stands in no message, no fix and no edit', (name, text) => {
    for (const inGit of ['tracked', 'untracked', null] as const) {
      const { findings } = lintSample(text, { name, inGit });

      expect(findings.length).toBeGreaterThan(0);
      expect(JSON.stringify(findings)).not.toContain(TOKEN);
    }
  });
});

describe('names come from the definitions alone', () => {
  test('an agent that was added is covered, with its names, its pin and its switch', async () => {
    const [template] = await loadCatalogue();
    const base = { since: '0', until: null, never: null, proof: 'source', source: 'x 1: y' } as const;
    const added = {
      ...template,
      id: 'cobol',
      title: 'COBOL',
      settings: [
        { ...base, key: 'serverUrl', env: 'ELASTIC_APM_SERVER_URL', code: 'SERVER-URL', format: 'url' },
        { ...base, key: 'pin', env: 'ELASTIC_APM_MAINFRAME_CERT', code: null, format: 'path', never: 'a pin' },
        { ...base, key: 'caFile', env: 'ELASTIC_APM_MAINFRAME_CA_FILE', code: null, format: 'path' },
      ],
    } as AgentDefinition;
    const text = 'ELASTIC_APM_MAINFRAME_CERT=/etc/ca.pem\nELASTIC_APM_MAINFRAM_CA_FILE=/etc/ca.pem\n';

    const { findings } = lintSample(text, { name: '.env', catalogue: [added], factsOf: () => AUTHORITY });

    expect(findings.map(({ rule, fix }) => [rule, fix])).toEqual([
      ['pin-as-ca', 'ELASTIC_APM_MAINFRAME_CA_FILE=/etc/ca.pem'],
      ['unknown-setting', 'ELASTIC_APM_MAINFRAME_CA_FILE=/etc/ca.pem'],
    ]);
  });
});
