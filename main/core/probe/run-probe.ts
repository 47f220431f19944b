import { fileURLToPath } from 'node:url';
import { type LadderStep, type ProcedureOutput, type Secret, STEPS } from '../../contract/index.ts';
import { shortText } from '../evidence/short-text.ts';
import type { Host } from '../host/host.ts';
import type { ProbeReport, ProbeRequest } from './probe-request.ts';

export interface ProbeOptions {
  readonly host: Pick<Host, 'exec' | 'platform' | 'env' | 'now'>;
  readonly url: string;
  readonly caPath: string | null;
  readonly token: Secret | null;
  readonly version: string;
  readonly service?: string;
  /** For each wait on the network. */
  readonly timeoutMs?: number;
}

/** What a process may take to start on a machine that is busy with other things. */
const STARTING_MS = 20_000;

/**
 * Sends one real transaction from a process of its own and tells how far it got. What goes wrong is a rung with its evidence, never an exception:
 * a server that cannot be reached is an answer.
 */
export async function runProbe(options: ProbeOptions): Promise<ProcedureOutput<'probe.run'>> {
  const { host, url, caPath, token, version, service = 'sealwire-probe', timeoutMs = 10_000 } = options;
  const request: ProbeRequest = { url, caPath, token: token?.reveal() ?? null, service, version, timeoutMs };
  const startedMs = host.now().getTime();
  const ended = await host.exec(process.execPath, [probeProcessFile()], {
    input: JSON.stringify(request),
    env: environmentOf(host),
    timeoutMs: STARTING_MS + timeoutMs * 4,
  });
  const reports = ended.stdout.split('\n').flatMap(readReport);
  const told = reports.flatMap((report) => ('rung' in report ? [report.rung] : []));
  const finished = reports.find((report) => 'ms' in report);
  const why =
    ended.failure ?? shortText(ended.stderr.split('\n').find((line) => line !== '') ?? `exit code ${ended.code}`);
  return {
    endpoint: url,
    steps: ladderOf(told, finished === undefined ? `the probe’s process ended early: ${why}` : null, host.now()),
    ms: finished?.ms ?? host.now().getTime() - startedMs,
  };
}

/** The probe process beside this file, from source and from a build alike; the one place that knows it. */
function probeProcessFile(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./probe-process.${extension}`, import.meta.url));
}

/**
 * Next to nothing is inherited: NODE_TLS_REJECT_UNAUTHORIZED or NODE_EXTRA_CA_CERTS would make the probe trust what agents do not, NODE_OPTIONS
 * would load an agent into it. Windows needs SystemRoot to open a socket.
 */
function environmentOf({ platform, env }: ProbeOptions['host']): Readonly<Record<string, string>> {
  return platform === 'win32' && env.SystemRoot !== undefined ? { SystemRoot: env.SystemRoot } : {};
}

/** All six rungs: the ones that were told (the last word on each counts), and the rest waiting for the one that failed. */
function ladderOf(told: readonly LadderStep[], broken: string | null, now: Date): LadderStep[] {
  const firstUntold = STEPS.find((step) => !told.some((rung) => rung.step === step));
  const hasFailed = told.some(({ state }) => state === 'failed');
  const rungs =
    broken === null || hasFailed || firstUntold === undefined
      ? told
      : [...told, { step: firstUntold, state: 'failed', at: now.toISOString(), evidence: broken } as const];
  const failedAt = STEPS.find((step) => rungs.findLast((rung) => rung.step === step)?.state === 'failed');
  return STEPS.map((step, index): LadderStep => {
    const rung = rungs.findLast((each) => each.step === step);
    const isAfterFailure = failedAt !== undefined && index > STEPS.indexOf(failedAt);
    if (rung !== undefined && !isAfterFailure) return rung;
    const evidence = isAfterFailure ? `waits for "${failedAt}"` : 'not tried';
    return { step, state: 'waiting', at: null, evidence };
  });
}

function readReport(line: string): ProbeReport[] {
  if (!line.startsWith('{')) return [];
  try {
    return [JSON.parse(line)];
  } catch {
    // A line cut off where the process was ended.
    return [];
  }
}
