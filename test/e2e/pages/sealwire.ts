import type { BrowserContext, Locator, Page } from 'playwright-core';
import { axeFindings, type Complaints, collectComplaints } from '../../support/browser.ts';

/** The interface in one tab, seen as a person does: by names and roles. Works the same over a fake and over a real core. */
export interface SealwirePage {
  readonly page: Page;
  readonly complaints: Complaints;
  heading(name?: string | RegExp): Locator;
  /** Names are whole names here and below; a part of one is a pattern, so that no second button answers to it. */
  button(name: string | RegExp): Locator;
  link(name: string | RegExp): Locator;
  field(name: string | RegExp): Locator;
  dialog(name: string | RegExp): Locator;
  /** What was said last, by sight or to a screen reader. */
  said(): Locator;
  /** Goes to a screen by the rail. */
  goTo(screen: string): Promise<void>;
  /** Runs a command of the palette by its keys. */
  command(text: string): Promise<void>;
  chooseTheme(theme: 'Light' | 'Dark'): Promise<void>;
  axe(rules?: 'every' | 'colours'): Promise<string[]>;
  /** Whether a text stands anywhere in the page: markup, attributes, or what is typed in a field. */
  holds(text: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a single-use link in a new tab; `path` goes to a screen with it. `prepare` runs before the page loads. */
export async function openSealwire(
  context: BrowserContext,
  link: string,
  options: { readonly path?: string; readonly prepare?: (page: Page) => Promise<unknown> } = {},
): Promise<SealwirePage> {
  const page = await context.newPage();
  const complaints = await collectComplaints(page);
  await options.prepare?.(page);
  const { origin, hash } = new URL(link);
  await page.goto(`${origin}${options.path ?? '/'}${hash}`);
  await page.getByRole('heading').first().waitFor();
  return seen(page, complaints);
}

function seen(page: Page, complaints: Complaints): SealwirePage {
  return {
    page,
    complaints,
    heading: (name) => page.getByRole('heading', name === undefined ? {} : { name }).first(),
    button: (name) => page.getByRole('button', { name, exact: true }),
    link: (name) => page.getByRole('link', { name, exact: true }),
    field: (name) => page.getByLabel(name, { exact: true }),
    dialog: (name) => page.getByRole('dialog', { name, exact: true }),
    said: () => page.locator('[aria-live="polite"]'),
    goTo: async (screen) => {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen, exact: true }).click();
      await page.locator('[data-page-heading]').waitFor();
    },
    command: async (text) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Screen, agent, service or action' }).fill(text);
      await page.keyboard.press('Enter');
    },
    chooseTheme: async (theme) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Screen, agent, service or action' }).fill(`${theme} theme`);
      await page.keyboard.press('Enter');
      await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme.toLowerCase());
    },
    axe: (rules) => axeFindings(page, rules),
    holds: (text) =>
      page.evaluate(
        (wanted) =>
          document.documentElement.outerHTML.includes(wanted) ||
          [...document.querySelectorAll('input, textarea')].some(
            (field) => 'value' in field && String(field.value).includes(wanted),
          ),
        text,
      ),
    close: () => page.close(),
  };
}
