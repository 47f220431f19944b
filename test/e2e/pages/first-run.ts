import type { Locator } from 'playwright-core';
import type { SealwirePage } from './sealwire.ts';

export interface FirstRunPage {
  /** One of the three rows: Authority, Certificate, Secret token. */
  row(title: string): Locator;
  readonly makeItSecure: Locator;
  readonly connectAnAgent: Locator;
  /** The line beside the button that says where the endpoint listens, or will; the pill in the top bar says it as well. */
  readonly listens: Locator;
  /** Presses the button and waits until everything is made. */
  click(): Promise<void>;
}

/** Home before and just after the one click. */
export function firstRunPage({ page, button }: SealwirePage): FirstRunPage {
  const main = page.getByRole('main');
  const makeItSecure = button('Make it secure');
  const connectAnAgent = main.getByRole('link', { name: 'Connect an agent' });
  return {
    makeItSecure,
    connectAnAgent,
    listens: main.getByText(/^Listen(s|ing) on/),
    row: (title) => main.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) }),
    click: async () => {
      await makeItSecure.click();
      await connectAnAgent.waitFor();
    },
  };
}
