import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROCEDURES, type Snippet } from '../../../main/contract/index.ts';
import { translate } from '../../../main/core/agents/translate/translate.ts';
import { catalogue, lintSample } from './lint/lint-sample.ts';
import { sampleAgents } from './sample-agents.ts';

const agents = sampleAgents(catalogue);

function translated(
  text: string,
  to: string,
  as: string,
  change: Partial<Parameters<typeof translate>[0]> = {},
): Snippet {
  return translate({ text, name: '.env', catalogue, to, as, sealwire: 'sealwire', home: null, ...change });
}

/** What the texts of a snippet say, by what it is for. */
function said(snippet: Snippet): Record<string, string | null> {
  const meant = snippet.blocks.flatMap(
    ({ path, content }) => lintSample(content, { name: path === null ? null : basename(path) }).meant,
  );
  return Object.fromEntries(
    meant.flatMap(({ known, text }) => (known[0] === undefined ? [] : [[known[0].setting.key, text]])),
  );
}

const ENV = [
  'ELASTIC_APM_SERVER_URL=https://apm.test:8200',
  'ELASTIC_APM_SECRET_TOKEN=k3y-of-the-house',
  'ELASTIC_APM_SERVER_CA_CERT_FILE=/etc/corp/ca.pem',
  'ELASTIC_APM_SERVICE_NAME=checkout',
  'ELASTIC_APM_ENVIRONMENT=staging',
].join('\n');

/** Agents that read the variables of the text above; others are written for in terms of their own. */
const OF_THE_SAME_VARIABLES = catalogue.filter(({ settings }) =>
  settings.some(({ env }) => env === 'ELASTIC_APM_SERVER_URL'),
);

const FORMS_OF_VARIABLES = [
  ...['env', 'dotenv', 'procfile', 'gradle', 'maven'],
  ...['docker', 'compose', 'kubernetes', 'systemd', 'launchd'],
];

test.each(catalogue)('$id has a form for whatever was read, and no token in it', ({ id, forms }) => {
  for (const as of forms) expect(JSON.stringify(translated(ENV, id, as))).not.toContain('k3y-of-the-house');
});

describe.each(OF_THE_SAME_VARIABLES)('the same wiring for $id', ({ id, forms }) => {
  test.each(forms)('as %s says what the variables said, and holds no token', (as) => {
    const snippet = PROCEDURES['agent.show'].output.parse(translated(ENV, id, as));

    expect(JSON.stringify(snippet)).not.toContain('k3y-of-the-house');
    expect(JSON.stringify(snippet.blocks)).toContain('https://apm.test:8200');
    expect(JSON.stringify(snippet.blocks)).toContain('checkout');
    expect(JSON.stringify(snippet.blocks)).toContain('staging');
    if (as !== 'code')
      expect(said(snippet)).toMatchObject({
        serverUrl: 'https://apm.test:8200',
        serviceName: 'checkout',
        environment: 'staging',
      });
  });

  test('is what it was after a way through every form that is made of variables', async () => {
    for (const from of FORMS_OF_VARIABLES.filter((as) => forms.includes(as))) {
      const original = await agents.show(
        { agent: id, as: from, service: 'checkout', environment: 'staging', reveal: false },
        null,
      );
      const texts = original.blocks.filter(({ content }) => content.includes('ELASTIC_APM_SERVER_URL'));
      const block = texts[0] ?? original.blocks[0];
      const there = translated(block?.content ?? '', id, 'env', { name: block?.path ?? 'typed' });

      expect([from, there.env]).toEqual([
        from,
        expect.objectContaining({
          ELASTIC_APM_SERVER_URL: 'https://localhost:8200',
          ELASTIC_APM_SERVICE_NAME: 'checkout',
          ELASTIC_APM_ENVIRONMENT: 'staging',
        }),
      ]);
    }
  });
});

describe('what has no counterpart', () => {
  test('is said, setting by setting', () => {
    const text = `${ENV}
ELASTIC_APM_API_KEY=Zm9v
ELASTIC_APM_SERVER_CERT=/etc/pin.pem
ELASTIC_APM_VERIFY_SERVER_CERT=false
ELASTIC_APM_TRANSACTION_SAMPLE_RATE=0.5
ELASTIC_APM_METRICS_INTERVAL=15s
`;

    const { notes, env } = translated(text, 'nodejs', 'dotenv');

    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ELASTIC_APM_API_KEY is left out/),
        expect.stringMatching(/^ELASTIC_APM_SERVER_CERT pins a certificate/),
        expect.stringMatching(/^ELASTIC_APM_VERIFY_SERVER_CERT is left out/),
        expect.stringMatching(/nothing is known of their counterparts: ELASTIC_APM_TRANSACTION_SAMPLE_RATE\.$/),
      ]),
    );
    expect(env).toMatchObject({ ELASTIC_APM_METRICS_INTERVAL: '15s' });
    expect(env).not.toHaveProperty('ELASTIC_APM_API_KEY');
  });

  test('goes into the name that the other agent has for it', () => {
    const code =
      "require('elastic-apm-node').start({ serverUrl: 'https://a:8200', active: false, apiRequestTime: '5s' });";

    const { env, notes } = translated(code, 'java', 'systemd', { name: 'app.js' });

    expect(env).toMatchObject({ ELASTIC_APM_ENABLED: 'false', ELASTIC_APM_API_REQUEST_TIME: '5s' });
    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringContaining('names no service'),
        expect.stringContaining('names no file of an authority'),
      ]),
    );
  });

  test('is a form without a place for it', () => {
    const { notes } = translated(`${ENV}\nELASTIC_APM_LOG_LEVEL=debug\n`, 'python', 'code');

    expect(notes).toContain(
      'ELASTIC_APM_LOG_LEVEL has no place in these lines; set ELASTIC_APM_LOG_LEVEL=debug in the environment as well.',
    );
  });

  test('is another application in the text', () => {
    const text =
      'services:\n  db:\n    environment: {A: b}\n  web:\n    environment:\n      ELASTIC_APM_SERVER_URL: https://host.docker.internal:8200/\n      ELASTIC_APM_SERVICE_NAME: web\n  api:\n    environment:\n      ELASTIC_APM_SERVER_URL: https://b:8200\n';

    const { env, notes } = translated(text, 'go', 'env', { name: 'compose.yaml' });

    expect(env).toMatchObject({ ELASTIC_APM_SERVER_URL: 'https://localhost:8200', ELASTIC_APM_SERVICE_NAME: 'web' });
    expect(notes).toEqual(
      expect.arrayContaining([
        'The text wires further applications, which were left out: services.api.',
        'host.docker.internal is this machine as a container sees it; it is localhost here.',
      ]),
    );
  });
});

test('a text without settings, and an agent that is not known, are wrong usage', () => {
  expect(() => translated('dear diary', 'go', 'env')).toThrow('There are no settings of an agent in .env.');
  expect(() => translated(ENV, 'cobol', 'env')).toThrow(/cobol/);
  expect(() => translated(ENV, 'go', 'file')).toThrow(/form "file"/);
});

describe('between an agent and OpenTelemetry', () => {
  test('durations get and lose their unit, and a switch turns round', () => {
    const there = translated(
      `${ENV}\nELASTIC_APM_METRICS_INTERVAL=30s\nELASTIC_APM_ACTIVE=false`,
      'otel-nodejs',
      'dotenv',
    );
    const lines = there.files.map(({ content }) => content).join('\n');

    expect(lines).toContain('OTEL_EXPORTER_OTLP_ENDPOINT=https://apm.test:8200');
    expect(lines).toContain('OTEL_METRIC_EXPORT_INTERVAL=30000');
    expect(lines).toContain('OTEL_SDK_DISABLED=true');
    expect(lines).toContain('deployment.environment.name=staging');

    const back = translated(lines, 'nodejs', 'dotenv')
      .files.map(({ content }) => content)
      .join('\n');
    expect(back).toContain('ELASTIC_APM_METRICS_INTERVAL=30000ms');
    expect(back).toContain('ELASTIC_APM_ACTIVE=false');
    expect(back).toContain('ELASTIC_APM_ENVIRONMENT=staging');
    expect(back).toContain('ELASTIC_APM_SERVICE_NAME=checkout');
  });

  test('a token in a header is not carried over', () => {
    const text =
      'OTEL_EXPORTER_OTLP_ENDPOINT=https://apm.test:8200\nOTEL_EXPORTER_OTLP_HEADERS=Authorization=Bearer%20k3y-of-the-house\n';

    expect(JSON.stringify(translated(text, 'python', 'env'))).not.toContain('k3y-of-the-house');
    expect(JSON.stringify(translated(text, 'otel-python', 'compose'))).not.toContain('k3y-of-the-house');
  });
});
