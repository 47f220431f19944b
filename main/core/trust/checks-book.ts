import { join } from 'node:path';
import { z } from 'zod';
import type { TrustCheck } from '../../contract/index.ts';
import { trustCheck } from '../../contract/trust-shapes.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../host/host.ts';

const book = z.object({ fingerprint256: z.string(), stores: z.record(z.string(), z.array(trustCheck)) });

/** What the last handshakes showed, in a file of Sealwire's own, so that a list need not wait for browsers to start. */
export interface ChecksBook {
  /** Those of a store with that authority; none for another authority. */
  of(store: string, fingerprint256: string): TrustCheck[];
  keep(store: string, fingerprint256: string, checks: readonly TrustCheck[]): void;
  forget(store: string): void;
}

export function openChecksBook(host: Host, folder: string): ChecksBook {
  const path = join(folder, 'checks.json');
  const read = (): z.infer<typeof book> => {
    const nothing = { fingerprint256: '', stores: {} };
    try {
      return book.parse(JSON.parse(host.disk.read(path)?.toString() ?? JSON.stringify(nothing)));
    } catch (error) {
      // Not JSON or not ours any more: checking again fills it anew. What the disk refuses is told.
      if (error instanceof SyntaxError || error instanceof z.ZodError) return nothing;
      throw error;
    }
  };
  const write = (next: z.infer<typeof book>): void => {
    host.disk.makeFolder(folder, 0o700);
    writeAtomically(host, path, `${JSON.stringify(next, null, 2)}\n`);
  };
  return {
    of: (store, fingerprint256) => {
      const { fingerprint256: checked, stores } = read();
      return checked === fingerprint256 ? (stores[store] ?? []) : [];
    },
    keep: (store, fingerprint256, checks) => {
      const { fingerprint256: checked, stores } = read();
      write({ fingerprint256, stores: { ...(checked === fingerprint256 ? stores : {}), [store]: [...checks] } });
    },
    forget: (store) => {
      const { fingerprint256, stores } = read();
      const { [store]: gone, ...others } = stores;
      if (gone !== undefined) write({ fingerprint256, stores: others });
    },
  };
}
