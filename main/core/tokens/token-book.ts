import type { Secret } from '../../contract/index.ts';
import type { TokenBook } from '../endpoint/ports.ts';
import type { Host } from '../host/host.ts';

/** How a token was used; ids of tokens that are gone are simply never asked for. */
export interface TokenUse {
  readonly lastUsedAt: string | null;
  readonly usedBy: readonly string[];
}

export interface TokenShelf {
  readonly book: TokenBook;
  /** Replaces what the endpoint lets in. A value that leaves the shelf is remembered as retired until the process ends. */
  put(tokens: readonly ShelvedToken[]): void;
  value(id: string): Secret | null;
  use(id: string): TokenUse;
}

export interface ShelvedToken extends TokenUse {
  readonly id: string;
  readonly state: 'active' | 'retiring';
  readonly value: Secret;
}

/** More services than this on one token are not told apart, so that a client that invents names cannot fill the workspace file. */
const MOST_SERVICES = 100;

/**
 * The tokens in memory, as the endpoint reads them at each request. `didUse` is told of every use and whether it shows something new
 * about who uses the token.
 */
export function tokenShelf(host: Pick<Host, 'now'>, didUse: (isNewService: boolean) => void): TokenShelf {
  let tokens: readonly ShelvedToken[] = [];
  const retired = new Map<string, Secret>();
  const uses = new Map<string, { lastUsedAt: string | null; usedBy: string[] }>();

  return {
    book: {
      accepted: () => tokens,
      retired: () => [...retired.values()],
      didUse: (id, service) => {
        const use = uses.get(id);
        if (use === undefined) return;
        use.lastUsedAt = host.now().toISOString();
        const isNew = service !== null && !use.usedBy.includes(service) && use.usedBy.length < MOST_SERVICES;
        if (isNew) use.usedBy.push(service);
        didUse(isNew);
      },
    },
    put: (next) => {
      for (const { id, value } of tokens) {
        if (!next.some((token) => token.id === id)) retired.set(id, value);
      }
      for (const { id, lastUsedAt, usedBy } of next) {
        if (!uses.has(id)) uses.set(id, { lastUsedAt, usedBy: [...usedBy] });
      }
      tokens = next;
    },
    value: (id) => tokens.find((token) => token.id === id)?.value ?? null,
    use: (id) => uses.get(id) ?? { lastUsedAt: null, usedBy: [] },
  };
}
