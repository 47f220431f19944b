import { type Client, fail, type ProcedureOutput } from '../contract/index.ts';
import type { CoreFace } from './core-face.ts';
import { dispatch } from './dispatch.ts';
import { EVERYTHING_CHANGED } from './push-feed.ts';

/**
 * A conversation with a core in this very process, with the checks and the habits of the other carriers: the first push of a
 * subscription says that everything may have changed, and nothing works after `close`.
 */
export function localClient(core: CoreFace): Client {
  const endings = new Set<() => void>();
  let isClosed = false;
  const lost = (): Error => fail('CONNECTION_LOST', { why: 'it was closed on this side' });

  return {
    call: async (name, input) => {
      if (isClosed) throw lost();
      // `dispatch` has checked the answer against the schema that this type is made of.
      return (await dispatch(core.handlers, name, input)) as ProcedureOutput<typeof name>;
    },
    listen: (listener) => {
      if (isClosed) throw lost();
      const stop = core.listen(listener);
      const end = (): void => {
        endings.delete(end);
        stop();
      };
      endings.add(end);
      queueMicrotask(() => {
        if (endings.has(end)) listener(EVERYTHING_CHANGED);
      });
      return end;
    },
    close: async () => {
      isClosed = true;
      for (const end of endings) end();
    },
  };
}
