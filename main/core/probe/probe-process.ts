import { readFileSync } from 'node:fs';
import { climb } from './climb.ts';
import type { ProbeReport, ProbeRequest } from './probe-request.ts';

/* The probe's own process: reads one request from its standard input, climbs, and writes one line a rung. Started by `run-probe.ts` alone. */

const write = (report: ProbeReport): void => {
  process.stdout.write(`${JSON.stringify(report)}\n`);
};

const request: ProbeRequest = JSON.parse(readFileSync(0, 'utf8'));
const startedMs = performance.now();
await climb(request, (rung) => write({ rung }));
write({ ms: Math.round(performance.now() - startedMs) });
