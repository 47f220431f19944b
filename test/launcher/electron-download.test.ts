import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ElectronMirror, electronMirror, sending } from './electron-mirror.ts';
import { launcherModule } from './launcher-modules.ts';

const { download, FIRST_BYTE_MS } = await launcherModule('desktop/download.mjs');
const { downloadProgress } = await launcherModule('desktop/download-progress.mjs');

const CONTENT = Buffer.alloc(3_000_000, 'electron');

let mirror: ElectronMirror;
let folder: string;
let target: string;
beforeEach(async () => {
  mirror = await electronMirror();
  folder = mkdtempSync(join(tmpdir(), 'sealwire-download-'));
  target = join(folder, 'electron.zip');
});
afterEach(async () => {
  await mirror.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a download', () => {
  test('has ten seconds to its first byte', () => {
    expect(FIRST_BYTE_MS).toBe(10_000);
  });

  test('arrives whole, and tells how far it is', async () => {
    mirror.answers(sending(CONTENT));
    const told: (readonly [number, number | null])[] = [];

    await download(mirror.url, target, { onProgress: (...each) => told.push(each) });

    expect(readFileSync(target).equals(CONTENT)).toBe(true);
    expect(told.at(-1)).toEqual([CONTENT.length, CONTENT.length]);
    expect(told.length).toBeGreaterThan(1);
  });

  test('follows redirects, to another host too', async () => {
    const other = await electronMirror();
    other.answers(sending(CONTENT));
    mirror.answers((_, response) => response.writeHead(302, { location: `${other.url}elsewhere` }).end());

    await download(`${mirror.url}here`, target);

    expect(readFileSync(target).equals(CONTENT)).toBe(true);
    expect(other.asked).toEqual(['/elsewhere']);
    await other.close();
  });

  test('gives up a circle of redirects', async () => {
    mirror.answers((_, response) => response.writeHead(302, { location: '/again' }).end());

    await expect(download(mirror.url, target)).rejects.toThrow(`${mirror.host} redirects without an end`);
  });

  test.each([403, 404, 503])('answered with %s says so', async (status) => {
    mirror.answers((_, response) => response.writeHead(status).end('no'));

    await expect(download(mirror.url, target)).rejects.toThrow(`${mirror.host} answered ${status}`);
  });

  test('refused by the host says so', async () => {
    await mirror.close();

    await expect(download(mirror.url, target)).rejects.toThrow(`${mirror.host} refused the connection`);
  });

  test('from a host without a name says so', async () => {
    await expect(download('https://electron.invalid/x', target)).rejects.toMatchObject({ name: 'DownloadFailure' });
  });

  test.each<[string, Parameters<ElectronMirror['answers']>[0]]>([
    ['the connection alone', () => undefined],
    ['headers alone', (_, response) => response.writeHead(200, { 'content-length': 10 }).flushHeaders()],
  ])('that gets %s and no byte is given up', async (_, listener) => {
    mirror.answers(listener);

    await expect(download(mirror.url, target, { firstByteMs: 300 })).rejects.toThrow(
      `${mirror.host} sent nothing within 0.3 seconds`,
    );
  });

  test('that has begun may be silent for longer than that', async () => {
    let goOn = (): void => undefined;
    mirror.answers((_, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length }).write(CONTENT.subarray(0, 1000));
      goOn = () => response.end(CONTENT.subarray(1000));
    });
    const firstByteMs = 300;
    const begun = Promise.withResolvers<void>();

    const done = download(mirror.url, target, { firstByteMs, onProgress: () => begun.resolve() });
    await begun.promise;
    // Started after the limit was, and as long: when it is over, the limit is.
    await new Promise((resolve) => setTimeout(resolve, firstByteMs));
    goOn();
    await done;

    expect(readFileSync(target).equals(CONTENT)).toBe(true);
  });

  test('cut off midway says how far it came', async () => {
    mirror.answers((_, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      response.write(CONTENT.subarray(0, 1_500_000), () => response.destroy());
    });

    await expect(download(mirror.url, target)).rejects.toThrow(
      /127\.0\.0\.1:\d+ broke the download off after \d\.\d of 3\.0 MB/,
    );
  });

  test('that cannot be written down is told as what it is', async () => {
    mirror.answers(sending(CONTENT));

    await expect(download(mirror.url, join(folder, 'absent', 'x'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('goes through the proxy that the environment or npm names', async () => {
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-length': CONTENT.length }).end(CONTENT);
    });
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy', 'npm_config_noproxy']) {
      vi.stubEnv(name, undefined);
    }

    vi.stubEnv('npm_config_https_proxy', at);
    await expect(download('https://npm.example/x', target)).rejects.toThrow('npm.example');
    vi.stubEnv('HTTPS_PROXY', at);
    await expect(download('https://env.example/x', target)).rejects.toThrow('env.example');

    expect(asked).toEqual(['npm.example:443', 'env.example:443']);
    await new Promise((resolve) => proxy.close(resolve));
  });
});

describe('its progress', () => {
  const shown = (isTTY: boolean): { text: () => string; stream: { isTTY: boolean; write(text: string): void } } => {
    const written: string[] = [];
    return { text: () => written.join(''), stream: { isTTY, write: (text) => written.push(text) } };
  };

  test.each([
    [true, '\rFetching … 34 of 113 MB (30 %)\x1b[K\n'],
    [false, 'Fetching …\n'],
  ])('on a terminal (%s) is one line that changes', (isTTY, ending) => {
    const { text, stream } = shown(isTTY);
    const progress = downloadProgress('Fetching', { stream, clock: () => 0, everyMs: 60_000 });

    progress.received(34_000_000, 113_000_000);
    progress.end();

    expect(text().endsWith(ending)).toBe(true);
    expect(text().split('\n')).toHaveLength(2);
  });

  test('shows silence, and how to end it', () => {
    vi.useFakeTimers();
    const { text, stream } = shown(false);
    let now = 0;
    const progress = downloadProgress('Fetching', { stream, clock: () => now, everyMs: 1000 });

    progress.received(34_000_000, 113_000_000);
    now = 7000;
    vi.advanceTimersByTime(1000);
    progress.received(35_000_000, 113_000_000);
    vi.advanceTimersByTime(1000);
    progress.end();
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();

    expect(text()).toBe(
      'Fetching …\nFetching … 34 of 113 MB (30 %), nothing for 7 s (Ctrl+C ends it)\nFetching … 35 of 113 MB (30 %)\n',
    );
  });
});
