import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startSealwire } from '../test/support/running-sealwire.ts';
import { type Bench, type Finding, percentile } from './bench.ts';
import { typicalBody } from './load/bodies.ts';
import { driveLoad } from './load/drive-load.ts';
import { residentMegabytes } from './load/process-facts.ts';
import { watchLoop } from './load/watch-loop.ts';

const bundle = join(resolve(import.meta.dirname, '..'), 'dist', 'cli', 'sealwire.js');
const EVENTS = 1_000_000;
const SEARCHES = 40;

/** One million stored events: memory, how long the main thread was blocked, bytes on the disk, and how long searches among them take once the words are read. */
export const bench: Bench = {
  name: 'one million events',
  target: '',
  run: async () => {
    const loop = watchLoop();
    const sealwire = await startSealwire({ entry: bundle, nodeOptions: loop.nodeOptions });
    try {
      const { client, ready } = sealwire;
      const body = typicalBody();
      const { token } = await client.call('token.show', {});
      await loop.take(ready.pid);
      await driveLoad({
        url: ready.endpoint,
        token,
        ca: readFileSync(ready.ca, 'utf8'),
        connections: 8,
        warmUpMs: 0,
        runMs: 600_000,
        mostRequests: EVENTS / body.events,
        body: body.gzip.toString('base64'),
        contentEncoding: 'gzip',
      });
      const resident = residentMegabytes(ready.pid);
      const blocked = await loop.take(ready.pid);
      await untilWordsAreRead(client);
      const took: number[] = [];
      const queries = [
        { service: 'shop', kind: 'span' as const },
        { text: 'SELECT FROM cart' },
        { text: 'cart/36' },
        { text: 'nowhere to be found' },
        { trace: '00000000000000000000000085ebca6b' },
        { kind: 'error' as const },
        { text: 'loadCart', kind: 'transaction' as const },
        { since: new Date(Date.now() - 60_000).toISOString() },
      ];
      for (let at = 0; at < SEARCHES; at += 1) {
        const startedMs = performance.now();
        await client.call('event.list', { limit: 100, ...queries[at % queries.length] });
        took.push(performance.now() - startedMs);
      }
      const bytes = readdirSync(sealwire.home)
        .filter((name) => /^(?:events|words)\.sqlite/.test(name))
        .map((name) => statSync(join(sealwire.home, name)).size)
        .reduce((sum, size) => sum + size, 0);
      const findings: Finding[] = [
        { name: 'one million events: resident (≤ 300 MB)', figure: resident, unit: 'MB' },
        {
          name: 'one million events: main thread blocked (≤ 50 ms)',
          figure: blocked.maxMs,
          unit: 'ms',
          note: `p99 ${blocked.p99Ms.toFixed(1)} ms while they came`,
        },
        {
          name: 'one million events: search, p95 (≤ 50 ms)',
          figure: percentile(took, 0.95),
          unit: 'ms',
          note: `median ${percentile(took, 0.5).toFixed(1)} ms of ${SEARCHES}, through the control socket`,
        },
        { name: 'one million events: bytes an event, words included', figure: bytes / EVENTS, unit: 'B' },
      ];
      return findings;
    } finally {
      await sealwire.stop();
      loop.close();
    }
  },
};

/** Words are read in the background; a notice stands as long as many are left. */
async function untilWordsAreRead(client: Awaited<ReturnType<typeof startSealwire>>['client']): Promise<void> {
  for (;;) {
    const { notices } = await client.call('status', {});
    if (!notices.some(({ id }) => id === 'events-behind')) return;
    await new Promise((resolve_) => setTimeout(resolve_, 500));
  }
}
