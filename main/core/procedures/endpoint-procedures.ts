import type { Handlers } from '../../contract/index.ts';
import type { Live } from '../live/live.ts';
import type { EndpointControl } from './endpoint-control.ts';

/** Procedures of the endpoint and of the events it stored. */
export function endpointProcedures(
  endpoint: EndpointControl,
  live: Live,
): Pick<Handlers, 'endpoint.start' | 'endpoint.stop' | 'event.list' | 'event.export' | 'event.purge'> {
  return {
    'endpoint.start': async (input) => endpoint.start(input),
    'endpoint.stop': async () => endpoint.stop(),
    'event.list': async (query) => ({ events: await (await live.open()).store.query(query) }),
    'event.export': async (query) => {
      const { bodies, next } = await (await live.open()).store.bodies(query);
      return { bodies: [...bodies], next };
    },
    'event.purge': async () => ({ removed: await (await live.open()).store.purge() }),
  };
}
