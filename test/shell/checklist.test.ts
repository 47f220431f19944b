import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { realDisk } from '../../main/core/host/real-disk.ts';
import { guardContents } from '../../main/shell/guards/guard-contents.ts';
import { guardSession } from '../../main/shell/guards/guard-session.ts';
import { openLinks } from '../../main/shell/guards/open-links.ts';
import { LINKED_ORIGINS, linkToOpen, mayLoad } from '../../main/shell/guards/url-policy.ts';
import { announceScheme, serveInterface } from '../../main/shell/protocol/app-protocol.ts';
import { assetRequest } from '../../main/shell/protocol/asset-request.ts';
import { guardedHandle } from '../../main/shell/relay/guarded-handle.ts';
import { windowOptions } from '../../main/shell/window/window-options.ts';
import { exposedFace } from '../support/ipc-client.ts';
import { bootedShell } from './booted-shell.ts';
import { app, invokeAs, ipcRenderer, protocol, reset, seen, session } from './electron-double/electron.ts';
import { ContentsDouble, FrameDouble } from './electron-double/frame.ts';
import { PERMISSIONS } from './permissions.ts';
import { smallInterface } from './small-interface.ts';

/*
 * The twenty points of Electron's security checklist (docs/tutorial/security.md), by their numbers. Each fails when its option is turned round. The fuses of point 19 are read
 * back from the package in test/package.
 */

const root = resolve(import.meta.dirname, '..', '..');
const shellSources = readdirSync(join(root, 'main', 'shell'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(root, 'main', 'shell', name), 'utf8') }));

const bounds = { width: 1280, height: 800 };
const preferences = windowOptions({
  platform: 'linux',
  isDark: false,
  bounds,
  preload: '/p.cjs',
  icon: null,
  isPackaged: true,
}).webPreferences;

const isOurs = (contents: unknown): boolean => contents === seen.contents;
const silent = (): void => undefined;
const guard = (): void => guardSession(session.defaultSession as never, { isPackaged: true, isOurWindow: isOurs });

function asked(
  permission: string,
  contents: unknown,
  isMainFrame: boolean,
  url: string,
): { request: boolean; check: boolean } {
  let request = false;
  const details = { isMainFrame, requestingUrl: url };
  seen.permissionRequest?.(contents as never, permission as never, (is) => (request = is), details as never);
  const check =
    seen.permissionCheck?.(contents as never, permission as never, new URL(url).origin, details as never) ?? false;
  return { request, check };
}

describe('the security checklist', () => {
  beforeEach(reset);
  afterEach(reset);

  test('1: the window loads our own scheme and the session fetches nothing else', async () => {
    const { window } = await bootedShell();
    const canceled = (url: string): boolean | undefined => {
      let answer: { cancel?: boolean } = {};
      seen.beforeRequest?.({ url }, (given) => (answer = given));
      return answer.cancel;
    };

    expect(window.loaded).toEqual(['app://sealwire/']);
    expect(canceled('app://sealwire/assets/index.js')).toBe(false);
    for (const url of [
      'http://localhost/',
      'https://www.elastic.co/',
      'file:///etc/passwd',
      'ws://127.0.0.1/',
      'app://other/',
    ])
      expect(canceled(url), url).toBe(true);
    expect(mayLoad('devtools://devtools/', true)).toBe(false);
  });

  test('2: the page has no Node', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  test('3: the preload lives in a world of its own', () => {
    expect(preferences?.contextIsolation).toBe(true);
  });

  test('4: the page is sandboxed, and so is everything else', async () => {
    await bootedShell();

    expect(preferences?.sandbox).toBe(true);
    expect(seen.isSandboxed).toBe(true);
    expect(shellSources.filter(({ text }) => /['"]--?no-sandbox/.test(text))).toEqual([]);
  });

  test('5: our main frame may write to the clipboard, and nobody may do anything else', () => {
    guard();
    const ours = 'app://sealwire/';

    for (const permission of PERMISSIONS) {
      const may = permission === 'clipboard-sanitized-write';
      expect(asked(permission, seen.contents, true, ours), permission).toEqual({ request: may, check: may });
    }
    const write = 'clipboard-sanitized-write';
    const no = { request: false, check: false };
    expect(asked(write, seen.contents, false, ours)).toEqual(no);
    expect(asked(write, new ContentsDouble(), true, ours)).toEqual(no);
    expect(asked(write, seen.contents, true, 'https://evil.example/')).toEqual(no);
    expect(seen.permissionCheck?.(null, write, 'app://sealwire', { isMainFrame: true } as never)).toBe(false);
  });

  test('6: web security stays on', () => {
    expect(preferences?.webSecurity).toBe(true);
    expect(sourcesWith(/webSecurity:\s*false|disable-web-security|certificate-error|ignore-certificate/)).toEqual([]);
  });

  test('7: every answer carries the policy, also one that says no', async () => {
    serveInterface(protocol as never, realDisk, smallInterface());

    for (const path of ['', 'assets/index-B1.js', 'nothing.js', '%E0%A4%A', 'traffic']) {
      const answer = await fetched(`app://sealwire/${path}`);
      expect(answer.headers.get('content-security-policy'), path).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      );
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('8: nothing insecure is let in', () => {
    expect(preferences?.allowRunningInsecureContent).toBe(false);
    announceScheme();
    const [scheme] = seen.schemes;
    expect(scheme?.privileges).toMatchObject({ standard: true, secure: true });
    expect(scheme?.privileges).not.toHaveProperty('bypassCSP', true);
  });

  test('9: nothing experimental is on', () => {
    expect(preferences?.experimentalFeatures).toBe(false);
    expect(sourcesWith(/experimentalFeatures:\s*true|enable-experimental/)).toEqual([]);
  });

  test('10: no feature of Blink is turned on', async () => {
    await bootedShell();

    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    expect(
      seen.switches.filter(
        (name) => !/^(disable-(background-networking|component-update|domain-reliability)|no-pings)$/.test(name),
      ),
    ).toEqual([]);
    expect(sourcesWith(/enableBlinkFeatures|enable-blink-features|enable-features/)).toEqual([]);
  });

  test('11: there are no webviews', () => {
    expect(preferences?.webviewTag).toBe(false);
    expect(sourcesWith(/webviewTag:\s*true|allowpopups/)).toEqual([]);
  });

  test('12: a webview that is attached all the same is refused', () => {
    guardContents(seen.contents as never, silent);

    expect(seen.contents.isPrevented('will-attach-webview')).toBe(true);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '13: %s leads nowhere but to ourselves',
    (event) => {
      guardContents(seen.contents as never, silent);

      const elsewhere = [
        'https://www.elastic.co/',
        'http://localhost:8200/',
        'file:///etc/passwd',
        'app://sealwire.evil/',
        'app://x@sealwire/',
        'javascript:1',
        'about:blank',
        'data:text/html,x',
        '',
      ];
      for (const url of elsewhere) expect(seen.contents.isPrevented(event, url), url).toBe(true);
      expect(seen.contents.isPrevented(event, 'app://sealwire/traffic')).toBe(false);
    },
  );

  test('14: no page opens a window, and every page is guarded from its start', async () => {
    const { contents } = await bootedShell();

    expect(contents.windowOpenHandler?.({ url: 'https://www.elastic.co/' } as never)).toEqual({ action: 'deny' });
    expect(contents.isPrevented('will-navigate')).toBe(true);
  });

  test('15: the browser opens https pages of the list alone', async () => {
    openLinks(guardedHandle(isOurs, silent));
    const open = (text: unknown): Promise<unknown> => invokeAs(seen.contents.mainFrame, 'sealwire:openLink', [text]);

    expect(await open('https://www.elastic.co/guide/x')).toEqual({ answer: true });
    for (const url of [
      'http://www.elastic.co/',
      'https://www.elastic.co.evil.example/',
      'https://a:b@www.elastic.co/',
      'file:///bin/sh',
      'smb://x/y',
      'https://www.elastic.co:444/',
    ])
      expect(await open(url), url).toEqual({ answer: false });
    expect(await open({ url: 'https://www.elastic.co/' })).toHaveProperty('error.code', 'INPUT_INVALID');
    expect(seen.opened).toEqual(['https://www.elastic.co/guide/x']);
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), nearMisses),
        (text) => {
          const url = linkToOpen(text);
          if (url === null) return;
          expect(LINKED_ORIGINS).toContain(new URL(url).origin);
          expect(new URL(url).username + new URL(url).password).toBe('');
        },
      ),
    );
    expect(shellSources.filter(({ text }) => text.includes('openExternal(')).map(({ name }) => name)).toEqual([
      join('guards', 'open-links.ts'),
    ]);
  });

  test('16: Electron is pinned to one version of a supported major', () => {
    const { optionalDependencies } = z
      .object({ optionalDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

    expect(optionalDependencies.electron).toMatch(/^4[345]\.\d+\.\d+$/);
  });

  describe('17: the shell answers our page in our window and nobody else', () => {
    const outer = new FrameDouble('app://sealwire/');
    const senders: readonly [string, FrameDouble | null, ContentsDouble | null][] = [
      ['a frame that is gone', null, null],
      ['a frame inside the page', inner('app://sealwire/'), null],
      ['another site', new FrameDouble('https://evil.example/'), null],
      ['a page that has loaded nothing', frameAt('about:blank', 'app://sealwire'), null],
      ['an empty address', frameAt('', 'app://sealwire'), null],
      ['another host of our scheme', new FrameDouble('app://evil/'), null],
      ['a longer host', new FrameDouble('app://sealwire.evil/'), null],
      ['a name before the host', frameAt('app://x@sealwire/', 'app://sealwire'), null],
      ['a port', frameAt('app://sealwire:1/', 'app://sealwire'), null],
      ['an opaque origin', frameAt('app://sealwire/', 'null'), null],
      ['another window', outer, new ContentsDouble()],
    ];

    test.each(senders)('not %s', async (_title, frame, contents) => {
      let calls = 0;
      guardedHandle(isOurs, silent)('facts', z.undefined(), async () => ++calls);

      const answer = await invokeAs(frame, 'sealwire:facts', [], contents ?? seen.contents);

      expect(answer).toHaveProperty('error.code', 'SENDER_REFUSED');
      expect(calls).toBe(0);
    });

    test('our page is, and input that does not fit is refused by name', async () => {
      guardedHandle(isOurs, silent)('copy', z.object({ text: z.string() }), async ({ text }) => text.length);
      const call = (input: unknown): Promise<unknown> => invokeAs(seen.contents.mainFrame, 'sealwire:copy', [input]);

      expect(await call({ text: 'four' })).toEqual({ answer: 4 });
      expect(await call({ text: 4 })).toHaveProperty('error.message', '"text" of copy must be a text.');
    });

    test('no other file listens to a page', () => {
      expect(sourcesWith(/ipcMain/)).toEqual([join('relay', 'guarded-handle.ts')]);
    });
  });

  test('18: no path leads out of the interface, and no file:// is used', async () => {
    serveInterface(protocol as never, realDisk, smallInterface());
    const parts = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '..%2f',
      '..%5c',
      '\\',
      '/',
      '%00',
      'secret.txt',
      'assets',
      'ui',
      '//',
      '%252e',
    );

    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 8 }), fc.boolean(), async (path, isSlashed) => {
        const answer = await fetched(`app://sealwire/${path.join(isSlashed ? '/' : '')}`);
        expect(await answer.text()).not.toContain('outside');
      }),
      { numRuns: 300 },
    );
    for (const way of ['..%2fsecret', 'a%2f..%2f..', '%2e%2e%2f', '..%5csecret', '%00'])
      expect(assetRequest({ url: `app://sealwire/${way}`, method: 'GET', accept: '' }), way).toBeNull();
    expect((await fetched('app://other/')).status).toBe(400);
    expect((await fetched('app://sealwire/', 'POST')).status).toBe(400);
    expect(await (await fetched('app://sealwire/traffic')).text()).toContain('<title>Sealwire');
    expect((await fetched('app://sealwire/assets/index-B1.js')).headers.get('content-type')).toMatch('text/javascript');
    expect((await fetched('app://sealwire/assets/gone.js')).status).toBe(404);
    expect(sourcesWith(/loadFile\(|['"`]file:\/\//)).toEqual([]);
  });

  test('20: the page gets named functions, and no event reaches its listeners', async () => {
    const face = await exposedFace();
    const heard: unknown[][] = [];
    const stop = face.onCommand((...given: unknown[]) => heard.push(given));
    seen.contents.send('sealwire:onCommand', { kind: 'palette' });
    stop();
    seen.contents.send('sealwire:onCommand', { kind: 'palette' });

    expect(heard).toEqual([[{ kind: 'palette' }]]);
    expect([...seen.exposed.keys()]).toEqual(['sealwireDesktop']);
    expect(Object.entries(face).filter(([, each]) => typeof each !== 'function')).toEqual([]);
    expect(Object.values(face)).not.toContain(ipcRenderer.invoke);
    expect(Object.keys(face).toSorted()).toEqual(
      [
        'call',
        'listen',
        'onCommand',
        'showMenu',
        'facts',
        'restartCore',
        'openLink',
        'copy',
        'saveFile',
        'saveFiles',
        'settings',
        'changeSettings',
        'setTheme',
        'update',
        'onUpdate',
        'checkForUpdate',
        'fetchUpdate',
        'installUpdate',
        'licences',
      ].toSorted(),
    );
  });
});

test('a package has no developer tools, fetches no dictionaries and opens nothing that is dropped on it', () => {
  expect(preferences).toMatchObject({ devTools: false, spellcheck: false, navigateOnDragDrop: false });
  expect(app.isPackaged).toBe(false);
});

test('nothing is downloaded: saving goes through the dialog of the system', () => {
  guard();
  let isPrevented = false;
  session.defaultSession.emit('will-download', { preventDefault: () => (isPrevented = true) });

  expect(isPrevented).toBe(true);
});

const nearMisses = fc
  .tuple(
    fc.constantFrom('https:', 'http:', 'HTTPS:', 'javascript:'),
    fc.constantFrom('//', '/', '\\\\', '//x@'),
    fc.constantFrom('www.elastic.co', 'www.elastic.co.', 'WWW.ELASTIC.CO', 'evil.example'),
    fc.string(),
  )
  .map((parts) => parts.join(''));

function sourcesWith(pattern: RegExp): string[] {
  return shellSources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
}

async function fetched(url: string, method = 'GET'): Promise<Response> {
  const handler = seen.schemeHandlers.get('app');
  if (handler === undefined) throw new Error('the scheme is not served');
  return handler({ url, method, headers: new Headers() } as Request);
}

function inner(url: string): FrameDouble {
  const frame = new FrameDouble(url);
  frame.parent = new FrameDouble('app://sealwire/') as never;
  return frame;
}

function frameAt(url: string, origin: string): FrameDouble {
  const frame = new FrameDouble('app://sealwire/', origin);
  frame.url = url;
  return frame;
}
