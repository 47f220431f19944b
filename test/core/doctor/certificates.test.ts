import { afterAll, describe, expect, test } from 'vitest';
import { type CertificateWish, openKit, ROOT_EXTENSIONS } from './certificate-kit.ts';
import { examined, TOKEN, world } from './examined.ts';
import { standIn } from './stand-in-server.ts';

const kit = openKit();
afterAll(() => kit.remove());

const root = kit.root();
const good = kit.leaf(root);

/** Server with a leaf of that kind under the root, examined with the root as its CA. */
async function withLeaf(wish: CertificateWish): ReturnType<typeof examined> {
  const server = await standIn(kit.leaf(root, wish), { ciphers: 'DEFAULT:@SECLEVEL=0' });
  return examined({ url: server.url, ca: root.cert, token: TOKEN });
}

describe('a server with a good certificate', () => {
  test('is passed by every check that was asked for', async () => {
    const server = await standIn(good);

    const { report, check, bad } = await examined({
      url: server.url,
      ca: root.cert,
      token: TOKEN,
      origin: 'https://shop.example',
      send: true,
    });

    // Node.js in the place of APM Server speaks no HTTP/2 here.
    expect(bad).toEqual(['otlp-grpc warning']);
    expect(report.verdict).toBe('warning');
    expect(report.checks.filter(({ state }) => state === 'skipped')).toEqual([]);
    expect(check('certificate').summary).toMatch(/^It covers localhost and is valid for (29|30) days more\.$/);
    expect(check('trust').summary).toBe('It leads to Test root, which is in the CA file.');
    expect(check('test-event').summary).toContain('"Sealwire doctor test"');
    expect(server.seen.filter(({ bytes }) => bytes > 0).map(({ url }) => url)).toEqual(['/intake/v2/events?verbose']);
  });

  test('is sent nothing that it would keep unless that was asked for', async () => {
    const server = await standIn(good);

    const { check } = await examined({ url: server.url, ca: root.cert, token: TOKEN });

    expect(check('test-event').state).toBe('skipped');
    expect(server.seen.length).toBeGreaterThan(8);
    expect(server.seen.filter(({ bytes }) => bytes > 0)).toEqual([]);
  });
});

describe('the chain', () => {
  const intermediate = kit.leaf(root, { subject: '/CN=Test intermediate', san: null, extensions: ROOT_EXTENSIONS });
  const leaf = kit.leaf(intermediate);
  const served = (...certs: readonly string[]): { cert: string; key: string } => ({
    cert: certs.join(''),
    key: leaf.key,
  });

  test('passes with its intermediate, in order, over TLS 1.3 and 1.2', async () => {
    for (const maxVersion of ['TLSv1.3', 'TLSv1.2'] as const) {
      const { url } = await standIn(served(leaf.cert, intermediate.cert), { maxVersion });

      const { check } = await examined({ url, ca: root.cert });

      expect(check('chain')).toMatchObject({ state: 'ok', evidence: 'localhost → Test intermediate' });
      expect(check('trust').state).toBe('ok');
    }
  });

  test('fails without its intermediate, which is named', async () => {
    const { url } = await standIn(served(leaf.cert));

    const { check, report } = await examined({ url, ca: root.cert });

    expect(check('chain')).toMatchObject({
      state: 'failed',
      summary: expect.stringContaining('the certificate of Test intermediate is missing'),
    });
    expect(check('chain').fix).toContain('Append the certificate of Test intermediate');
    expect(check('certificate').state).toBe('ok');
    expect(check('trust').state).toBe('failed');
    expect(check('agents')).toMatchObject({
      state: 'failed',
      summary: 'No agent will accept this certificate with that CA file.',
    });
    expect(report.verdict).toBe('failed');
  });

  test('warns of the wrong order, of a stranger and of what is sent twice', async () => {
    const other = kit.root({ subject: '/CN=Stranger' });
    const cases: readonly (readonly [string[], RegExp])[] = [
      [[leaf.cert, root.cert, intermediate.cert], /wrong order/],
      [[leaf.cert, intermediate.cert, other.cert], /does not belong to its chain/],
      [[leaf.cert, intermediate.cert, intermediate.cert], /twice/],
    ];
    for (const [certs, summary] of cases) {
      const { url } = await standIn(served(...certs));

      const { check } = await examined({ url, ca: root.cert });

      expect(check('chain')).toMatchObject({ state: 'warning', summary: expect.stringMatching(summary) });
      expect(check('trust').state).toBe('ok');
    }
  });

  test('of hundreds is looked at no further than any chain goes', async () => {
    const { url } = await standIn(served(leaf.cert, intermediate.cert, ...Array.from({ length: 60 }, () => root.cert)));

    const { check } = await examined({ url, ca: root.cert });

    expect(check('chain').details).toHaveLength(16);
    expect(check('trust').state).toBe('ok');
  });

  test('says of a root that is sent that nobody needs it', async () => {
    const { url } = await standIn(served(leaf.cert, intermediate.cert, root.cert));

    expect((await examined({ url, ca: root.cert })).check('chain')).toMatchObject({
      state: 'ok',
      summary: expect.stringContaining('the root as well'),
    });
  });

  test('cannot tell without the authority whether something is missing', async () => {
    const { url } = await standIn(good);

    const { check } = await examined({ url });

    expect(check('chain')).toMatchObject({ state: 'warning', fix: expect.stringContaining('--ca') });
    expect(check('trust')).toMatchObject({ state: 'failed', fix: expect.stringContaining('Test root') });
  });
});

describe('the certificate', () => {
  test('fails where it has expired, and the name of the authority is known all the same', async () => {
    const { check } = await withLeaf({ days: -1 });

    expect(check('certificate')).toMatchObject({
      state: 'failed',
      summary: expect.stringMatching(/^It expired on \d{4}-\d\d-\d\d, (1 day|less than a day) ago\.$/),
    });
    expect(check('trust').summary).toContain('has the authority, and a certificate of the chain has expired');
    expect(check('agents')).toMatchObject({ state: 'failed', summary: 'No agent will accept this certificate.' });
  });

  test('fails where it is not valid yet, by a clock that is wrong', async () => {
    const { url } = await standIn(good);
    const early = new Date(Date.now() - 90 * 86_400_000);

    const { check } = await examined({ url, ca: root.cert }, { now: () => early });

    expect(check('certificate')).toMatchObject({
      state: 'failed',
      summary: expect.stringMatching(/^It is valid only from/),
    });
    expect(check('clock')).toMatchObject({ state: 'warning', summary: expect.stringContaining('90 days ahead of') });
  });

  test('warns of its end before it comes', async () => {
    expect((await withLeaf({ days: 5 })).check('certificate')).toMatchObject({
      state: 'warning',
      summary: expect.stringMatching(/expires in [45] days/),
    });
  });

  test.each<readonly [string, CertificateWish, RegExp]>([
    [
      'another name',
      { san: 'DNS:apm.test,DNS:*.apm.test' },
      /^It does not cover localhost; it is for apm\.test, \*\.apm\.test\.$/,
    ],
    ['no subjectAltName', { san: null }, /^It names localhost in its subject alone and has no subjectAltName\.$/],
    ['no name at all', { san: null, subject: '/CN=apm' }, /^It names no host at all/],
    ['a use for clients alone', { extensions: ['extendedKeyUsage=clientAuth'] }, /lacks serverAuth/],
    ['SHA-1', { hash: 'sha1' }, /^It is signed with SHA-1\.$/],
  ])('fails with %s', async (_what, wish, summary) => {
    const { check, report } = await withLeaf(wish);

    expect(check('certificate')).toMatchObject({
      state: 'failed',
      summary: expect.stringMatching(summary),
      fix: expect.stringMatching(/^Issue it/),
    });
    expect(report.verdict).toBe('failed');
  });

  test('fails with an address that stands among the DNS names', async () => {
    const server = await standIn(kit.leaf(root, { san: 'DNS:127.0.0.1' }));

    const { check } = await examined({ url: `https://127.0.0.1:${server.port}`, ca: root.cert });

    expect(check('certificate')).toMatchObject({
      state: 'failed',
      summary: 'It has the address 127.0.0.1 as a DNS name, not as an address.',
    });
  });
});

describe('strictness', () => {
  test.each<readonly [string, CertificateWish, string, RegExp]>([
    ['Python', { isWithoutIssuerKey: true }, 'Python from 3.13 on', /no authority key identifier/],
    [
      'OpenSSL',
      { key: 'rsa-1024' },
      'Node.js, Python from 3.13 on, Python up to 3.12, Ruby, PHP (curl) and Apple’s systems',
      /RSA with 1024 bits/,
    ],
    ['Apple', { days: 1000 }, 'Apple’s systems', /valid for 1000 days/],
    [
      'browsers',
      { key: 'ed25519', extensions: ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=serverAuth'] },
      'Chromium, Firefox and Apple’s systems',
      /Ed25519/,
    ],
    ['Chromium', { key: 'p521' }, 'Chromium', /P-521/],
  ])('of %s is told with its reason', async (_who, wish, who, why) => {
    const { check } = await withLeaf(wish);

    expect(check('certificate').state).toBe('ok');
    expect(check('strictness')).toMatchObject({
      state: 'warning',
      details: [expect.objectContaining({ what: who, text: expect.stringMatching(why) })],
    });
  });

  test('of an authority is told, of Python 3.13 in its own words', async () => {
    const lax = kit.root({ subject: '/CN=Lax root', extensions: ['basicConstraints=CA:TRUE'] });
    const { url } = await standIn(kit.leaf(lax));

    const { check } = await examined({ url, ca: lax.cert });

    expect(check('strictness').details.map(({ text }) => text)).toEqual([
      'The authority Lax root has basic constraints that are not critical.',
      'The authority Lax root has no key usage.',
    ]);
    expect(check('agents').details.find(({ what }) => what === 'Python')).toMatchObject({
      state: 'warning',
      text: expect.stringMatching(/^Python from 3\.13 on refuses it/),
    });
    expect(check('agents').details.find(({ what }) => what === 'Go')).toMatchObject({ state: 'ok' });
  });

  test('of name constraints is told of all but Java', async () => {
    const narrow = kit.root({
      subject: '/CN=Narrow',
      extensions: [...ROOT_EXTENSIONS, 'nameConstraints=critical,permitted;DNS:test'],
    });
    const { url } = await standIn(kit.leaf(narrow));

    const { check } = await examined({ url, ca: narrow.cert });

    expect(check('certificate')).toMatchObject({
      state: 'failed',
      summary: expect.stringContaining('its name constraints do not allow it'),
    });
    expect(check('agents').details.find(({ what }) => what === 'Java')).toMatchObject({ state: 'ok' });
    expect(check('agents').details.find(({ what }) => what === 'Ruby')).toMatchObject({ state: 'failed' });
  });
});

describe('trust', () => {
  test('is told of the system’s store, and agents that read it need nothing', async () => {
    const { url } = await standIn(good);

    const { check } = await examined({ url }, { systemAuthorities: () => [root.cert] });

    expect(check('trust')).toMatchObject({
      state: 'ok',
      summary: 'It leads to Test root, which is in the system’s store.',
    });
    expect(check('agents').details.find(({ what }) => what === 'PHP')?.text).toContain('as this one’s has');
    expect(check('agents').details.find(({ what }) => what === 'Node.js')?.text).toContain(
      'ELASTIC_APM_SERVER_CA_CERT_FILE',
    );
  });

  test('of a public authority needs nothing of any agent', async () => {
    const { url } = await standIn(good);

    const { check } = await examined({ url }, { mozillaAuthorities: () => [root.cert] });

    expect(check('agents')).toMatchObject({ state: 'ok', summary: 'Every agent will accept this certificate.' });
  });

  test('with a CA file looks nowhere else', async () => {
    const { url } = await standIn(good);

    const { check } = await examined(
      { url, ca: kit.root({ subject: '/CN=Other' }).cert },
      { systemAuthorities: () => [root.cert] },
    );

    expect(check('trust')).toMatchObject({
      state: 'failed',
      summary: 'The CA file does not verify this server: it does not have the authority that signed it.',
    });
  });

  test('that is missing keeps every secret back, a made-up one too', async () => {
    const server = await standIn(good);

    const { check } = await examined({ url: server.url, token: TOKEN, send: true });

    expect(check('token')).toMatchObject({ state: 'skipped', summary: expect.stringContaining('was not sent') });
    expect(check('test-event').state).toBe('skipped');
    expect(server.seen.length).toBeGreaterThan(3);
    expect(server.seen.map(({ authorization }) => authorization).filter((each) => each !== null)).toEqual([]);
  });

  test('of another name keeps every secret back as well', async () => {
    const server = await standIn(kit.leaf(root, { san: 'DNS:apm.test' }));

    await examined({ url: server.url, ca: root.cert, token: TOKEN, send: true });

    expect(server.seen.length).toBeGreaterThan(3);
    expect(server.seen.map(({ authorization }) => authorization).filter((each) => each !== null)).toEqual([]);
  });

  test('is not had by a certificate that signed itself', async () => {
    const own = kit.root({
      subject: '/CN=localhost',
      san: 'DNS:localhost',
      extensions: ['basicConstraints=critical,CA:FALSE'],
    });
    const { url } = await standIn(own);

    const { check } = await examined({ url }, world);

    expect(check('trust').state).toBe('failed');
    expect(check('chain')).toMatchObject({
      state: 'ok',
      summary: 'The server sends its own certificate, signed by itself.',
    });
    expect(check('strictness')).toMatchObject({ state: 'warning', summary: expect.stringContaining('Chromium') });
  });
});
