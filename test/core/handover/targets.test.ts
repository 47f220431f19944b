import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { Secret, type ServerTargetId } from '../../../main/contract/index.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../../main/core/endpoint/server-settings.ts';
import { handOver, previewHandover } from '../../../main/core/handover/hand-over.ts';
import { HANDOVER_TARGETS } from '../../../main/core/handover/handover-targets.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { OLD_NAMES, SETTINGS } from '../../../main/core/server/known-settings.ts';
import { readServerFile } from '../../../main/core/server/read-server-file.ts';
import { folderOf, type HandoverBench, handoverBench, textsOf, wishOf } from '../../support/handed-over.ts';
import { python, pythonLacks } from '../../support/python-program.ts';

/* Every target, by every version and with everything that can be wished for: what others read of its files, and what holds a secret. */

let bench: HandoverBench;
let token: string;
beforeAll(async () => {
  bench = await handoverBench();
  token = (await bench.security.showToken()).reveal();
});
afterAll(() => bench.remove());

const RUM: Partial<ServerSettings> = {
  rum: { ...DEFAULT_SERVER_SETTINGS.rum, enabled: true, allowOrigins: ['https://a.test', 'https://*.b.test'] },
  auth: {
    ...DEFAULT_SERVER_SETTINGS.auth,
    anonymous: {
      enabled: null,
      allowAgent: ['rum-js'],
      allowService: ['shop'],
      rateLimit: { eventLimit: 50, ipLimit: 20 },
    },
  },
  responseHeaders: { 'X-Frame-Options': ['DENY'] },
  maxEventSize: 100_000,
  idleTimeoutMs: 30_500,
};
const EVERYTHING = {
  clients: 'optional',
  protocols: ['TLSv1.3'],
  port: 8300,
  elasticsearch: 'https://es.test:9243/',
} as const;
const CASES = HANDOVER_TARGETS.flatMap(({ id, since }) =>
  ['7.17.0', '8', '9.1']
    .filter((version) => Number.parseInt(version, 10) >= since)
    .map((version) => [id, version] as const),
);
const namesFor = (id: ServerTargetId): string[] =>
  HANDOVER_TARGETS.find((target) => target.id === id)?.usualNames.length === 0 ? ['apm.test', '10.0.0.7'] : [];

describe.each(CASES)('%s for APM Server %s', (target, version) => {
  const made = () =>
    handOver(bench.with(RUM), wishOf({ target, version, names: namesFor(target), ...EVERYTHING }), false);

  test('holds secrets in secret files alone, and a README with the steps', async () => {
    const { files, steps } = await made();

    const texts = textsOf({ files });
    const key = /-----BEGIN PRIVATE KEY-----\n(.{40})/;
    for (const { name, isSecret } of files) {
      const text = texts.get(name) ?? '';
      if (isSecret) continue;
      expect(text, name).not.toContain(token);
      expect(text, name).not.toContain(Buffer.from(token).toString('base64'));
      expect(text, name).not.toMatch(key);
      expect(text, name).not.toContain(Buffer.from('-----BEGIN PRIVATE KEY').toString('base64').slice(0, 24));
    }
    expect(files.filter(({ isSecret }) => isSecret).length).toBeGreaterThan(0);
    const readme = texts.get('README.md') ?? '';
    for (const [at, step] of steps.entries())
      expect(readme).toContain(`${at + 1}. ${Buffer.from(step).toString('latin1')}`);
    for (const { name, isSecret } of files)
      if (name !== 'README.md') expect(readme).toContain(`- \`${name}\`${isSecret ? ' ' : '\n'}`);
  });

  test('names nothing that the version does not know', async () => {
    const settings = settingsIn(textsOf(await made()));

    const old = [...OLD_NAMES.keys()];
    const known = SETTINGS.map(({ key }) => key);
    const allowed = version.startsWith('7') ? [...known.filter((key) => !key.startsWith('auth.')), ...old] : known;
    const keys = [...flat(settings).keys()];
    expect(keys.length).toBeGreaterThan(8);
    for (const key of keys)
      expect(
        allowed.some((each) => each === key || (each.endsWith('response_headers') && key.startsWith(`${each}.`))),
        key,
      ).toBe(true);
    expect(keys.some((key) => key.endsWith('secret_token'))).toBe(true);
    expect(keys).toContain(version.startsWith('7') ? 'secret_token' : 'auth.secret_token');
  });
});

/** What stands under `apm-server`, wherever the target has it. */
function settingsIn(texts: ReadonlyMap<string, string>): Record<string, unknown> {
  for (const text of [...texts].filter(([name]) => /\.ya?ml$/.test(name)).map(([, each]) => each))
    for (const document of parseAllDocuments(text)) {
      const found = sectionIn('toJS' in document ? document.toJS() : null);
      if (found !== null) return found;
    }
  throw new Error('there is no section of settings');
}

function sectionIn(value: unknown): Record<string, unknown> | null {
  if (typeof value === 'string' && value.includes('\napm-server:\n'))
    return sectionIn(parseAllDocuments(value).map((document) => ('toJS' in document ? document.toJS() : null))[0]);
  if (typeof value !== 'object' || value === null) return null;
  const own: unknown = Reflect.get(value, 'apm-server');
  if (isRecord(own) && ('ssl' in own || 'auth' in own || 'secret_token' in own)) return own;
  return (
    Object.values(value)
      .map(sectionIn)
      .find((found) => found !== null) ?? null
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flat(tree: Record<string, unknown>, before = ''): Map<string, unknown> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      isRecord(value) ? [...flat(value, `${before}${key}.`)] : [[`${before}${key}`, value] as [string, unknown]],
    ),
  );
}

describe('our own reader', () => {
  test.each([
    ['standalone', '9', {}],
    ['standalone', '7', {}],
    ['systemd', '8', { CREDENTIALS_DIRECTORY: 'certs' }],
    ['compose', '9', {}],
  ] as const)('serves what is written for %s %s', async (target, version, variables) => {
    const folder = folderOf(
      await handOver(
        bench.with(RUM),
        wishOf({ target, version, names: ['apm.test'], ...EVERYTHING, encryptKey: true }),
        false,
      ),
    );
    const env = Object.fromEntries(Object.entries(variables).map(([name, path]) => [name, join(folder, path)]));

    const { settings, tls, port, notes } = readServerFile({ ...realHost(), env }, join(folder, 'apm-server.yml'));
    expect(settings.auth.secretToken?.reveal()).toBe(token);
    expect(port).toBe(8300);
    expect(tls).toMatchObject({ minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3', clientAuth: { mode: 'optional' } });
    expect(tls?.identity?.served.names).toEqual(['apm.test']);
    expect(settings.rum).toMatchObject({ enabled: true, allowOrigins: ['https://a.test', 'https://*.b.test'] });
    expect(settings.auth.anonymous).toMatchObject({
      allowService: ['shop'],
      rateLimit: { eventLimit: 50, ipLimit: 20 },
    });
    expect(new Set(settings.auth.anonymous.allowAgent)).toEqual(
      new Set(version === '7' ? ['rum-js', 'js-base'] : ['rum-js']),
    );
    expect(settings.responseHeaders).toEqual({ 'X-Frame-Options': ['DENY'] });
    expect(settings).toMatchObject({ maxEventSize: 100_000, idleTimeoutMs: 30_500 });
    const isOld = (note: string): boolean => note.includes('is a name that APM Server knew before 8.0');
    const others = notes.filter(
      (note) => !isOld(note) && !note.includes('passed over, because it means something only'),
    );
    expect(others).toEqual([]);
    expect(notes.some(isOld)).toBe(version === '7');
  });

  test('finds nothing but the token, TLS and the address where all is as usual', async () => {
    const texts = textsOf(await handOver(bench.parts, wishOf({ names: ['apm.test'] }), false));

    expect([...flat(settingsIn(texts)).keys()]).toEqual([
      'host',
      'auth.secret_token',
      'ssl.enabled',
      'ssl.certificate',
      'ssl.key',
    ]);
  });
});

const NO_PYTHON = pythonLacks('yaml');
test.skipIf(NO_PYTHON !== null).each(CASES)(
  `a YAML reader by others takes the files of %s %s for what ours does (${NO_PYTHON ?? 'PyYAML'})`,
  async (target, version) => {
    const wish = wishOf({ target, version, names: namesFor(target), ...EVERYTHING, trial: target === 'compose' });
    const texts = [...textsOf(await handOver(bench.with(RUM), wish, false))].filter(([name]) => /\.ya?ml$/.test(name));

    const theirs = python(
      'import yaml\nprint(json.dumps([list(yaml.safe_load_all(t)) for t in given]))',
      texts.map(([, text]) => text),
    );
    const ours = texts.map(([, text]) =>
      parseAllDocuments(text).map((document) => ('toJS' in document ? document.toJS() : null)),
    );
    expect(theirs).toEqual(ours);
  },
);

const SYSTEMD = spawnSync('systemd-analyze', ['--version']).status === 0;
test.skipIf(!SYSTEMD)(
  `systemd takes the drop-in (${SYSTEMD ? 'systemd-analyze verify' : 'systemd-analyze is not installed'})`,
  async () => {
    const folder = folderOf(await handOver(bench.parts, wishOf({ target: 'systemd', names: ['apm.test'] }), false));
    writeFileSync(join(folder, 'apm-server.service'), '[Service]\nExecStart=/bin/true\n');

    const { status, stdout, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', join(folder, 'apm-server.service')],
      { encoding: 'utf8' },
    );
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes(folder))).toEqual([]);
    expect(status).toBe(0);
  },
);

const KUBECTL = spawnSync('kubectl', ['version', '--client']).status === 0;
test.skipIf(!KUBECTL).each(['kubernetes', 'eck'] as const)(
  `kubectl takes the manifests of %s (${KUBECTL ? 'kubectl kustomize' : 'kubectl is not installed'})`,
  async (target) => {
    const folder = folderOf(await handOver(bench.with(RUM), wishOf({ target, ...EVERYTHING }), false));
    writeFileSync(join(folder, 'kustomization.yaml'), 'resources: [secrets.yaml, apm-server.yaml]\n');

    const { status, stdout, stderr } = spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const kinds = parseAllDocuments(stdout).map((document) => ('toJS' in document ? document.toJS().kind : null));
    expect(kinds.sort()).toEqual(
      target === 'eck'
        ? ['ApmServer', 'Secret', 'Secret']
        : ['ConfigMap', 'ConfigMap', 'Deployment', 'Secret', 'Secret', 'Service'],
    );
  },
);

describe('kubernetes', () => {
  test('has the names and keys that its parts refer to, and the token in base64', async () => {
    const texts = textsOf(await handOver(bench.parts, wishOf({ target: 'kubernetes' }), false));
    const documents = (name: string) =>
      parseAllDocuments(texts.get(name) ?? '').map((document) => ('toJS' in document ? document.toJS() : null));
    const [tokenSecret, certificate] = documents('secrets.yaml');
    const deployment = documents('apm-server.yaml').find(({ kind }) => kind === 'Deployment');
    const { containers, volumes } = deployment.spec.template.spec;
    const [{ env, volumeMounts }] = containers;

    expect(Buffer.from(tokenSecret.data.SECRET_TOKEN, 'base64').toString()).toBe(token);
    expect(env[0].valueFrom.secretKeyRef).toEqual({ name: tokenSecret.metadata.name, key: 'SECRET_TOKEN' });
    expect(volumes[1].secret.secretName).toBe(certificate.metadata.name);
    expect(volumes[1].secret.items.map(({ key }: { key: string }) => key)).toEqual(Object.keys(certificate.data));
    const mounted = volumeMounts.map(({ name }: { name: string }) => name);
    expect(new Set(mounted)).toEqual(new Set(volumes.map(({ name }: { name: string }) => name)));
  });
});

test.each(['g a', 'g"a', 'g$a', "g'a", 'g\\\\a', 'gé'])(
  'a token such as %j never comes into the environment of an agent',
  async (text) => {
    const parts = { ...bench.parts, security: { ...bench.security, showToken: async () => new Secret(text) } };

    const wish = wishOf({ target: 'elastic-agent', names: ['apm.test'] });
    await expect(previewHandover(parts, wish)).resolves.toMatchObject({ target: 'elastic-agent' });
    await expect(handOver(parts, wish, false)).rejects.toMatchObject({ code: 'EXPORT_REFUSED' });
  },
);

test('a token that the server would read as another is not handed over', async () => {
  const parts = { ...bench.parts, security: { ...bench.security, showToken: async () => new Secret('0123') } };

  for (const { id } of HANDOVER_TARGETS) {
    const error = await handOver(parts, wishOf({ target: id, names: ['apm.test'] }), false).catch(
      (thrown: unknown) => thrown,
    );
    expect(error, id).toMatchObject({ code: 'EXPORT_REFUSED' });
    expect(String(error), id).not.toContain('0123');
  }
});

describe('the preview', () => {
  test.each(HANDOVER_TARGETS.map(({ id }) => id))(
    'of %s shows the same files, without any secret, and makes nothing',
    async (target) => {
      const wish = wishOf({ target, names: ['apm.test'], trial: target === 'compose' });
      const before = bench.security.certificates().length;
      const preview = await previewHandover(bench.parts, wish);
      expect(bench.security.certificates().length).toBe(before);
      const made = await handOver(bench.parts, wish, false);

      expect(preview.files.map(({ name, isSecret }) => [name, isSecret])).toEqual(
        made.files.map(({ name, isSecret }) => [name, isSecret]),
      );
      expect(preview.steps).toEqual(made.steps);
      expect(JSON.stringify(preview)).not.toContain(token);
      expect(JSON.stringify(preview)).not.toMatch(/stands-in/);
      const texts = textsOf(made);
      for (const { name, text, isSecret } of preview.files)
        if (!isSecret && /\.(yml|conf|md)$/.test(name) && target !== 'helm')
          expect(Buffer.from(text ?? '').toString('latin1'), name).toBe(texts.get(name));
      expect(
        preview.files.filter(({ isSecret }) => isSecret).map(({ text, holds }) => (text ?? holds ?? '').length > 0),
      ).not.toContain(false);
    },
  );
});
