import { useEffect } from 'react';
import type { Bridge } from '../../bridge/bridge.ts';
import { useLink } from '../../bridge/link.ts';
import { useBridge } from '../../bridge/procedure.ts';

/** Openings and closings reach the core one after the other, so that a late closing does not end the next wiring. */
let last: Promise<unknown> = Promise.resolve();

/** Tells the core what is being wired while this page is open, so that connections that name no service are put down to it. */
export function useOpenWiring(agent: string, service: string): void {
  const bridge = useBridge();
  const isOpen = useLink(({ state }) => state === 'open');

  useEffect(() => {
    // Again after a lost connection: the core may have been started anew.
    if (!isOpen) return;
    tell(bridge, (to) => to.call('wiring.open', { agent, service }));
    return () => tell(bridge, (to) => to.call('wiring.close', {}));
  }, [bridge, agent, service, isOpen]);
}

function tell(bridge: Bridge, say: (to: Bridge) => Promise<unknown>): void {
  // A wiring that cannot be told costs only a deduction; that the core is away is said by the banner.
  last = last.then(() => say(bridge)).catch(() => undefined);
}
