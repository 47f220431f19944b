import type { Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type Browser, startBrowser } from '../../support/browser.ts';
import type { Scene } from '../../support/fake-ui-core.ts';
import { NOW } from '../../support/fake-ui-data.ts';
import { type ServedUi, serveUi } from '../../support/served-ui.ts';
import { openSealwire, type SealwirePage } from '../pages/sealwire.ts';

export interface OpenScene {
  readonly ui: ServedUi;
  readonly app: SealwirePage;
}

interface OpenOptions {
  readonly path?: string;
  readonly prepare?: (page: Page, ui: ServedUi) => Promise<unknown>;
  /** Let time go by as it does, for what is timed by the page itself. */
  readonly isClockRunning?: boolean;
}

/** One browser for the tests of a file; each scene is opened in a tab and over a core of its own, and closed with its test. */
export function useScenes(): (scene: Scene, options?: OpenOptions) => Promise<OpenScene> {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser();
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterAll(() => browser.close());

  return async (scene, { path = '/', prepare, isClockRunning = false } = {}) => {
    const ui = await serveUi(scene);
    onTestFinished(() => ui.close());
    const app = await openSealwire(browser.context, ui.newLink(), {
      path,
      prepare: async (page) => {
        if (isClockRunning) await page.clock.install({ time: NOW });
        else await page.clock.setFixedTime(NOW);
        await prepare?.(page, ui);
      },
    });
    onTestFinished(() => app.close());
    return { ui, app };
  };
}
