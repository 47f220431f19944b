import type { Locator } from 'playwright-core';
import type { Step } from '../../../main/contract/index.ts';
import type { SealwirePage } from './sealwire.ts';

export interface ConnectPage {
  /** One rung of the ladder; its state stands in `data-state`. */
  rung(step: Step): Locator;
  /** Waits until a rung is in this state. */
  waitForRung(step: Step, state: 'ok' | 'failed' | 'waiting' | 'n/a', withinMs?: number): Promise<void>;
  /** The lines of one step of the snippet, as they stand on screen. */
  snippet(place?: number): Locator;
  /** Puts the real lines of one step into the clipboard and yields them. */
  copySnippet(place?: number): Promise<string>;
  readonly failure: Locator;
  copyFix(): Promise<string>;
  chooseAgent(title: string): Promise<void>;
  nameService(name: string): Promise<void>;
  configureBy(form: string): Promise<void>;
}

/** Connect: the agents, then the lines and the ladder of one service. */
export function connectPage({ page }: SealwirePage): ConnectPage {
  const rung = (step: Step): Locator => page.locator(`[data-step="${step}"]`);
  const block = (place: number): Locator => page.locator(`[data-block="${place}"]`);
  const failure = page.locator('[data-failure]');

  async function copied(button: Locator): Promise<string> {
    await button.click();
    await button.getByText(/^Copied/).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  }

  return {
    rung,
    failure,
    waitForRung: (step, state, withinMs = 10_000) =>
      page.locator(`[data-step="${step}"][data-state="${state}"]`).waitFor({ timeout: withinMs }),
    snippet: (place = 0) => block(place).locator('pre'),
    copySnippet: (place = 0) => copied(block(place).getByRole('button', { name: /^Copy/ })),
    copyFix: () => copied(failure.getByRole('button', { name: /^Copy fix/ }).first()),
    chooseAgent: async (title) => {
      await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
      await page.getByRole('heading', { name: `Connect a ${title} service` }).waitFor();
    },
    nameService: async (name) => {
      await page.getByLabel('Service name').fill(name);
      await page.waitForURL((url) => url.searchParams.get('service') === name);
    },
    configureBy: async (form) => {
      await page.getByRole('radio', { name: form, exact: true }).check();
    },
  };
}
