import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isPolicyText, withCertificate, withoutCertificate } from '../../../main/core/trust/firefox/policy-text.ts';
import { store as policies } from '../../../main/core/trust/stores/firefox-policies.ts';
import { cuttableHost } from '../../support/cuttable-host.ts';
import { elsewhere } from '../../support/elsewhere.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { inPrivateRoot, whyNoPrivateRoot } from '../../support/private-root.ts';

const FILE = '/etc/firefox/policies/policies.json';
const root = { platform: 'linux', userId: 0, env: { PATH: '/usr/bin' } } as const;
const firefox = { '/usr/bin/firefox': '#!' };
/** Of a person, with a habit of their own: tabs, no newline at the end, and a key that Sealwire does not know. */
const THEIRS =
  '{\n\t"policies": {\n\t\t"DisableTelemetry": true,\n\t\t"Certificates": { "ImportEnterpriseRoots": true, "Install": ["company.der"] }\n\t},\n\t"note":"ours"}';

/** Texts with some of what is looked at, and with anything else. */
const policyTexts = fc
  .record(
    {
      policies: fc.record(
        {
          Certificates: fc.record(
            { Install: fc.array(fc.string()), ImportEnterpriseRoots: fc.boolean() },
            { requiredKeys: [] },
          ),
          Other: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      note: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value, null, 3));

describe('the policies of Firefox', () => {
  test.each([
    ['there are none yet', null],
    ['there are some, which are kept', THEIRS],
    ['they are empty', '{}'],
  ])('name the authority and are as before to the byte afterwards where %s', async (_case, before) => {
    const files = before === null ? firefox : { ...firefox, [FILE]: before };
    const { host, pair, open } = await elsewhere(root, () => ({}), files);
    const { trust, ledger } = open([policies]);
    const certificate = `/etc/firefox/policies/sealwire-${pair.authority.tag}.pem`;

    const { steps } = await trust.plan('install', pair.authority, ['firefox-policies']);
    const [installed] = await trust.install(pair.authority, ['firefox-policies'], {});
    const between = JSON.parse(host.disk.read(FILE)?.toString() ?? '');
    const [listed] = await trust.list(pair.authority);
    const state = ledger.list()[0]?.state;
    const [removed] = await trust.uninstall(pair.authority, [], {});

    expect(steps[0]?.files.map(({ path, change }) => `${change} ${path}`)).toEqual([
      `create ${certificate}`,
      `${before === null ? 'create' : 'change'} ${FILE}`,
    ]);
    expect([installed?.outcome, listed?.state, state]).toEqual(['done', 'installed', 'done']);
    expect(between).toEqual({
      ...JSON.parse(before ?? '{}'),
      policies: {
        ...JSON.parse(before ?? '{}').policies,
        Certificates: {
          ...JSON.parse(before ?? '{}').policies?.Certificates,
          Install: [...(JSON.parse(before ?? '{}').policies?.Certificates?.Install ?? []), certificate],
        },
      },
    });
    expect(removed).toMatchObject({ outcome: 'done' });
    expect(host.disk.read(FILE)?.toString() ?? null).toBe(before);
    expect(host.disk.facts(certificate)).toBeNull();
    if (before === null) expect(host.disk.facts('/etc/firefox')).toBeNull();
    expect(ledger.list().map((entry) => entry.state)).toEqual(['undone']);
  });

  test('keep what somebody else changed in them meanwhile', async () => {
    const { host, pair, open } = await elsewhere(root, () => ({}), { ...firefox, [FILE]: THEIRS });
    const { trust } = open([policies]);
    await trust.install(pair.authority, ['firefox-policies'], {});
    const changed = JSON.parse(host.disk.read(FILE)?.toString() ?? '');
    changed.policies.DisableTelemetry = false;
    changed.policies.Certificates.Install.push('later.der');
    host.disk.remove(FILE);
    host.disk.create(FILE, Buffer.from(JSON.stringify(changed)), 0o644);

    await trust.uninstall(pair.authority, [], {});

    expect(JSON.parse(host.disk.read(FILE)?.toString() ?? '')).toEqual({
      policies: {
        DisableTelemetry: false,
        Certificates: { ImportEnterpriseRoots: true, Install: ['company.der', 'later.der'] },
      },
      note: 'ours',
    });
  });

  test('are left alone where they cannot be read, would hide others, belong to somebody or changed since the plan', async () => {
    const saying = async (files: Readonly<Record<string, string>>): Promise<string> => {
      const { pair, host, open } = await elsewhere(root, () => ({}), { ...firefox, ...files });
      const { trust, ledger } = open([policies]);
      const [result] = await trust.install(pair.authority, ['firefox-policies'], {});
      expect(result?.outcome).toBe('failed');
      expect(ledger.list()).toEqual([]);
      expect(host.disk.read(FILE)?.toString()).toBe(files[FILE]);
      return result?.said ?? '';
    };

    expect(await saying({ [FILE]: '{ "policies": // mine\n {} }' })).toMatch(/holds no policies that Firefox can read/);
    expect(await saying({ [FILE]: '{"policies":{"Certificates":{"Install":"one"}}}' })).toMatch(/no policies that/);
    const packaged = '/usr/lib/firefox/distribution/policies.json';
    expect(await saying({ [packaged]: '{"policies":{}}' })).toMatch(/would not count any more/);

    const { pair, host, open } = await elsewhere(root, () => ({}), { ...firefox, [FILE]: THEIRS });
    const { trust } = open([policies]);
    const { steps } = await trust.plan('install', pair.authority, ['firefox-policies']);
    host.disk.append(FILE, Buffer.from('\n'), 0o644);
    const seen = { 'firefox-policies': steps[0]?.seen ?? '' };
    const [result] = await trust.install(pair.authority, ['firefox-policies'], seen);

    expect(result?.said).toMatch(/was changed by another program since the plan was shown/);
    expect(host.disk.read(FILE)?.toString()).toBe(`${THEIRS}\n`);
  });

  test('without the rights are printed, and nothing is written', async () => {
    const { pair, host, open } = await elsewhere({ ...root, userId: 1000 }, () => ({}), { ...firefox, [FILE]: '{}' });
    const { trust, ledger } = open([policies]);
    const certificate = `/etc/firefox/policies/sealwire-${pair.authority.tag}.pem`;

    const [result] = await trust.install(pair.authority, ['firefox-policies'], {});

    expect(result).toMatchObject({
      outcome: 'by-hand',
      commands: [`sudo install -D -m 0644 ${pair.authority.path} ${certificate}`],
    });
    expect(JSON.parse(result?.lines[0]?.content ?? '')).toEqual({
      policies: { Certificates: { Install: [certificate] } },
    });
    expect([host.disk.read(FILE)?.toString(), ledger.list()]).toEqual(['{}', []]);
  });

  test('come back from a kill at every effect', async () => {
    for (const before of [null, THEIRS]) {
      const files = before === null ? firefox : { ...firefox, [FILE]: before };
      const there = await elsewhere(root, () => ({}), files);
      const { host, pair } = there;
      let isCut = true;
      let kills = 0;
      for (let at = 1; isCut; at += 1) {
        const cut = cuttableHost(host, at, at % 2 === 0);
        try {
          const { trust } = there.open([policies], cut.host);
          await trust.install(pair.authority, ['firefox-policies'], {});
          await trust.uninstall(pair.authority, ['firefox-policies'], {});
        } catch (error) {
          if (!cut.wasCut()) throw error;
        }
        isCut = cut.wasCut();
        if (isCut) kills += 1;
        await there.open([policies]).trust.uninstall(pair.authority, [], {});
        expect(host.disk.read(FILE)?.toString() ?? null, `effect ${at}`).toBe(before);
        expect(host.disk.list('/etc/firefox/policies'), `effect ${at}`).toEqual(
          before === null ? [] : ['policies.json'],
        );
        expect(
          there
            .open([policies])
            .ledger.list()
            .filter(({ state }) => state !== 'undone'),
        ).toEqual([]);
      }
      expect(kills).toBeGreaterThan(10);
    }
  });

  test('are never anything but what they were, whatever they are', () => {
    fc.assert(
      fc.property(policyTexts, fc.string(), (text, path) => {
        expect(isPolicyText(text)).toBe(true);
        const before = JSON.parse(text);
        fc.pre(!before.policies?.Certificates?.Install?.includes(path));
        const left = withoutCertificate(withCertificate(text, path), path);
        // Lists and groups that were there and empty may be gone; everything that says something is there.
        expect(withoutEmpty(JSON.parse(left ?? '{}'))).toEqual(withoutEmpty(before));
      }),
      { numRuns: 300 },
    );
    for (const text of ['', '[]', 'null', '1', '{"policies":[]}', '{"policies":{"Certificates":[]}}'])
      expect(isPolicyText(text), text).toBe(false);
  });
});

/** What is looked at, without what says nothing. */
function withoutEmpty({ policies: own = {}, ...rest }: Record<string, Record<string, unknown>>): unknown {
  const { Certificates: certificates = {}, ...others } = own as Record<string, Record<string, unknown>>;
  const { Install: install, ...options } = certificates as { Install?: unknown[] };
  return { rest, others, options, install: install ?? [] };
}

const reason =
  whyNoPrivateRoot ??
  (isOnPath('certutil') ? null : 'certutil is not installed') ??
  (isOnPath('firefox') || isOnPath('firefox-esr') ? null : 'Firefox is not installed');

describe.skipIf(reason !== null)(`a real Firefox${reason === null ? '' : ` (${reason})`}`, () => {
  test('takes a certificate of the authority by the policy, and its copies go with it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-firefox-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const child = join(import.meta.dirname, 'firefox-child.ts');

    const seen = JSON.parse(inPrivateRoot([process.execPath, child], { HOME: folder }));

    expect(seen.checks).toMatchObject([{ client: expect.stringMatching(/^Firefox \d+/), outcome: 'verified' }]);
    expect(seen.copied).toEqual([expect.stringMatching(/Sealwire CA test/)]);
    expect(seen.removed).toMatchObject([{ outcome: 'done', said: expect.stringContaining('Its copy is out of') }]);
    expect([seen.left, seen.hasPolicies]).toEqual([[], false]);
  }, 300_000);
});
