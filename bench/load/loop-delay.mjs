import { renameSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded into the process that is measured, by `--import`, so that the product itself carries no instrument: how long its main thread keeps a timer waiting. On SIGUSR2 it
 * writes what it has seen since the last time into the file that its own address names (`?into=`), and begins anew. Plain JavaScript, because it runs ahead of a bundle in
 * which no types are to be stripped.
 */

const RESOLUTION_MS = 2;

if (isMainThread) {
  const into = new URL(import.meta.url).searchParams.get('into') ?? '';
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  const beyond = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  process.on('SIGUSR2', () => {
    const seen = { maxMs: beyond(histogram.max), p99Ms: beyond(histogram.percentile(99)) };
    histogram.reset();
    writeFileSync(`${into}.new`, JSON.stringify(seen));
    renameSync(`${into}.new`, into);
  });
}
