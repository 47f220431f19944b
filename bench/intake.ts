import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startSealwire } from '../test/support/running-sealwire.ts';
import type { Bench, BenchOptions, Finding } from './bench.ts';
import { heavyBody, type LoadBody, typicalBody } from './load/bodies.ts';
import { driveLoad } from './load/drive-load.ts';
import type { LoadResult } from './load/load-process.ts';
import { cpuMs, residentMegabytes } from './load/process-facts.ts';
import { watchLoop } from './load/watch-loop.ts';

const bundle = join(resolve(import.meta.dirname, '..'), 'dist', 'cli', 'sealwire.js');
const FIRST_MS = 500;
/** Each thread compiles for itself what runs often, and a server runs for hours. */
const WARM_UP_MS = 6_000;
const RUN_MS = 5_000;

/**
 * Events a second that come over TLS, packed, are validated, committed and can be asked for: the built product in its own process, the load in another. Beside it
 * `JSON.parse` alone over the same lines on one core, before and after. Both settings of durability are measured. `-- intake --url URL [--ca FILE] [--token-stdin]` drives the same load at any server.
 */
export const bench: Bench = {
  name: 'intake (events a second)',
  target: '≥ 0.4',
  run: async (options) => {
    const found: Finding[] = [];
    for (const body of [typicalBody(), heavyBody()]) {
      for (const connections of [8, 1])
        found.push(options.url === null ? await own(body, connections) : await other(body, connections, options));
      if (options.url === null) found.push(await own(body, 8, true));
    }
    return found;
  },
};

async function own(body: LoadBody, connections: number, isDurable = false): Promise<Finding> {
  const loop = watchLoop();
  const { nodeOptions } = loop;
  const sealwire = await startSealwire({ entry: bundle, nodeOptions, args: isDurable ? ['--durable'] : [] });
  try {
    const { pid } = sealwire.ready;
    const { token } = await sealwire.client.call('token.show', {});
    const server = { url: sealwire.ready.endpoint, token, ca: readFileSync(sealwire.ready.ca, 'utf8') };
    await loadFirst(body, server);
    const before = parseRate(body);
    await loop.take(pid);
    const cpuBefore = cpuMs(pid);
    const result = await load(body, connections, server);
    const cpu = cpuMs(pid) - cpuBefore;
    const { maxMs, p99Ms } = await loop.take(pid);
    const events = (result.requests * body.events * (WARM_UP_MS + RUN_MS)) / RUN_MS;
    const after = parseRate(body);
    const blocked = `main thread blocked p99 ${p99Ms.toFixed(1)} ms, at most ${maxMs.toFixed(0)} ms`;
    const costs = `${(cpu / 1000 / (events / 1e6)).toFixed(1)} CPU s per million, ${residentMegabytes(pid).toFixed(0)} MB, ${blocked}`;
    const finding = findingOf(body, connections, result, costs);
    return {
      ...finding,
      name: `${finding.name}${isDurable ? ', durable' : ''}`,
      peer: { name: 'JSON.parse alone, one core', figure: (before + after) / 2 },
    };
  } finally {
    await sealwire.stop();
    loop.close();
  }
}

async function other(body: LoadBody, connections: number, options: BenchOptions): Promise<Finding> {
  const { url, token, caFile } = options;
  if (url === null) throw new Error('no server to drive the load at');
  const ca = caFile === null ? null : readFileSync(caFile, 'utf8');
  const server = { url, token, ca };
  await loadFirst(body, server);
  return findingOf(body, connections, await load(body, connections, server), url);
}

interface Server {
  readonly url: string;
  readonly token: string | null;
  readonly ca: string | null;
}

function jobOf(body: LoadBody, server: Server): Server & { readonly body: string; readonly contentEncoding: string } {
  return { ...server, body: body.gzip.toString('base64'), contentEncoding: 'gzip' };
}

/** One connection alone, so that a server which starts a thread for the first one has it when the others come. */
async function loadFirst(body: LoadBody, server: Server): Promise<void> {
  await driveLoad({ ...jobOf(body, server), connections: 1, warmUpMs: 0, runMs: FIRST_MS });
}

function load(body: LoadBody, connections: number, server: Server): Promise<LoadResult> {
  return driveLoad({ ...jobOf(body, server), connections, warmUpMs: WARM_UP_MS, runMs: RUN_MS });
}

function findingOf(body: LoadBody, connections: number, result: LoadResult, costs: string): Finding {
  const { requests, failures, elapsedMs, p50Ms, p99Ms } = result;
  const perSecond = requests / (elapsedMs / 1000);
  const failed = failures === 0 ? '' : `, ${failures} FAILED`;
  return {
    name: `intake, ${body.name}, ${connections} connection${connections === 1 ? '' : 's'}`,
    figure: perSecond * body.events,
    unit: '/s',
    note: `${perSecond.toFixed(0)} requests/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, ${costs}${failed}`,
  };
}

/** Events a second whose lines `JSON.parse` reads on one core, nothing else done. */
function parseRate({ text, events }: LoadBody): number {
  const lines = text.split('\n').filter(Boolean);
  const startedMs = performance.now();
  let rounds = 0;
  for (; performance.now() - startedMs < 700; rounds += 1) for (const line of lines) JSON.parse(line);
  return (rounds * events * 1000) / (performance.now() - startedMs);
}
