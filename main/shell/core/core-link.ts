import type { ShellCore } from '../parts.ts';
import type { Supervision } from './supervise.ts';

/** The core as the rest of the shell sees it: one that is there, whichever process serves it. Every listener is subscribed on its own, one to one. */
export function coreLink(supervision: Supervision): ShellCore {
  return {
    call: async (name, input) => (await supervision.client()).call(name, input),
    listen: (onPush, onLink) => {
      let endPushes = (): void => undefined;
      const endClients = supervision.onClient((client) => {
        endPushes = client.listen(onPush);
      });
      const endLinks = supervision.onLink(onLink);
      onLink(supervision.link());
      return () => {
        endClients();
        endLinks();
        endPushes();
      };
    },
    restart: () => supervision.restart(),
  };
}
