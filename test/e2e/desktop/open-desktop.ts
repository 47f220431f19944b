import type { Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import {
  asSealwireError,
  type DesktopFacts,
  type DesktopLink,
  type DesktopSettings,
  type DesktopUpdate,
  type Handlers,
  type ShellCommand,
} from '../../../main/contract/index.ts';
import { type Browser, startBrowser } from '../../support/browser.ts';
import type { Scene } from '../../support/fake-ui-core.ts';
import { NOW } from '../../support/fake-ui-data.ts';
import { type ServedUi, serveUi } from '../../support/served-ui.ts';
import { openSealwire, type SealwirePage } from '../pages/sealwire.ts';

/** A desktop shell in memory: what it was asked, what it answers, and what it says without being asked. */
export interface FakeShell {
  /** Everything that the page asked of the shell itself, in order. */
  readonly asked: { readonly name: string; readonly input: unknown }[];
  facts: DesktopFacts;
  settings: DesktopSettings;
  update: DesktopUpdate;
  /** What `saveFile` resolves to. */
  saved: { answer: string | null } | { error: { code: string; message: string; fix: string } };
  link(link: DesktopLink): Promise<void>;
  command(command: ShellCommand): Promise<void>;
  tellUpdate(update: DesktopUpdate): Promise<void>;
}

export interface OpenDesktop {
  readonly ui: ServedUi;
  readonly app: SealwirePage;
  readonly shell: FakeShell;
}

interface OpenOptions {
  readonly path?: string;
  readonly userAgent?: string;
  readonly link?: DesktopLink;
  readonly prepare?: (page: Page, ui: ServedUi, shell: FakeShell) => unknown;
}

const OPEN: DesktopLink = { state: 'open', problem: null };

export const LICENCES = `Sealwire is built from these.
--------------------
react 19.3.1
MIT License
Permission is hereby granted, free of charge.
--------------------
@napi-rs/keyring 2.1.2
MIT License
--------------------
electron 45.4.1
Licences of Chromium: BSD-3-Clause and others.
`;

/** What stands on the page in place of the preload: it forwards to the test and keeps the page's listeners. */
function exposeFace(link: DesktopLink): void {
  const listeners = {
    push: new Set<unknown>(),
    link: new Set<unknown>(),
    command: new Set<unknown>(),
    update: new Set<unknown>(),
  };
  const ask = (name: string, input: unknown = null): unknown => Reflect.get(window, 'askTheTest')(name, input);
  const hear = (kind: keyof typeof listeners, listener: unknown): (() => void) => {
    listeners[kind].add(listener);
    return () => listeners[kind].delete(listener);
  };
  Reflect.set(window, 'tellThePage', (kind: keyof typeof listeners, value: unknown) => {
    for (const listener of listeners[kind]) if (typeof listener === 'function') listener(value);
  });
  Reflect.set(window, 'sealwireDesktop', {
    call: (name: string, input: unknown) => ask('call', { name, input }),
    listen: (onPush: unknown, onLink: (link: DesktopLink) => void) => {
      const ends = [hear('push', onPush), hear('link', onLink)];
      queueMicrotask(() => onLink(link));
      return () => {
        for (const end of ends) end();
      };
    },
    onCommand: (listener: unknown) => hear('command', listener),
    onUpdate: (listener: unknown) => hear('update', listener),
    copy: (text: string, isSecret: boolean) => ask('copy', { text, isSecret }),
    ...Object.fromEntries(
      [
        'facts',
        'restartCore',
        'showMenu',
        'openLink',
        'saveFile',
        'settings',
        'changeSettings',
        'setTheme',
        'update',
        'checkForUpdate',
        'fetchUpdate',
        'installUpdate',
        'licences',
      ].map((name) => [name, (input: unknown) => ask(name, input)]),
    ),
  });
}

/** One browser for the tests of a file; each window has a fake core and a fake shell of its own, and no session of browser mode. */
export function useDesktop(): (scene: Scene, options?: OpenOptions) => Promise<OpenDesktop> {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser();
  });

  afterAll(() => browser.close());

  return async (scene, { path = '/', userAgent, link = OPEN, prepare } = {}) => {
    const ui = await serveUi(scene);
    onTestFinished(() => ui.close());
    const { shell, connect } = fakeShell(ui);
    const app = await openSealwire(browser.context, `${new URL(ui.newLink()).origin}/#`, {
      path,
      prepare: async (page) => {
        await page.clock.setFixedTime(NOW);
        if (userAgent !== undefined) {
          await page.addInitScript((agent) => {
            Object.defineProperty(navigator, 'userAgent', { get: () => agent });
          }, userAgent);
        }
        await connect(page);
        await page.addInitScript(exposeFace, link);
        await prepare?.(page, ui, shell);
      },
    });
    onTestFinished(() => app.close());
    return { ui, app, shell };
  };
}

function fakeShell(ui: ServedUi): { shell: FakeShell; connect(page: Page): Promise<void> } {
  let tell = async (_kind: string, _value: unknown): Promise<void> => undefined;
  const shell: FakeShell = {
    asked: [],
    facts: { platform: 'linux', version: '0.1.0', electron: '45.4.1', hasTray: true, canStartAtLogin: true },
    settings: { startAtLogin: false, staysInTray: true, notifies: true, looksForUpdates: false },
    update: { state: 'off', reason: 'Sealwire does not look for updates until you ask it to.' },
    saved: { answer: '/home/ada/Documents/saved.txt' },
    link: (link) => tell('link', link),
    command: (command) => tell('command', command),
    tellUpdate: (update) => tell('update', update),
  };
  const answers: Readonly<Record<string, (input: unknown) => unknown>> = {
    call: async (asked) => {
      const { name, input } = asked as { name: keyof Handlers; input: never };
      const handler: (given: never) => Promise<unknown> = ui.core.handlers[name];
      return handler(input).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error: asSealwireError(error).toShape() }),
      );
    },
    facts: () => shell.facts,
    settings: () => shell.settings,
    changeSettings: (change) => {
      shell.settings = { ...shell.settings, ...(change as Partial<DesktopSettings>) };
      return shell.settings;
    },
    copy: (asked) => ((asked as { isSecret: boolean }).isSecret ? 60_000 : null),
    saveFile: () => shell.saved,
    update: () => shell.update,
    checkForUpdate: () => shell.update,
    fetchUpdate: () => shell.update,
    licences: () => LICENCES,
  };
  return {
    shell,
    connect: async (page) => {
      tell = (kind, value) =>
        page.evaluate(([which, what]) => Reflect.get(window, 'tellThePage')(which, what), [kind, value] as const);
      await page.exposeFunction('askTheTest', async (name: string, input: unknown) => {
        if (name !== 'call') shell.asked.push({ name, input });
        return (await answers[name]?.(input)) ?? null;
      });
      // A push on its way while the page closes has nobody to reach.
      onTestFinished(ui.core.listen((push) => void tell('push', push).catch(() => undefined)));
    },
  };
}
