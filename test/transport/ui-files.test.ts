import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realHost } from '../../main/core/host/real-host.ts';
import { serveBrowser } from '../../main/transport/browser-carrier.ts';
import { linked } from '../support/browser-session.ts';
import { fakeCore } from '../support/fake-core.ts';
import { ask } from '../support/http-client.ts';
import { tempHome } from '../support/temp-home.ts';

describe('the files of the interface', () => {
  test('come with every protective header, and no cookie', async () => {
    const { origin } = await linked();

    const answers = [await ask(origin, '/'), await ask(origin, '/pushes'), await ask(origin, '/nothing')];

    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test.each([
    ['/', 'text/html; charset=utf-8', 'no-store'],
    ['/index.html', 'text/html; charset=utf-8', 'no-store'],
    ['/assets/index-B1a2c3.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/icon.svg', 'image/svg+xml', 'no-store'],
    ['/icon.svg?v=2', 'image/svg+xml', 'no-store'],
  ])('%s is served as %s', async (path, type, cache) => {
    const { origin } = await linked();

    const answer = await ask(origin, path);
    const head = await ask(origin, path, { method: 'HEAD' });

    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      type,
      cache,
    ]);
    expect([head.text, head.headers['content-length']]).toEqual(['', String(Buffer.byteLength(answer.text))]);
  });

  test('a place of the interface is its index for a person, and nothing for a program', async () => {
    const { origin } = await linked();
    const asPerson = { headers: { accept: 'text/html,*/*;q=0.8' } };

    const index = await ask(origin, '/');
    const place = await ask(origin, '/service/my.shop?tab=tls', asPerson);

    expect(place.text).toBe(index.text);
    expect((await ask(origin, '/service/my.shop')).status).toBe(404);
    expect((await ask(origin, '/assets/gone-000000.js', asPerson)).status).toBe(404);
    expect((await ask(origin, '/', { method: 'POST', body: '{}' })).status).toBe(404);
  });

  test('no path leads out of their folder', async () => {
    const { origin } = await linked();
    const step = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '..%2f',
      '..%5c',
      '..\\',
      '%00',
      '//',
      'assets',
      'ui',
      'etc',
    );
    const target = fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => `/${steps.join('/')}/secret.txt`);

    await fc.assert(
      fc.asyncProperty(target, async (path) => {
        const answer = await ask(origin, path);
        expect([400, 403, 404]).toContain(answer.status);
        expect(answer.text).not.toContain('outside');
      }),
      { numRuns: 80 },
    );
    expect((await ask(origin, '/%zz')).status).toBe(403);
    expect((await ask(origin, 'http://evil.example/')).status).toBe(400);
  });

  test('are said to be missing where they were not built', async () => {
    const uiFolder = join(tempHome().home, 'ui');

    await expect(serveBrowser({ core: fakeCore(), uiFolder, host: realHost(), port: 0 })).rejects.toMatchObject({
      code: 'UI_MISSING',
    });
  });
});
