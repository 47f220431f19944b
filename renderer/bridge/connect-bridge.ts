import type { Bridge } from './bridge.ts';
import { desktop } from './desktop.ts';
import { desktopBridge } from './desktop-bridge.ts';
import { httpBridge } from './http-bridge.ts';
import { openSession } from './session.ts';

/** The bridge of this page: the desktop shell's where there is one, else HTTP to where the page came from. */
export function connectBridge(): Bridge {
  const face = desktop();
  if (face !== null) return desktopBridge(face);
  return httpBridge({
    session: openSession({
      takeFragment,
      storage: window.sessionStorage,
      fetch: (input, init) => window.fetch(input, init),
    }),
    fetch: (input, init) => window.fetch(input, init),
    wait: pause,
  });
}

function takeFragment(): string {
  const fragment = window.location.hash.slice(1);
  if (fragment !== '') window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return fragment;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
