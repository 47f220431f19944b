import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { store as android } from '../../../main/core/trust/stores/android.ts';
import { store as containers } from '../../../main/core/trust/stores/containers.ts';
import { store as environment } from '../../../main/core/trust/stores/environment.ts';
import { cuttableHost, withoutReaders } from '../../support/cuttable-host.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { tempHome } from '../../support/temp-security.ts';
import { benchAuthority, trustBench } from '../../support/trust-bench.ts';

const hostIn = (home: string, env: Readonly<Record<string, string>> = {}): Host =>
  realHost({ PATH: process.env.PATH, HOME: home, ...env });

const lineOf = (content: string, name: string): string =>
  new RegExp(`^export ${name}=(\\S+)$`, 'm').exec(content)?.[1] ?? '';

describe('variables of runtimes', () => {
  const runtimes = ['node', 'python3', 'curl', 'git', 'go'].filter(isOnPath);

  test(`make them take the authority, by a real handshake: ${runtimes.join(', ')}`, async () => {
    const home = tempHome();
    const host = hostIn(home);
    const pair = await benchAuthority(host, home);
    const { trust, ledger, around } = trustBench(host, home, [environment], pair);
    const stores = (await trust.list(pair.authority)).map(({ id }) => id);

    const results = await trust.install(pair.authority, ['env'], {});
    await trust.uninstall(pair.authority, ['env'], {});

    expect(stores).toEqual(expect.arrayContaining(['env:node', 'env:python', 'env:curl']));
    expect(results.map(({ outcome }) => outcome)).toEqual(stores.map(() => 'done'));
    const checks = results.flatMap((result) => result.checks);
    expect(checks.length).toBeGreaterThanOrEqual(runtimes.length);
    expect(checks.filter(({ outcome }) => outcome !== 'verified')).toEqual([]);
    // Everything lies in Sealwire's own folder, which the ledger is not for.
    expect(ledger.list()).toEqual([]);
    expect(readdirSync(around.folder)).toEqual(['checks.json']);
  });

  test('that replace what is trusted get a file in which nothing of before is missing', async () => {
    const home = tempHome();
    const company = (await benchAuthority(hostIn(home), home)).authority;
    const own = join(home, 'company.pem');
    writeFileSync(own, `# Company\n${company.pem}`);
    const host = hostIn(home, { SSL_CERT_FILE: own, NODE_EXTRA_CA_CERTS: own });
    const pair = await benchAuthority(host, home);
    const { trust } = trustBench(host, home, withoutReaders([environment]), pair);

    const results = await trust.install(pair.authority, ['env:python', 'env:node', 'env:curl'], {});
    const linesOf = (id: string): string => results.find(({ store }) => store === id)?.lines[0]?.content ?? '';
    const python = readFileSync(lineOf(linesOf('env:python'), 'SSL_CERT_FILE'), 'utf8');
    const node = readFileSync(lineOf(linesOf('env:node'), 'NODE_EXTRA_CA_CERTS'), 'utf8');
    const curl = readFileSync(lineOf(linesOf('env:curl'), 'CURL_CA_BUNDLE'), 'utf8');

    expect(lineOf(linesOf('env:python'), 'REQUESTS_CA_BUNDLE')).toBe(lineOf(linesOf('env:python'), 'SSL_CERT_FILE'));
    for (const text of [python, node]) expect(text).toBe(`# Company\n${company.pem}${pair.authority.pem}`);
    // Without a variable of its own, curl goes on trusting what the system trusts.
    expect(curl.match(/BEGIN CERTIFICATE/g)?.length ?? 0).toBeGreaterThan(50);
    expect(curl.endsWith(pair.authority.pem)).toBe(true);
  });

  test('are said to be out of date once what was merged has changed, and mended by installing again', async () => {
    const home = tempHome();
    const own = join(home, 'company.pem');
    const first = (await benchAuthority(hostIn(home), home)).authority;
    const second = (await benchAuthority(hostIn(home), home)).authority;
    writeFileSync(own, first.pem);
    const host = hostIn(home, { SSL_CERT_FILE: own });
    const pair = await benchAuthority(host, home);
    const { trust } = trustBench(host, home, withoutReaders([environment]), pair);
    const find = async () => (await trust.list(pair.authority)).find(({ id }) => id === 'env:python');

    await trust.install(pair.authority, ['env:python'], {});
    writeFileSync(own, first.pem + second.pem);
    const stale = await find();
    await trust.install(pair.authority, ['env:python'], {});

    expect(stale).toMatchObject({ state: 'not-installed', evidence: expect.stringContaining('out of date') });
    expect(await find()).toMatchObject({ state: 'installed', evidence: expect.stringContaining('not set to them') });
  });

  test('come back from a kill at every effect', async () => {
    const home = tempHome();
    const host = hostIn(home);
    const pair = await benchAuthority(host, home);
    const kinds = withoutReaders([environment]);
    let isCut = true;
    let kills = 0;
    for (let at = 1; isCut; at += 1) {
      const cut = cuttableHost(host, at, false);
      try {
        await trustBench(cut.host, home, kinds, pair).trust.install(pair.authority, ['env:node'], {});
      } catch (error) {
        if (!cut.wasCut()) throw error;
      }
      isCut = cut.wasCut();
      if (isCut) kills += 1;
      const { trust, around } = trustBench(host, home, kinds, pair);
      await trust.uninstall(pair.authority, ['env:node'], {});
      expect(existsSync(join(around.folder, 'env-node')), `effect ${at}`).toBe(false);
    }
    expect(kills).toBeGreaterThan(5);
  });
});

describe('containers', () => {
  test('of a project get an override that Compose can read, for each of its services', async () => {
    const home = tempHome();
    const project = join(home, 'my project');
    mkdirSync(project);
    writeFileSync(
      join(project, 'compose.yaml'),
      'services:\n  shop:\n    image: node:24\n  "data base":\n    image: x\n',
    );
    const host = hostIn(home);
    const pair = await benchAuthority(host, home);
    const { trust } = trustBench(host, home, [containers], pair, project);

    const [result] = await trust.install(pair.authority, ['containers'], {});
    const command = result?.lines[0]?.content ?? '';
    const path = /-f (\S*compose\.sealwire\.yaml)/.exec(command)?.[1] ?? '';
    const override = parse(readFileSync(path, 'utf8'));

    expect(command).toMatch(/^docker compose -f compose\.yaml -f /);
    expect(Object.keys(override.services)).toEqual(['shop', 'data base']);
    for (const { volumes, environment: variables } of Object.values<Record<string, unknown>>(override.services) as {
      volumes: { source: string; target: string; read_only: boolean }[];
      environment: Record<string, string>;
    }[]) {
      for (const { source, read_only: isReadOnly } of volumes)
        expect([existsSync(source), isReadOnly]).toEqual([true, true]);
      const targets = volumes.map(({ target }) => target);
      for (const value of Object.values(variables)) expect(targets).toContain(value);
    }
    expect(readFileSync(join(project, 'compose.yaml'), 'utf8')).not.toContain('sealwire');
  });

  test('are not spoken of where there is neither a project nor a tool for them', async () => {
    const home = tempHome();
    const real = hostIn(home);
    const isTool = (path: string): boolean => /\/(docker|podman)$/.test(path);
    const disk = { ...real.disk, facts: (path: string) => (isTool(path) ? null : real.disk.facts(path)) };
    const pair = await benchAuthority(real, home);

    const { trust } = trustBench({ ...real, disk }, home, [containers], pair);

    expect(await trust.list(pair.authority)).toEqual([]);
  });
});

describe('an Android emulator', () => {
  test('is trusted by the debug build, whose files are written where a person copies them from', async () => {
    const home = tempHome();
    const host = hostIn(home, { ANDROID_HOME: home });
    const pair = await benchAuthority(host, home);
    const { trust, around } = trustBench(host, home, [android], pair);

    const [result] = await trust.install(pair.authority, ['android'], {});
    const raw = readFileSync(join(around.folder, 'android', 'res', 'raw', 'sealwire_ca.pem'), 'utf8');
    const xml = readFileSync(join(around.folder, 'android', 'res', 'xml', 'network_security_config.xml'), 'utf8');
    await trust.uninstall(pair.authority, ['android'], {});

    expect(raw).toBe(pair.authority.pem);
    expect(xml).toContain('<debug-overrides>');
    expect(result?.lines[0]?.content).toContain('@xml/network_security_config');
    expect(existsSync(join(around.folder, 'android'))).toBe(false);
  });
});
