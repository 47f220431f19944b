import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { DoctorCheck, DoctorReport } from '../../main/contract/index.ts';
import { openKit, ROOT_EXTENSIONS } from '../core/doctor/certificate-kit.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { haproxyInFront, nginxInFront, type ProxyWish } from '../support/proxy-in-front.ts';
import { type SystemHome, systemHome } from './system-home.ts';

/* The real endpoint behind real proxies, with good and with broken chains. */

const kit = openKit();
afterAll(() => kit.remove());
const root = kit.root({ subject: '/CN=Corp root' });
const intermediate = kit.leaf(root, { subject: '/CN=Corp intermediate', san: null, extensions: ROOT_EXTENSIONS });
const leaf = kit.leaf(intermediate);
const whole = { chain: leaf.cert + intermediate.cert, key: leaf.key };

/** The endpoint, and what a proxy in front of it needs. */
async function behind(): Promise<{ at: SystemHome; wish: Omit<ProxyWish, 'isHttp2'> }> {
  const at = await systemHome();
  const { port, ready } = await at.up();
  return { at, wish: { ...whole, upstreamPort: port, upstreamCa: readFileSync(ready.ca, 'utf8') } };
}

async function examined(
  at: SystemHome,
  url: string,
): Promise<{ code: unknown; bad: string[]; check(id: string): DoctorCheck | undefined }> {
  const ca = `${at.folder}/corp.pem`;
  writeFileSync(ca, root.cert);
  const { code, stdout, stderr } = await at.run(['doctor', url, '--ca', ca, '--own-token', '--json']);
  expect(stderr).toBe('');
  const report: DoctorReport = JSON.parse(stdout);
  return {
    code,
    bad: report.checks
      .filter(({ state }) => state === 'failed' || state === 'warning')
      .map(({ id, state }) => `${id} ${state}`),
    check: (id) => report.checks.find((check) => check.id === id),
  };
}

describe.skipIf(!isOnPath('nginx'))(`nginx in front${isOnPath('nginx') ? '' : ' [skipped: no nginx]'}`, () => {
  test('with HTTP/2, gRPC and room for large requests is passed, and seen', async () => {
    const { at, wish } = await behind();

    const { code, bad, check } = await examined(
      at,
      await nginxInFront({ ...wish, isHttp2: true, directives: 'client_max_body_size 32m;' }),
    );

    expect([code, bad]).toEqual([0, []]);
    expect(check('proxy')?.evidence).toMatch(/^server: nginx/);
    expect(check('chain')?.evidence).toBe('localhost → Corp intermediate');
    expect(check('otlp-grpc')?.evidence).toContain('grpc-status 0');
    expect(check('body-size')?.summary).toBe('Requests of 16 MiB are let in.');
  });

  test('as it comes ends HTTP/2, and refuses large requests', async () => {
    const { at, wish } = await behind();

    const { code, bad, check } = await examined(at, await nginxInFront({ ...wish, isHttp2: false }));

    expect([code, bad]).toEqual([0, ['otlp-grpc warning']]);
    expect(check('otlp-grpc')?.summary).toContain('does not speak HTTP/2');
    expect(check('body-size')?.summary).toBe('Requests of 1 MiB are let in, 4 MiB are not.');
  });

  test('with broken chains fails by them', async () => {
    const { at, wish } = await behind();

    const alone = await examined(at, await nginxInFront({ ...wish, chain: leaf.cert, isHttp2: false }));
    const mixed = await examined(
      at,
      await nginxInFront({ ...wish, chain: leaf.cert + root.cert + intermediate.cert, isHttp2: false }),
    );

    expect(alone.code).toBe(1);
    expect(alone.check('chain')).toMatchObject({
      state: 'failed',
      summary: expect.stringContaining('Corp intermediate is missing'),
    });
    expect(alone.check('token')).toMatchObject({ state: 'skipped', summary: expect.stringContaining('was not sent') });
    expect(mixed.check('chain')).toMatchObject({ state: 'warning', summary: expect.stringContaining('wrong order') });
  });

  test('with nobody behind it fails by that', async () => {
    const { at, wish } = await behind();

    const { code, check } = await examined(at, await nginxInFront({ ...wish, upstreamPort: 1, isHttp2: false }));

    expect(code).toBe(1);
    expect(check('http')).toMatchObject({ state: 'failed', evidence: 'GET / answered 502' });
  });

  test('that asks for old versions of TLS alone fails by that', async () => {
    const { at, wish } = await behind();

    const url = await nginxInFront({
      ...wish,
      isHttp2: false,
      directives: 'ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;',
    });
    const { code, check } = await examined(at, url);

    expect(code).toBe(1);
    expect(check('tls-versions')).toMatchObject({ state: 'failed', summary: expect.stringContaining('TLS 1.1 alone') });
  });
});

describe.skipIf(!isOnPath('haproxy'))(`HAProxy in front${isOnPath('haproxy') ? '' : ' [skipped: no haproxy]'}`, () => {
  test('that passes gRPC on is passed, and shows itself by nothing', async () => {
    const { at, wish } = await behind();

    const { code, bad, check } = await examined(at, await haproxyInFront({ ...wish, isHttp2: true }));

    expect([code, bad]).toEqual([0, []]);
    expect(check('otlp-grpc')?.evidence).toContain('grpc-status 0');
    expect(check('proxy')?.state).toBe('ok');
  });

  test('without its intermediate, and without HTTP/2, fails and warns', async () => {
    const { at, wish } = await behind();

    const { code, check } = await examined(at, await haproxyInFront({ ...wish, chain: leaf.cert, isHttp2: false }));

    expect(code).toBe(1);
    expect(check('chain')).toMatchObject({
      state: 'failed',
      summary: expect.stringContaining('Corp intermediate is missing'),
    });
  });
});
