import type { ChangedTopic, Handlers } from '../../contract/index.ts';
import type { Live } from '../live/live.ts';
import type { Renewer } from './keep-renewed.ts';

/** What has to be looked at again after the machine slept: timers stood still meanwhile, and the clock did not. */
export function wakeProcedure(
  live: Live,
  renewer: Pick<Renewer, 'look'>,
  didChange: (what: ChangedTopic[]) => void,
): Pick<Handlers, 'app.wake'> {
  return {
    'app.wake': async () => {
      const opened = live.opened();
      opened?.store.keepWithinRetention();
      const endpoint = await opened?.endpoint.recheck();
      await renewer.look();
      // Days left and notices are worked out when they are asked for; listeners are told to ask.
      didChange(['status', 'endpoint', 'certificates', 'services', 'attempts', 'events']);
      return { listening: endpoint?.listening ?? false };
    },
  };
}
