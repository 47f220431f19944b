import { describe, expect, test } from 'vitest';
import { Secret, type Snippet } from '../../../main/contract/index.ts';
import { centralAgentOf } from '../../../main/core/agent-config/central-agent.ts';
import { settingProblem } from '../../../main/core/agent-config/check-setting.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import type { AgentDefinition, CureCode, SettingKey, Wiring } from '../../../main/core/agents/definition.ts';
import { FORMS } from '../../../main/core/agents/forms/forms.ts';
import { beforeToken, sendsToken, settingOf, tokenVariable } from '../../../main/core/agents/forms/variables.ts';
import { CA_FILE, sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
const agents = sampleAgents(catalogue);
// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder as it is shown.
const PLACEHOLDER = '${SECRET_TOKEN}';

const NEEDED: readonly SettingKey[] = [
  'serverUrl',
  'secretToken',
  'apiKey',
  'caFile',
  'serviceName',
  'sendInterval',
  'active',
];
const CODES: readonly CureCode[] = [
  'CA_NOT_TRUSTED',
  'NAME_NOT_COVERED',
  'TOKEN_MISSING',
  'TOKEN_WRONG',
  'PLAIN_HTTP',
  'SERVER_URL',
  'CERTIFICATE_EXPIRED',
  'CLIENT_CERTIFICATE',
  'NOTHING_ARRIVED',
];

/** How exporters of OpenTelemetry call themselves in the languages that the catalogue holds (reference/agents.md §5). */
const EXPORTERS = [
  'OTel-OTLP-Exporter-JavaScript',
  'OTel-OTLP-Exporter-Python',
  'OTel-OTLP-Exporter-Java',
  'OTel OTLP Exporter Go',
  'OTel-OTLP-Exporter-Ruby',
  'OTel OTLP Exporter PHP',
  'OTel-OTLP-Exporter-Dotnet',
];

test('the catalogue holds the agents that exist, by title', () => {
  expect(catalogue.map(({ id }) => id)).toEqual([
    'dotnet',
    'dotnet-framework',
    'android',
    'go',
    'ios',
    'java',
    'nodejs',
    'otel-dotnet',
    'otel-browser',
    'otel-go',
    'otel-java',
    'otel-nodejs',
    'otel-php',
    'otel-python',
    'otel-ruby',
    'php',
    'python',
    'ruby',
    'rum-js',
  ]);
});

describe.each(catalogue)('the definition of $id', (definition) => {
  test('says of every option that it takes centrally what it changes, what it takes, and what it may be', () => {
    const { options } = centralAgentOf(definition);
    expect(options.map(({ name }) => name)).toEqual(definition.central.map(({ name }) => name));
    for (const { name, kind, hint, takes, choices } of options) {
      expect([name, hint]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/)]);
      expect(takes).not.toBe('');
      expect([name, choices.length > 0]).toEqual([name, kind === 'choice' || kind === 'boolean']);
      for (const choice of choices) expect(settingProblem('it', definition.central, name, choice)).toBeNull();
    }
  });

  test('knows the settings that every wiring needs, each with its source', () => {
    expect(NEEDED.filter((key) => !definition.settings.some((setting) => setting.key === key))).toEqual([]);
    expect(definition.settings.filter(({ source }) => !/^(reference\/agents\.md §|\S+ \S+: )/.test(source))).toEqual(
      [],
    );
    expect(definition.settings.filter(({ proof }) => proof === 'memory')).toEqual([]);
  });

  test('offers only forms that exist, environment variables first', () => {
    expect(definition.forms.filter((as) => FORMS[as] === undefined)).toEqual([]);
    // An agent without variables has no such form.
    expect(definition.forms.indexOf('env')).toBe(definition.settings.some(({ env }) => env !== null) ? 0 : -1);
  });

  test('never writes what must never be written, in any snippet or cure', async () => {
    const texts = [...(await everySnippet(definition)).flatMap(textsOf), ...everyCure(definition)];
    const forbidden = definition.settings.filter(({ never }) => never !== null);

    expect(forbidden.map(({ key }) => key)).toEqual(expect.arrayContaining(['apiKey', 'verify']));
    for (const { env, code, key } of forbidden.filter((setting) => (setting.env ?? setting.code) !== null)) {
      const assigned = new RegExp(`\\b(${env}|${code}|${code?.toLowerCase()})["']?\\s*[=:]`);
      expect(
        texts.filter((text) => assigned.test(text)),
        key,
      ).toEqual([]);
    }
  });

  test('gives every duration its unit', async () => {
    const texts = [...(await everySnippet(definition)).flatMap(textsOf), ...everyCure(definition)];
    const durations = definition.settings.flatMap(({ format, env }) =>
      format === 'duration' && env !== null ? [env] : [],
    );
    const values = texts.flatMap((text) =>
      [...assignmentsIn(text).matchAll(new RegExp(`(?:${durations.join('|') || '(?!)'})\\W+(\\w+)`, 'g'))].map(
        (match) => match[1],
      ),
    );

    const sends = definition.settings.find(({ key, format }) => key === 'sendInterval' && format === 'duration');
    expect(values.length > 0).toBe((sends?.env ?? null) !== null);
    expect(values.filter((value) => !/^\d+(ms|s|m)$/.test(value ?? ''))).toEqual([]);
  });

  test('writes milliseconds without a unit', () => {
    const names = definition.settings.flatMap(({ format, env }) =>
      format === 'milliseconds' && env !== null ? [env] : [],
    );
    const values = everyCure(definition).flatMap((text) =>
      [...assignmentsIn(text).matchAll(new RegExp(`(?:${names.join('|') || '(?!)'})\\W+(\\w+)`, 'g'))].map(
        (match) => match[1],
      ),
    );

    expect(values.length > 0).toBe(names.length > 0);
    expect(values.filter((value) => !/^\d+$/.test(value ?? ''))).toEqual([]);
  });

  test('shows the token as a placeholder in .env alone, and nowhere else', async () => {
    for (const snippet of await everySnippet(definition)) {
      const holders = textsOf(snippet).filter((text) => text.includes(PLACEHOLDER));
      expect(holders.length, snippet.as).toBe(snippet.as === 'dotenv' ? 1 : 0);
      const expected = sendsToken(definition) ? `${beforeToken(definition)}${PLACEHOLDER}` : undefined;
      expect(snippet.env[tokenVariable(definition)]).toBe(expected);
    }
  });

  test('reveals the token only where the placeholder stood', async () => {
    for (const snippet of await everySnippet(definition, new Secret('k3y-of-the-house'))) {
      const holders = textsOf(snippet).filter((text) => text.includes('k3y-of-the-house'));
      expect(holders.length, snippet.as).toBe(snippet.as === 'dotenv' ? 1 : 0);
      expect(JSON.stringify(snippet)).not.toContain(PLACEHOLDER);
    }
  });

  test('brings in no token where the endpoint asks for none', async () => {
    const open = sampleAgents(catalogue, { auth: () => 'none' });
    for (const as of definition.forms) {
      const snippet = await open.show({ agent: definition.id, as, reveal: false }, null);
      expect(JSON.stringify([snippet.blocks, snippet.env]), as).not.toMatch(/secret_token|token show/i);
      expect(Object.keys(snippet.env)).not.toContain(tokenVariable(definition));
    }
  });

  test('gives containers an address and a path that exist there', async () => {
    const containers = ['docker', 'compose', 'kubernetes'].filter((as) => definition.forms.includes(as));
    // .NET Framework has no containers but those of Windows, and what runs in browsers and devices has none.
    const hasNone =
      definition.id === 'dotnet-framework' || definition.runsIn !== undefined || definition.relays !== undefined;
    expect(containers.length).toBe(hasNone ? 0 : 3);
    for (const as of containers) {
      const { env, blocks } = await agents.show({ agent: definition.id, as, reveal: false }, null);
      const files = blocks.filter(({ path }) => path !== null).map(({ content }) => content);
      expect(env[settingOf(definition, 'serverUrl').env ?? '']).toBe('https://host.docker.internal:8200');
      const mounted = '/run/sealwire/ca.pem';
      const trusted = definition.trustFile === undefined ? mounted : definition.trustFile(mounted);
      if (trusted === null) {
        expect(blocks.map(({ content }) => content).join('\n')).toContain('update-ca-certificates');
        expect(JSON.stringify([env, files])).not.toContain('ca.pem');
      } else {
        expect(Object.values(env).join(' ')).toContain(trusted);
        expect(files.join('\n')).toContain(trusted.replace(/^.*\//, ''));
      }
      expect(files.filter((text) => text.includes('localhost'))).toEqual([]);
    }
  });

  test('has a cure for every failure in every form', () => {
    for (const as of definition.forms) {
      expect(CODES.filter((code) => definition.cure(code, as, wiring()).length === 0)).toEqual([]);
    }
  });

  test('recognises itself by metadata and User-Agent', () => {
    const { id, version, metadataNames, userAgent, paths, insteadOf, relays } = definition;
    expect(metadataNames).not.toEqual([]);
    expect(userAgent.test('curl/8.0')).toBe(false);
    if (relays !== undefined) {
      // What a page sends arrives from the program that passes it on, under the name of its browser.
      const programs = [
        'nginx: worker process',
        'node /shop/node_modules/.bin/vite',
        '/usr/bin/otelcol --config c.yaml',
      ];
      expect(programs.filter((each) => !relays.test(each))).toEqual([]);
      expect(['node server.js', 'node invite.js', 'java -jar app.jar'].filter((each) => relays.test(each))).toEqual([]);
      return;
    }
    if (insteadOf !== undefined) {
      const fitting = EXPORTERS.filter((each) => userAgent.test(`${each}/1.45.0`));
      expect(fitting).toHaveLength(1);
      return;
    }
    // The Ruby agent alone calls itself the other way round; iOS's calls itself otherwise in its metadata.
    const name = id === 'ios' ? id : metadataNames[0];
    const product = name === 'ruby' ? 'elastic-apm-ruby' : `apm-agent-${name}`;
    // What runs in a page is known by the paths that it asks for, since the User-Agent is the browser's; Android's agent leaves it to an exporter.
    if (paths !== undefined) expect(paths.test('/intake/v2/rum/events')).toBe(true);
    else if (id !== 'android') expect(userAgent.test(`${product}/${version} (checkout 1.0)`)).toBe(true);
  });
});

describe('an agent that calls itself as it did years ago', () => {
  test.each([
    ['go', 'elasticapm-go/1.15.0 go/go1.26.3'],
    ['java', 'elasticapm-java/1.11.0'],
    ['nodejs', 'elasticapm-node/3.8.0 elastic-apm-http-client/9.4.2 node/12.20.0'],
    ['php', 'elasticapm-php/1.0.0'],
    ['python', 'elasticapm-python/5.10.0'],
  ])('%s, is known', (id, header) => {
    expect(catalogue.filter(({ userAgent }) => userAgent.test(header)).map((each) => each.id)).toEqual([id]);
  });
});

describe('a major version of the Go agent', () => {
  test.each([
    ['1.15.0', '', 'sender.Client.Transport.(*http.Transport).TLSClientConfig = &tls.Config{RootCAs: roots'],
    ['2.7.12', '/v2', 'TLSClientConfig: &tls.Config{RootCAs: roots'],
  ])(
    '%s, is added by the path that its code imports, and configured as it can be',
    async (agentVersion, suffix, line) => {
      const show = { agent: 'go', as: 'code', framework: 'gin', agentVersion, reveal: false } as const;

      const { commands, files } = await agents.show(show, null);
      const code = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

      expect(commands[0]).toBe(`go get go.elastic.co/apm/module/apmgin${suffix}`);
      expect(code('main.go')).toContain(`"go.elastic.co/apm/module/apmgin${suffix}"`);
      expect(code('apm.go')).toContain(`"go.elastic.co/apm${suffix}/transport"`);
      expect(code('apm.go')).toContain(line);
      const definition = catalogue.find(({ id }) => id === 'go');
      const [cure] = definition?.cure('CLIENT_CERTIFICATE', 'code', { ...wiring(), agentVersion }) ?? [];
      expect(cure?.snippet).toContain(line);
    },
  );
});

describe('an agent older than its CA setting', () => {
  test('Node.js is told through Node itself', async () => {
    const snippet = await agents.show({ agent: 'nodejs', as: 'env', agentVersion: '3.2.9', reveal: false }, null);

    expect(snippet.env).toMatchObject({ NODE_EXTRA_CA_CERTS: CA_FILE });
    expect(snippet.env).not.toHaveProperty('ELASTIC_APM_SERVER_CA_CERT_FILE');
    expect(snippet.notes.join('\n')).toContain('NODE_EXTRA_CA_CERTS');
    expect(cures('nodejs', '3.2.9')).toEqual([`export NODE_EXTRA_CA_CERTS=${CA_FILE}`]);
  });

  test('Ruby is told by the older name of the setting, and before it through OpenSSL', async () => {
    const older = await agents.show({ agent: 'ruby', as: 'file', agentVersion: '3.12.1', reveal: false }, null);

    expect(older.files[0]?.content).toContain(`server_ca_cert: "${CA_FILE}"`);
    expect(older.notes.join('\n')).toContain('from 3.13.0 on it is server_ca_cert_file');
    expect(cures('ruby', '3.12.1')).toEqual([`export ELASTIC_APM_SERVER_CA_CERT=${CA_FILE}`]);
    expect(cures('ruby', '2.3.1')).toEqual([`export SSL_CERT_FILE=${CA_FILE}`]);
  });

  test('Python is told through OpenSSL from 6.3.0 on', async () => {
    const snippet = await agents.show({ agent: 'python', as: 'env', agentVersion: '6.16.1', reveal: false }, null);

    expect(snippet.env).toMatchObject({ ELASTIC_APM_USE_CERTIFI: 'false', SSL_CERT_FILE: CA_FILE });
    expect(snippet.env).not.toHaveProperty('ELASTIC_APM_SERVER_CA_CERT_FILE');
    expect(cures('python', '6.16.1')).toEqual([
      `export ELASTIC_APM_USE_CERTIFI=false\nexport SSL_CERT_FILE=${CA_FILE}`,
    ]);
  });

  test('Python before 6.3.0 is told to upgrade', () => {
    expect(cures('python', '6.2.3')).toEqual([null]);
  });

  test('has no line for the setting in code or in a file either', async () => {
    for (const [agent, version] of [
      ['nodejs', '3.2.9'],
      ['python', '6.16.1'],
    ] as const) {
      for (const as of ['code', 'file']) {
        const snippet = await agents.show({ agent, as, agentVersion: version, reveal: false }, null);
        expect(JSON.stringify(snippet.blocks)).not.toMatch(/ca_?cert_?file/i);
      }
    }
  });
});

function cures(agent: string, agentVersion: string): (string | null)[] {
  const definition = catalogue.find(({ id }) => id === agent);
  return (definition?.cure('CA_NOT_TRUSTED', 'env', { ...wiring(), agentVersion }) ?? []).map(({ snippet }) => snippet);
}

function wiring(): Wiring {
  return {
    url: 'https://localhost:8200',
    token: PLACEHOLDER,
    caFile: CA_FILE,
    service: 'checkout',
    environment: null,
    agentVersion: '99.0.0',
    sealwire: 'sealwire',
    home: null,
    shell: 'bash',
    auth: 'token',
  };
}

async function everySnippet(definition: AgentDefinition, reveal: Secret | null = null): Promise<Snippet[]> {
  const requests = definition.forms.flatMap((as) =>
    definition.frameworks.flatMap(({ id: framework }) =>
      (FORMS[as]?.shells ?? []).map((shell) => ({ as, framework, shell })),
    ),
  );
  return Promise.all(
    requests.map((each) => agents.show({ agent: definition.id, reveal: reveal !== null, ...each }, reveal)),
  );
}

function everyCure(definition: AgentDefinition): string[] {
  return definition.forms.flatMap((as) =>
    CODES.flatMap((code) => definition.cure(code, as, wiring()).map(({ snippet }) => snippet ?? '')),
  );
}

function textsOf(snippet: Snippet): string[] {
  return snippet.blocks.map(({ content }) => content);
}

/** What a text sets: in a property list, name and value are elements of their own. */
function assignmentsIn(text: string): string {
  return text.replace(/<\/key>\s*<string>/g, '=');
}
