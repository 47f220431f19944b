import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NodeHttpExecutor } from 'builder-util';
import { configureRequestOptions, configureRequestUrl, type DownloadOptions } from 'builder-util-runtime';
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { DesktopUpdate } from '../../main/contract/index.ts';
import { ReplacingAppImageUpdater } from '../../main/shell/updates/appimage-updater.ts';
import { type Feed, readFeed, takesUpdates, whyOff } from '../../main/shell/updates/feed.ts';
import { type Updater, updaterOver } from '../../main/shell/updates/open-updater.ts';
import { type UpdateDesk, type UpdateDeskOptions, updateDesk } from '../../main/shell/updates/update-desk.ts';
import { afterUpdate, type UpdateEvent } from '../../main/shell/updates/update-state.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const PROGRAM = Buffer.alloc(300_000, 'new');

/** What the feed holds; a test changes what is to be wrong. */
interface Published {
  version: string;
  signedBy: KeyObject;
  sha512: string;
  /** Bytes of the program after which the connection is cut; null for all of it. */
  cutAt: number | null;
  /** Changes the announcement after it was signed. */
  tamper: (yml: string) => string;
}

let published: Published;
beforeEach(() => {
  const sha512 = createHash('sha512').update(PROGRAM).digest('base64');
  published = { version: '0.2.0', signedBy: privateKey, sha512, cutAt: null, tamper: (yml) => yml };
});

/** A feed on loopback, and the real AppImage updater in front of it. */
async function openFeed(): Promise<{
  updater: Updater;
  cache: string;
  asked: string[];
  image: string;
  started: string[];
  quits: () => number;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname;
    asked.push(path);
    const yml = `version: ${published.version}\nreleaseNotes: Better.\nfiles:\n  - url: Sealwire-x86_64.AppImage\n    sha512: ${published.sha512}\n    size: ${PROGRAM.length}\n`;
    if (path.endsWith('.yml')) response.end(published.tamper(yml));
    else if (path.endsWith('.yml.sig'))
      response.end(sign(null, Buffer.from(yml), published.signedBy).toString('base64'));
    else if (path.endsWith('.AppImage')) {
      response.writeHead(200, { 'content-length': PROGRAM.length });
      if (published.cutAt === null) response.end(PROGRAM);
      else response.write(PROGRAM.subarray(0, published.cutAt), () => response.destroy());
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-updates-'));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(
    join(folder, 'app-update.yml'),
    'provider: generic\nurl: https://updates.test/\nupdaterCacheDirName: sealwire-updater\n',
  );
  mkdirSync(join(folder, 'data'));
  const image = join(folder, 'Sealwire.AppImage');
  writeFileSync(image, 'old');
  vi.stubEnv('APPIMAGE', image);
  const started: string[] = [];
  let quits = 0;
  const real = new ReplacingAppImageUpdater(null, {
    version: '0.1.0',
    name: 'sealwire',
    isPackaged: true,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: join(folder, 'data'),
    baseCachePath: folder,
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => {
      quits += 1;
    },
    onQuit: () => undefined,
  });
  // Electron's own network stack is not here; the updater's requests go through Node's.
  Object.assign(real, { httpExecutor: new DownloadingExecutor() });
  real.startAfterwards = (program) => started.push(program);
  const { port } = server.address() as AddressInfo;
  const updater = await updaterOver(real, `http://127.0.0.1:${port}/releases`, KEY);
  const cache = join(folder, 'sealwire-updater', 'pending');
  return { updater, cache, asked, image, started, quits: () => quits };
}

function openDesk(
  updater: Updater,
  change: Partial<UpdateDeskOptions> = {},
): { desk: UpdateDesk; seen: DesktopUpdate[] } {
  const seen: DesktopUpdate[] = [];
  const desk = updateDesk({
    whyOff: () => null,
    open: async () => updater,
    downloadPage: null,
    now: () => new Date('2026-11-25T08:00:00Z'),
    didChange: (update) => seen.push(update),
    ...change,
  });
  return { desk, seen };
}

describe('a newer version', () => {
  test('is told, fetched when the person says so, and ready only when its sum is right', async () => {
    const { updater, cache, asked } = await openFeed();
    const { desk, seen } = openDesk(updater);

    expect(await desk.check()).toEqual({ state: 'available', version: '0.2.0', notes: 'Better.' });
    expect(asked.filter((path) => path.endsWith('.AppImage'))).toEqual([]);
    expect(await desk.fetch()).toEqual({ state: 'ready', version: '0.2.0' });

    expect(readFileSync(join(cache, 'Sealwire-x86_64.AppImage')).equals(PROGRAM)).toBe(true);
    expect(seen.map(({ state }) => state)).toContain('fetching');
  });

  test('that is announced without the signature of this app’s key is not believed', async () => {
    published.signedBy = generateKeyPairSync('ed25519').privateKey;
    const { updater, asked } = await openFeed();
    const { desk } = openDesk(updater);

    expect(await desk.check()).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('is not signed with the key'),
    });
    expect((await desk.fetch()).state).toBe('failed');
    expect(asked.filter((path) => path.endsWith('.AppImage'))).toEqual([]);
  });

  test('whose announcement was changed after it was signed is not believed', async () => {
    published.tamper = (yml) => yml.replace('0.2.0', '0.9.0');
    const { updater } = await openFeed();

    await expect(updater.check()).rejects.toThrow('is not signed with the key');
  });

  test('whose file is not the announced one is thrown away', async () => {
    published.sha512 = createHash('sha512').update('other').digest('base64');
    const { updater, cache } = await openFeed();
    const { desk } = openDesk(updater);
    await desk.check();

    expect(await desk.fetch()).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('0.2.0 could not be fetched whole: sha512'),
    });
    expect(existsSync(join(cache, 'Sealwire-x86_64.AppImage'))).toBe(false);
  });

  test('of which half was fetched is not installed; the next try starts over', async () => {
    published.cutAt = 100_000;
    const { updater, cache } = await openFeed();
    const install = vi.spyOn(updater, 'install');
    const { desk } = openDesk(updater);
    await desk.check();

    expect(await desk.fetch()).toMatchObject({
      state: 'failed',
      fix: expect.stringContaining('Nothing was installed'),
    });
    desk.install();
    expect(install).not.toHaveBeenCalled();
    expect(existsSync(join(cache, 'Sealwire-x86_64.AppImage'))).toBe(false);

    published.cutAt = null;
    await desk.check();
    expect(await desk.fetch()).toEqual({ state: 'ready', version: '0.2.0' });
    expect(readdirSync(cache)).not.toContainEqual(expect.stringMatching(/^temp-/));
  });

  test('takes the place of the old one when the person says so, and is started once the app has ended', async () => {
    const { updater, image, started, quits } = await openFeed();
    const { desk } = openDesk(updater);
    await desk.check();
    await desk.fetch();
    const before = readFileSync(image, 'utf8');

    await desk.install();

    expect(before).toBe('old');
    expect(readFileSync(image).equals(PROGRAM)).toBe(true);
    expect(statSync(image).mode & 0o111).toBe(0o111);
    expect(started).toEqual([image]);
    await vi.waitFor(() => expect(quits()).toBe(1));
  });

  test('that cannot take the place of the old one leaves it there and running, and says why', async () => {
    const { updater, image, cache, started, quits } = await openFeed();
    const { desk } = openDesk(updater);
    await desk.check();
    await desk.fetch();
    rmSync(join(cache, 'Sealwire-x86_64.AppImage'));

    await desk.install();

    expect(desk.get()).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/^Version 0\.2\.0 could not be installed: ENOENT/),
    });
    expect(readFileSync(image, 'utf8')).toBe('old');
    expect(readdirSync(dirname(image)).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect([started, quits()]).toEqual([[], 0]);
  });

  test('whose fetch was ended with the app is fetched anew, over what it left', async () => {
    const { updater, cache } = await openFeed();
    const { desk } = openDesk(updater);
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'temp-Sealwire-x86_64.AppImage'), PROGRAM.subarray(0, 1000));
    writeFileSync(join(cache, 'Sealwire-x86_64.AppImage'), PROGRAM.subarray(0, 1000));
    writeFileSync(join(cache, 'update-info.json'), '{"fileName":"Sealwire-x86_64.AppI');

    await desk.check();

    expect(await desk.fetch()).toEqual({ state: 'ready', version: '0.2.0' });
    expect(readFileSync(join(cache, 'Sealwire-x86_64.AppImage')).equals(PROGRAM)).toBe(true);
  });

  test('is never an older one', async () => {
    published.version = '0.0.9';
    const { updater } = await openFeed();
    const { desk } = openDesk(updater);

    expect(await desk.check()).toEqual({ state: 'current', checkedAt: '2026-11-25T08:00:00.000Z' });
  });

  test('of a package that the system keeps up to date is told with the place to get it', async () => {
    const { updater, asked } = await openFeed();
    const { desk } = openDesk(updater, { downloadPage: 'https://updates.test/' });

    expect(await desk.check()).toMatchObject({
      state: 'available',
      notes: expect.stringContaining('https://updates.test/'),
    });
    expect(await desk.fetch()).toMatchObject({
      state: 'failed',
      fix: expect.stringContaining('https://updates.test/'),
    });
    expect(asked.filter((path) => path.endsWith('.AppImage'))).toEqual([]);
  });
});

describe('updates are off', () => {
  const feed: Feed = { url: 'https://updates.test/', publishers: ['Sealwire'] };
  const on = { platform: 'win32', isPackaged: true, looksForUpdates: true, feed, key: KEY } as const;

  test.each([
    ['in a clone', { isPackaged: false }, /sources/],
    ['without a feed', { feed: null }, /no place/],
    ['without a key', { key: null }, /no key/],
    ['on Windows without a publisher', { feed: { ...feed, publishers: [] } }, /not signed/],
    ['until the person turns them on', { looksForUpdates: false }, /turned off/],
  ])('%s, and say why', (_when, change, reason) => {
    expect(whyOff({ ...on, ...change })).toMatch(reason);
  });

  test('and then nothing is asked of the network', async () => {
    const open = vi.fn();
    const { desk } = openDesk({} as Updater, { whyOff: () => 'Off.', open });

    expect(await desk.check()).toEqual({ state: 'off', reason: 'Off.' });
    expect(open).not.toHaveBeenCalled();
    expect(whyOff(on)).toBeNull();
  });
});

test('the feed is read from what the packager writes, and is https or none', () => {
  expect(
    readFeed('provider: generic\nurl: https://u.test/x\npublisherName:\n  - "A & B"\n  - C\nupdaterCacheDirName: s\n'),
  ).toEqual({
    url: 'https://u.test/x',
    publishers: ['A & B', 'C'],
  });
  expect(readFeed('provider: generic\nurl: http://u.test/x\n')).toBeNull();
  expect(readFeed('owner: x\nprovider: github\n')).toBeNull();
  expect(readFeed('')).toBeNull();
  expect([takesUpdates('linux', undefined), takesUpdates('linux', '/a'), takesUpdates('win32', undefined)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('nothing is ready that was not found, fetched and finished in that version', () => {
  const version = fc.constantFrom('1.0.0', '2.0.0');
  const event = fc.oneof(
    fc.constantFrom<UpdateEvent>(
      { kind: 'fetch' },
      { kind: 'allowed' },
      { kind: 'off', reason: '' },
      { kind: 'current', at: '' },
      { kind: 'failed', message: '', fix: '' },
      { kind: 'not-installed', message: '', fix: '' },
    ),
    version.map((found): UpdateEvent => ({ kind: 'found', version: found, notes: '' })),
    version.map((fetched): UpdateEvent => ({ kind: 'fetched', version: fetched })),
    fc.double().map((percent): UpdateEvent => ({ kind: 'progress', percent })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      events.reduce<DesktopUpdate>(
        (state, happened) => {
          const next = afterUpdate(state, happened);
          if (next.state === 'ready' && state.state !== 'ready') {
            expect(state).toMatchObject({ state: 'fetching', version: next.version });
            expect(happened).toEqual({ kind: 'fetched', version: next.version });
          }
          if (next.state === 'fetching') expect(['available', 'fetching']).toContain(state.state);
          if (next.state === 'fetching') expect(next.percent >= 0 && next.percent <= 100).toBe(true);
          return next;
        },
        { state: 'off', reason: '' },
      );
    }),
  );
});

/** Node's requests with the one method of Electron's executor that they lack; what checks the sum is electron-updater's own either way. */
class DownloadingExecutor extends NodeHttpExecutor {
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const request = {};
      configureRequestUrl(url, request);
      configureRequestOptions(request);
      const callback = (error?: Error | null): void => (error ? reject(error) : resolve(destination));
      this.doDownload(request, { destination, options, onCancel, callback, responseHandler: null }, 0);
    });
  }
}
