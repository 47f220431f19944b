import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type RunningSealwire, startSealwire } from '../test/support/running-sealwire.ts';
import { type Bench, type Finding, median } from './bench.ts';
import { typicalBody } from './load/bodies.ts';
import { driveLoad } from './load/drive-load.ts';
import { type Held, holdConnections } from './load/hold-connections.ts';
import type { HoldJob, HoldResult } from './load/hold-process.ts';
import { cpuMs, residentMegabytes } from './load/process-facts.ts';
import { watchLoop } from './load/watch-loop.ts';

const bundle = join(resolve(import.meta.dirname, '..'), 'dist', 'cli', 'sealwire.js');
const IDLE = 10_000;
const SLOW = 200;
const AGENTS = 8;
const WARM_UP_MS = 2_000;
const RUN_MS = 8_000;
const ROUNDS = 3;
/** Descriptors that the server needs, and some for itself. Node.js takes as many as the hard limit allows. */
const DESCRIPTORS = IDLE + SLOW + 200;

/**
 * Eight busy agents alone, then beside 10,000 idle TLS connections and 200 that send a body of one byte a second, then alone again: the share of their rate that they
 * keep, what the connections cost, and whether the endpoint is sound afterwards (Linux). Opening the connections is not measured. They come from several loopback addresses,
 * and in processes of their own. Needs `ulimit -Hn` of 10,400.
 */
export const bench: Bench = {
  name: 'agents beside idle connections and a flood',
  target: '≥ 0.8',
  run: async () => {
    if (descriptorLimit() < DESCRIPTORS)
      throw new Error(`this needs a hard limit of ${DESCRIPTORS} open files (ulimit -Hn)`);
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-idle-'));
    const config = join(folder, 'apm-server.yml');
    // An idle connection of the default ends before the last of so many is open.
    writeFileSync(config, 'apm-server:\n  idle_timeout: 600s\n');
    const loop = watchLoop();
    const sealwire = await startSealwire({
      entry: bundle,
      nodeOptions: loop.nodeOptions,
      args: ['--config', config],
    });
    try {
      const { pid } = sealwire.ready;
      const agents = await agentsOf(sealwire);
      const before = await rateOf(agents, pid);
      const residentBefore = residentMegabytes(pid);
      const openingMs = performance.now();
      const held = await holdAll(sealwire);
      const openedMs = performance.now() - openingMs;
      await loop.take(pid);
      const restBefore = cpuMs(pid);
      await new Promise((resolve_) => setTimeout(resolve_, 5_000));
      const restShare = (cpuMs(pid) - restBefore) / 5_000;
      const residentHeld = residentMegabytes(pid);
      await loop.take(pid);
      const beside = await rateOf(agents, pid);
      const blocked = await loop.take(pid);
      const released = await Promise.all(held.map((each) => each.release()));
      const after = await rateOf(agents, pid);
      const { code } = await sealwire.cli(['probe', '--json']);
      const { endpoint } = await sealwire.client.call('status', {});
      const alone = (before.perSecond + after.perSecond) / 2;
      const peer = { name: 'alone, before and after', figure: alone };
      const { open, ended } = sum(released);
      return [
        {
          figure: beside.perSecond,
          unit: '/s',
          peer,
          note: `events, p99 ${beside.p99Ms.toFixed(0)} ms against ${before.p99Ms.toFixed(0)} ms, ${beside.cpuPerMillion.toFixed(1)} CPU s per million against ${before.cpuPerMillion.toFixed(1)}, ${beside.failures} failed, main thread blocked p99 ${blocked.p99Ms.toFixed(1)} ms, at most ${blocked.maxMs.toFixed(0)} ms`,
        },
        {
          name: 'the same: what an idle connection holds',
          figure: ((residentHeld - residentBefore) * 1024) / (IDLE + SLOW),
          unit: 'KB',
          note: `${residentBefore.toFixed(0)} MB without, ${residentHeld.toFixed(0)} MB with them, ${(restShare * 100).toFixed(1)} % of a core while only they are there; opened in ${(openedMs / 1000).toFixed(0)} s; ${open} still open at the end, ${ended} cut off and come back`,
        },
        {
          name: 'the same: afterwards',
          figure: after.perSecond,
          unit: '/s',
          peer: { name: 'before', figure: before.perSecond },
          note: `probe exited with ${code}, ${endpoint?.connections ?? 'no'} connections left, ${residentMegabytes(pid).toFixed(0)} MB`,
        },
      ] satisfies Finding[];
    } finally {
      await sealwire.stop();
      loop.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Agents {
  readonly url: string;
  readonly token: string;
  readonly ca: string;
}

async function agentsOf({ ready, client }: RunningSealwire): Promise<Agents> {
  const { token } = await client.call('token.show', {});
  return { url: ready.endpoint, token, ca: readFileSync(ready.ca, 'utf8') };
}

interface Rate {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly failures: number;
  readonly cpuPerMillion: number;
}

/** The middle one of some runs: a neighbour on the same machine disturbs one, not all. */
async function rateOf(agents: Agents, pid: number): Promise<Rate> {
  const body = typicalBody();
  const rates: Rate[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const cpuBefore = cpuMs(pid);
    const { requests, failures, elapsedMs, p99Ms } = await driveLoad({
      ...agents,
      connections: AGENTS,
      warmUpMs: WARM_UP_MS,
      runMs: RUN_MS,
      body: body.gzip.toString('base64'),
      contentEncoding: 'gzip',
    });
    const perSecond = (requests * body.events * 1000) / elapsedMs;
    const cpuPerMillion = ((cpuMs(pid) - cpuBefore) * 1000) / (perSecond * ((WARM_UP_MS + RUN_MS) / 1000));
    rates.push({ perSecond, p99Ms, failures, cpuPerMillion });
  }
  const middle = median(rates.map(({ perSecond }) => perSecond));
  const found = rates.find(({ perSecond }) => perSecond === middle);
  if (found === undefined) throw new Error('there is no middle of no runs');
  return found;
}

/** Two processes with half of the idle connections each, and one with the slow ones. */
async function holdAll(sealwire: RunningSealwire): Promise<Held[]> {
  const job: HoldJob = { ...(await agentsOf(sealwire)), kind: 'idle', connections: IDLE / 2, from: ['127.0.0.2'] };
  return Promise.all([
    holdConnections(job),
    holdConnections({ ...job, from: ['127.0.0.3'] }),
    holdConnections({ ...job, from: ['127.0.0.4'], kind: 'slow', connections: SLOW }),
  ]);
}

function sum(results: readonly HoldResult[]): HoldResult {
  return results.reduce((one, other) => ({ open: one.open + other.open, ended: one.ended + other.ended }));
}

/** The hard limit of open files (proc(5), limits); endless where it is unlimited. */
function descriptorLimit(): number {
  const hard = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}
