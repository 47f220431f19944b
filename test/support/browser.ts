import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

export const CHROMIUM = '/usr/bin/chromium';

/** Why no browser can be driven here, or null. */
export const whyNoBrowser: string | null = existsSync(CHROMIUM) ? null : `${CHROMIUM} is not installed`;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Chromium with an empty profile that makes no calls of its own. */
export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts Debian's Chromium without a window, with further `args` of its command line; `home` is where it looks for its trust store. The profile goes with it. */
export async function startBrowser(
  viewport: { width: number; height: number } = { width: 1280, height: 800 },
  args: readonly string[] = [],
  home: string | null = null,
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'sealwire-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    ...(home === null ? {} : { env: { PATH: process.env.PATH ?? '', HOME: home } }),
    viewport,
    timezoneId: 'UTC',
    locale: 'en-GB',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** What must stay empty while a page is used. */
export interface Complaints {
  readonly console: string[];
  readonly csp: string[];
}

/** Collects console errors and content security policy violations from now on, over reloads. */
export async function collectComplaints(page: Page): Promise<Complaints> {
  const complaints: Complaints = { console: [], csp: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.console.push(message.text());
  });
  page.on('pageerror', (error) => complaints.console.push(String(error)));
  await page.exposeFunction('sealwireReportViolation', (text: string) => complaints.csp.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'sealwireReportViolation');
      if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return complaints;
}

/** What a theme alone can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything axe finds wrong on the page as it stands, or of its colours alone, one line each. */
export async function axeFindings(page: Page, rules: 'every' | 'colours' = 'every'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async (runOnly) => {
      const axe: unknown = Reflect.get(window, 'axe');
      if (typeof axe !== 'object' || axe === null || !('run' in axe) || typeof axe.run !== 'function')
        throw new Error('axe did not load');
      const { violations } = await axe.run(document, { runOnly });
      return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} — ${failureSummary}`),
      );
    },
    rules === 'every' ? EVERY_RULE : COLOUR_RULES,
  );
}
