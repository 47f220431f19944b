const KEY = 'sealwire-session';

/** What of the browser a session needs: the fragment the link came with, this tab's own storage, and a way to ask. */
export interface SessionPage {
  /** Takes the fragment out of the address, so that a single-use code stays neither in it nor in the history. */
  takeFragment(): string;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly fetch: typeof fetch;
}

export interface Session {
  /** This tab's secret, or null where there is none and the link was not accepted. Rejects while nothing answers; ask again then. */
  secret(): Promise<string | null>;
  /** Forgets the secret after it was refused. */
  forget(): void;
}

/**
 * The secret of this tab (design.md §9). A code in the fragment is exchanged once; the secret then lives in `sessionStorage` and
 * travels as a header, never as a cookie, because cookies ignore ports.
 */
export function openSession(page: SessionPage): Session {
  let code = page.takeFragment();
  let exchange: Promise<void> | null = null;

  async function redeem(): Promise<void> {
    const response = await page.fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    code = '';
    if (!response.ok) return;
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'secret' in body && typeof body.secret === 'string') {
      page.storage.setItem(KEY, body.secret);
    }
  }

  return {
    async secret(): Promise<string | null> {
      if (code !== '') {
        exchange ??= redeem().finally(() => {
          exchange = null;
        });
        await exchange;
      }
      return page.storage.getItem(KEY);
    },
    forget(): void {
      page.storage.removeItem(KEY);
    },
  };
}
