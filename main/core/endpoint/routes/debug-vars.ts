import type { Reply } from '../http/reply.ts';
import type { Route, RouteServices } from './route.ts';

/**
 * `/debug/vars`: numbers about the server for whoever asks, by any method and without credentials, where `expvar.enabled` says so (reference A1). The form is the real
 * server's, a line a name; of its names those are given that mean something here, and memory is this process's. No command line: it would tell where things lie.
 */
export const debugVars: Route = {
  path: '/debug/vars',
  access: 'none',
  handle: async (_exchange, services): Promise<Reply> => ({
    status: 200,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    raw: `{\n${lines(services).join(',\n')}\n}\n`,
  }),
};

function lines({ traffic }: RouteServices): string[] {
  const { rss, heapUsed, heapTotal } = process.memoryUsage();
  const statuses = [...traffic.answers];
  const sum = (fits: (status: number) => boolean): number =>
    statuses.reduce((total, [status, times]) => (fits(status) ? total + times : total), 0);
  const values: Readonly<Record<string, unknown>> = {
    'apm-server.server.request.count': traffic.requests,
    'apm-server.server.response.count': sum(() => true),
    'apm-server.server.response.errors.count': sum((status) => status >= 400),
    'apm-server.server.response.valid.count': sum((status) => status < 400),
    'beat.memstats.rss': rss,
    memstats: { Alloc: heapUsed, HeapAlloc: heapUsed, HeapSys: heapTotal, Sys: rss },
  };
  return Object.entries(values).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
}
