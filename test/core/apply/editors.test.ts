import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editorFor } from '../../../main/core/apply/editors/editors.ts';
import { withoutMarks } from '../../../main/core/apply/marks.ts';

const WISH = { service: 'checkout', entry: null };
const SETTINGS = ['ELASTIC_APM_SERVER_URL=https://localhost:8200', 'ELASTIC_APM_SERVICE_NAME=checkout'];
const OVERLAY = `services:
  # The name that the application has in your compose.yaml.
  checkout:
    environment:
      ELASTIC_APM_SERVER_URL: "https://host.docker.internal:8200"
      ELASTIC_APM_SECRET_TOKEN: \${ELASTIC_APM_SECRET_TOKEN:?set it before you start, as shown below}
    extra_hosts:
      - "host.docker.internal:host-gateway"
    volumes:
      - type: bind
        source: "/home/ada/ca.pem"
        target: /run/sealwire/ca.pem
        read_only: true`.split('\n');

function edit(
  name: string,
  text: string,
  lines: readonly string[] = SETTINGS,
  wish: typeof WISH | { service: string; entry: string } = WISH,
): string {
  const editor = editorFor(name);
  if (editor === null) throw new Error(`nobody edits ${name}`);
  return editor.edit(text, lines, wish);
}

test.each([
  ['.env', 'dotenv'],
  ['.env.local', 'dotenv'],
  ['production.env', 'dotenv'],
  ['Dockerfile', 'docker'],
  ['Dockerfile.dev', 'docker'],
  ['compose.yaml', 'compose'],
  ['docker-compose.override.yml', 'compose'],
  ['elasticapm.properties', 'file'],
  ['elastic_apm.yml', 'file'],
  ['php.ini', 'file'],
  ['app.js', undefined],
  ['environment', undefined],
])('a file named %s is taken for %s', (name, as) => {
  expect(editorFor(name)?.as).toBe(as);
});

describe('settings of a line each', () => {
  test('come last, between marks; what set the same becomes a comment', () => {
    expect(edit('.env', '# Mine\nPORT=3000\nexport ELASTIC_APM_SERVER_URL=http://old:8200 # once\n')).toBe(
      [
        '# Mine',
        'PORT=3000',
        '# Sealwire left out: export ELASTIC_APM_SERVER_URL=http://old:8200 # once',
        '# >>> Sealwire: "sealwire ledger undo" takes these lines out. >>>',
        ...SETTINGS,
        '# <<< Sealwire <<<',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['.env', 'ELASTIC_APM_SERVER_URL="https://a\nb"\n', 'line 1 sets ELASTIC_APM_SERVER_URL over several lines'],
    ['elasticapm.properties', 'a=1\nELASTIC_APM_SERVER_URL=https://a\\\n  b\n', 'line 2 sets'],
    ['elastic_apm.yml', 'x: 1\nELASTIC_APM_SERVER_URL:\n  - a\n', 'line 2 sets'],
  ])('in %s that go over several lines are left to the person', (name, text, why) => {
    const lines = name.endsWith('.yml') ? ['ELASTIC_APM_SERVER_URL: a'] : SETTINGS;

    expect(() => edit(name, text, lines)).toThrow(why);
  });

  test('inside of a value of several lines are no settings', () => {
    const text = 'CERT="one\nELASTIC_APM_SERVER_URL=no setting\nthree"\n';

    expect(edit('.env', text).startsWith(text)).toBe(true);
  });

  test.each(['.env', 'elasticapm.properties', 'elastic_apm.yml', 'php.ini'])(
    'in any %s leave everything else, and can be taken out again',
    (name) => {
      const line = fc.oneof(
        fc.constantFrom(...SETTINGS, '', '# note', '"', 'A=1', 'A="', "B='x'", 'C: d', '  - e', '\\', 'x\\', '=', ':'),
        fc.string().filter((text) => !/[\r\n]/.test(text) && !text.includes('Sealwire')),
      );
      fc.assert(
        fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
          const text = lines.map((each) => `${each}\n`).join('');
          try {
            expect(withoutMarks(edit(name, text))).toBe(text);
          } catch (error) {
            expect(String(error)).toContain('over several lines');
          }
        }),
      );
    },
  );
});

describe('a Dockerfile', () => {
  test('gets its variables before the command of the last stage', () => {
    const text =
      'FROM node:24 AS build\nCMD ["no"]\nFROM node:24\nCOPY . .\nRUN a && \\\n  CMD b\nCMD ["node", "app.js"]\n';

    const edited = edit('Dockerfile', text, ['ENV A="1" \\', '    B="2"']);

    expect(edited.split('\n').slice(5, 11)).toEqual([
      '  CMD b',
      '# >>> Sealwire: "sealwire ledger undo" takes these lines out. >>>',
      'ENV A="1" \\',
      '    B="2"',
      '# <<< Sealwire <<<',
      'CMD ["node", "app.js"]',
    ]);
    expect(withoutMarks(edited)).toBe(text);
  });

  test.each([
    ['FRM node\n', 'it has no FROM'],
    ['# escape=`\nFROM windows\nCMD x\n', 'backquote'],
  ])('of another form is left: %j', (text, why) => {
    expect(() => edit('Dockerfile', text)).toThrow(why);
  });
});

describe('a Compose file', () => {
  const FILE = `# The shop
services:
  checkout:
    image: checkout # built by CI
    environment:
      PORT: "3000"   # as the proxy expects
      ELASTIC_APM_SERVER_URL: http://apm:8200
    ports: ["3000:3000"]

  # Untouched.
  database:
    image: postgres
volumes:
  data: {}
`;

  test('has each item laid into its service, beside what is there', () => {
    const edited = edit('compose.yaml', FILE, OVERLAY);

    expect(edited).toBe(`# The shop
services:
  checkout:
    image: checkout # built by CI
    environment:
      PORT: "3000"   # as the proxy expects
# Sealwire left out:       ELASTIC_APM_SERVER_URL: http://apm:8200
      # >>> Sealwire: "sealwire ledger undo" takes these lines out. >>>
      ELASTIC_APM_SERVER_URL: "https://host.docker.internal:8200"
      ELASTIC_APM_SECRET_TOKEN: "\${ELASTIC_APM_SECRET_TOKEN:?set it before you start, as shown below}"
      # <<< Sealwire <<<
    ports: ["3000:3000"]
    # >>> Sealwire: "sealwire ledger undo" takes these lines out. >>>
    extra_hosts:
      - "host.docker.internal:host-gateway"
    # <<< Sealwire <<<
    # >>> Sealwire: "sealwire ledger undo" takes these lines out. >>>
    volumes:
      - type: "bind"
        source: "/home/ada/ca.pem"
        target: "/run/sealwire/ca.pem"
        read_only: true
    # <<< Sealwire <<<

  # Untouched.
  database:
    image: postgres
volumes:
  data: {}
`);
    expect(withoutMarks(edited)).toBe(FILE);
  });

  test('that uses lists is written in lists, and what is there already is not repeated', () => {
    const text = `services:
    web:
        environment:
        - PORT=3000
        volumes:
        - ./data:/data
        extra_hosts:
        - host.docker.internal:host-gateway
`;

    const edited = edit('docker-compose.yml', text, OVERLAY);

    const { web } = parse(edited).services;
    expect(web.environment).toEqual([
      'PORT=3000',
      'ELASTIC_APM_SERVER_URL=https://host.docker.internal:8200',
      'ELASTIC_APM_SECRET_TOKEN=$' + '{ELASTIC_APM_SECRET_TOKEN:?set it before you start, as shown below}',
    ]);
    expect(web.volumes).toHaveLength(2);
    expect(web.extra_hosts).toEqual(['host.docker.internal:host-gateway']);
    expect(withoutMarks(edited)).toBe(text);
  });

  test('with a map of hosts gets another entry in it', () => {
    const edited = edit('compose.yaml', 'services:\n  checkout:\n    extra_hosts:\n      db: 10.0.0.1\n', OVERLAY);

    expect(parse(edited).services.checkout.extra_hosts).toEqual({
      db: '10.0.0.1',
      'host.docker.internal': 'host-gateway',
    });
  });

  test.each([
    ['a: [', 'cannot be read as YAML (line 1'],
    ['x: 1\n', 'it has no services'],
    ['services: { checkout: { image: a } }\n', 'not written with a line for each setting'],
    ['services:\n  checkout:\n    environment: { A: b }\n', 'its environment is not written with a line for each item'],
    ['services:\n  checkout:\n    environment:\n', 'its environment is not written'],
    ['services:\n  one: { image: a }\n  two: { image: b }\n', 'it has several services, and none is called checkout'],
    ['x: &e\n  A: b\nservices:\n  checkout:\n    environment: *e\n', 'its environment is not written'],
    [
      'services:\n  checkout:\n    environment:\n      ELASTIC_APM_SERVER_URL: >-\n        a\n        b\n',
      'it sets ELASTIC_APM_SERVER_URL over several lines',
    ],
  ])('that cannot be changed safely is left: %j', (text, why) => {
    expect(() => edit('compose.yaml', text, OVERLAY)).toThrow(why);
  });

  test('with several services needs to be told which', () => {
    const text = 'services:\n  one:\n    image: a\n  two:\n    image: b\n';

    const edited = edit('compose.yaml', text, OVERLAY, { service: 'checkout', entry: 'two' });

    expect(parse(edited).services.one).toEqual({ image: 'a' });
    expect(Object.keys(parse(edited).services.two)).toEqual(['image', 'environment', 'extra_hosts', 'volumes']);
    expect(() => edit('compose.yaml', text, OVERLAY, { service: '', entry: 'three' })).toThrow(
      'it has no service three',
    );
  });

  test('of any form is changed rightly, or left', () => {
    const line = fc.constantFrom(
      'services:',
      '  checkout:',
      '  other:',
      '    image: a',
      '    environment:',
      '      A: b',
      '      - A=b',
      '    extra_hosts:',
      '      - x:1',
      '    volumes:',
      '      - ./a:/b',
      '# note',
      '',
      '      C: |',
      '        text',
      '    environment: {}',
      '  <<: *x',
      '      ELASTIC_APM_SERVER_URL: x',
      '\tx',
      'x: &x',
      '---',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 14 }), (lines) => {
        const text = `services:\n  checkout:\n${lines.join('\n')}\n`;
        let edited: string;
        try {
          edited = edit('compose.yaml', text, OVERLAY);
        } catch (error) {
          expect(String(error)).not.toContain('TypeError');
          return;
        }
        expect(withoutMarks(edited).trimEnd()).toBe(text.trimEnd());
        expect(parse(edited, { merge: true, uniqueKeys: false }).services.checkout.environment).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });
});
