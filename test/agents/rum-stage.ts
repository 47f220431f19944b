import { readFileSync } from 'node:fs';
import { afterEach, expect, vi } from 'vitest';
import type { Snippet } from '../../main/contract/index.ts';
import { rumPackages } from '../support/agent-packages.ts';
import { type Browser, startBrowser, whyNoBrowser } from '../support/browser.ts';
import { rumPage } from '../support/rum-pages.ts';
import { browserTrusting, type RumSite, servePages } from '../support/rum-site.ts';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';

/*
 * Pages that are put together from the snippets of the catalogue, in Chromium and on another origin than the endpoint.
 */

/** The packages of the browser agent and of the frameworks that it knows; null where they cannot be had. */
export const packages = whyNoBrowser === null ? rumPackages() : null;
/** Why no page can be opened here, or null. */
export const why = whyNoBrowser ?? (packages === null ? 'its packages could not be installed' : null);

/** What is closed after each test, the last first. */
export const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A Sealwire of its own, until the test ends. */
export async function sealwireWith(...args: string[]): Promise<RunningSealwire> {
  const sealwire = await startSealwire({ args });
  closers.push(() => sealwire.stop());
  return sealwire;
}

/** The snippet for a framework, as a script gets it. */
export async function snippetOf(sealwire: RunningSealwire, framework: string): Promise<Snippet> {
  const words = ['agent', 'show', 'rum-js', '--framework', framework, '--service', `shop-${framework}`, '--json'];
  const { stdout, stderr } = await sealwire.cli(words);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Serves the page that a snippet makes; `change` is what a person got wrong in it. */
export async function pageOf(
  snippet: Snippet,
  framework: string,
  change: (text: string) => string = (text) => text,
  policy: string | null = null,
): Promise<RumSite> {
  const files = snippet.files.map(({ path, content }) => ({ path, content: change(content) }));
  const page = await rumPage(packages?.folder ?? '', framework, { files });
  const site = await servePages(page, policy);
  closers.push(site.close);
  return site;
}

/** A browser that accepts the key of the endpoint, as an installed authority would make it. */
export async function trusting({ ready }: RunningSealwire): Promise<Browser> {
  const browser = await browserTrusting(Number(new URL(ready.endpoint).port), readFileSync(ready.ca, 'utf8'));
  closers.push(() => browser.close());
  return browser;
}

/** A browser that knows but what the person's own trust store in `home` holds. */
export async function plain(home: string | null = null): Promise<Browser> {
  const browser = await startBrowser(undefined, [], home);
  closers.push(() => browser.close());
  return browser;
}

/** Opens a page, lets it have an error once the agent is there, and yields everything that its console says from then on. */
export async function visit({ context }: Browser, url: string): Promise<string[]> {
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(url);
  await page.waitForFunction('globalThis.apm !== undefined');
  await page.evaluate('apm.captureError(new Error("the basket is empty"))');
  return said;
}

/** The diagnosis of the first attempt that failed for `code`. */
export async function failureOf({ client }: RunningSealwire, code: string): Promise<unknown> {
  return vi.waitFor(
    async () => {
      const { attempts } = await client.call('attempt.list', { outcome: 'failed', limit: 50 });
      const found = attempts.find(({ diagnosis }) => diagnosis?.code === code);
      if (found === undefined) throw new Error(`no attempt failed for ${code}`);
      return found.diagnosis;
    },
    { timeout: 40_000 },
  );
}

/** The ladder of a page that reports. */
export const STEPS = [
  ['reached', 'ok'],
  ['encrypted', 'ok'],
  ['trusted', 'ok'],
  ['authorised', 'n/a'],
  ['identified', 'ok'],
  ['reporting', 'ok'],
];
