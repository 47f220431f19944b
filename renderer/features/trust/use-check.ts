import { useEffect, useRef, useState } from 'react';
import type { TrustStore } from '../../../main/contract/index.ts';
import { asCallError, type CallError } from '../../bridge/call-error.ts';
import { useBridge } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';

export interface Checking {
  /** The store whose programs connect right now, or null. */
  readonly current: { readonly title: string; readonly place: number; readonly of: number } | null;
  readonly error: CallError | null;
  start(stores: readonly TrustStore[]): void;
}

/** Makes the programs that read these stores connect once more, store by store. What they showed comes back with the list. */
export function useCheck(): Checking {
  const bridge = useBridge();
  const [current, setCurrent] = useState<Checking['current']>(null);
  const [error, setError] = useState<CallError | null>(null);
  const isShown = useRef(true);

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  async function check(stores: readonly TrustStore[]): Promise<void> {
    setError(null);
    let verified = 0;
    try {
      for (const [index, { id, title }] of stores.entries()) {
        if (!isShown.current) return;
        setCurrent({ title, place: index + 1, of: stores.length });
        const answer = await bridge.call('trust.check', { stores: [id] });
        if (answer.stores.some((store) => store.id === id && store.state === 'verified')) verified += 1;
      }
      announceVisibly(
        stores.length === 1
          ? `${verified === 1 ? 'Verified by a handshake' : 'Not verified'}: ${stores[0]?.title ?? ''}.`
          : `${verified} of ${stores.length} stores are verified by handshakes.`,
      );
    } catch (thrown) {
      setError(asCallError(thrown));
    } finally {
      setCurrent(null);
    }
  }

  return { current, error, start: (stores) => void check(stores) };
}
