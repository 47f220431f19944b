import type { StoreChunks } from '../events/body-desk.ts';
import type { ListenerPorts } from './listener-messages.ts';

/** What lets an intake thread listen for agents itself, once it is told to. */
export interface ListenerHost {
  open(ports: ListenerPorts): void;
  /** Stops listening and resolves when the bodies that are being worked on are done. */
  close(): Promise<void>;
}

/** Prepares for it without paying: what a listener consists of is loaded with the first port. */
export function openListenerHost(store: StoreChunks): ListenerHost {
  let opened: Promise<{ close(): Promise<void> }> | null = null;
  return {
    open(ports) {
      opened ??= import('./serve-listener.ts').then(({ serveListener }) => serveListener(ports, store));
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}
