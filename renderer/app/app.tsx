import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { Bridge } from '../bridge/bridge.ts';
import { desktop } from '../bridge/desktop.ts';
import { followPushes } from '../bridge/live.ts';
import { BridgeProvider } from '../bridge/procedure.ts';
import { Announcer, announceVisibly } from '../ui/announcer.tsx';
import { Gate } from './gate.tsx';
import { followShell } from './shell-commands.ts';
import { WindowMenu } from './window-menu.tsx';

/** The interface over one bridge: everything it shows comes through it. */
export function App({ bridge }: { readonly bridge: Bridge }): ReactElement {
  const [cache] = useState(newCache);

  useEffect(() => followPushes(bridge, cache, sayBack), [bridge, cache]);
  useEffect(() => {
    const face = desktop();
    return face === null ? undefined : followShell(face);
  }, []);

  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={cache}>
        <BridgeProvider value={bridge}>
          <Tooltip.Provider>
            <Gate />
            <WindowMenu />
            <Announcer />
          </Tooltip.Provider>
        </BridgeProvider>
      </QueryClientProvider>
    </CSPProvider>
  );
}

function sayBack(): void {
  if (desktop() !== null) announceVisibly('Sealwire had stopped answering and was started again.');
}

/** Answers stay fresh until a push says otherwise. Loopback works without a network, so nothing waits for one. */
function newCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
