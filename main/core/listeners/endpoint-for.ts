import { availableParallelism } from 'node:os';
import { createEndpoint, type EndpointOptions } from '../endpoint/endpoint.ts';
import type { EndpointSettings } from '../endpoint/ports.ts';
import type { EndpointService } from '../parts.ts';
import { createSpreadEndpoint, type ListenerThreads } from './spread-endpoint.ts';

/**
 * The endpoint in the form that fits machine and settings: spread over threads where ports can be shared and there is more than one processor, else in this thread with others to
 * decode for it. What is counted over all connections, as the real server's `max_connections` and `expvar` are, keeps it in one.
 */
export function endpointFor(options: EndpointOptions & { readonly threads: ListenerThreads }): EndpointService {
  // What is passed on goes through one thread: its queue is one, and so is the server behind.
  const isRelay = (options.upstream ?? null) !== null;
  const mayBeSpread = options.host.platform === 'linux' && availableParallelism() > 1 && !isRelay;
  const single = createEndpoint(options);
  if (!mayBeSpread) return single;
  const spread = createSpreadEndpoint(options);
  let current = spread;
  const formFor = ({ server }: EndpointSettings): EndpointService =>
    server.maxConnections > 0 || server.expvar.enabled ? single : spread;
  return {
    async start(settings) {
      const next = formFor(settings);
      if (next !== current) await current.stop();
      current = next;
      return current.start(settings);
    },
    stop: () => current.stop(),
    recheck: () => current.recheck(),
    portProblem: single.portProblem,
    state: () => current.state(),
    hasStarted: () => single.hasStarted() || spread.hasStarted(),
    present(identity) {
      single.present(identity);
      spread.present(identity);
    },
    canaryChanged: () => current.canaryChanged(),
    close: () => current.close(),
  };
}
