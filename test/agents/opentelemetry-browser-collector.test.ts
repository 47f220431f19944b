import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Snippet, Step } from '../../main/contract/index.ts';
import { edotBrowserPackage } from '../support/agent-packages.ts';
import { recordRun } from '../support/agent-runs.ts';
import { whyNoBrowser } from '../support/browser.ts';
import { openTelemetryCollector } from '../support/otel-collector.ts';
import { servePages } from '../support/rum-site.ts';
import { plainEnvironment, type RunningSealwire } from '../support/running-sealwire.ts';
import { createTestAuthority } from '../support/test-authority.ts';
import { freePort, openPage, snippetOf } from './page-stage.ts';
import { closers, plain, sealwireWith } from './rum-stage.ts';

/*
 * A page with the real EDOT Browser in Chromium, whose reports a real Collector passes on, both by the files of the snippet. Compiling a Collector takes minutes, so it is for the long runs.
 */

vi.setConfig({ testTimeout: 180_000 });

const isLong = process.env.SEALWIRE_LONG === '1';
const collector = isLong && whyNoBrowser === null ? openTelemetryCollector() : { problem: 'for the long runs' };
const edot = 'problem' in collector ? null : edotBrowserPackage();
const why =
  whyNoBrowser ?? ('problem' in collector ? collector.problem : edot === null ? 'EDOT Browser cannot be had' : null);
const EDOT = { agent: 'otel-browser', form: 'code', framework: 'edot', how: 'over HTTP' };

/** What a person gets wrong in the Collector's file or in its variables. */
interface Mistake {
  readonly title: string;
  readonly code: string;
  readonly stopsAt: Step;
  readonly cure: RegExp;
  readonly names?: readonly string[];
  change?(text: string, otherCa: string): string;
  env?(env: Record<string, string>): void;
}

const MISTAKES: readonly Mistake[] = [
  {
    title: 'no authority in what passes the reports on',
    code: 'CA_NOT_TRUSTED',
    stopsAt: 'trusted',
    cure: /tls\.ca_file/,
    change: (text) => text.replace(/^ +tls:\n +ca_file: .*\n/m, ''),
  },
  {
    title: 'the authority of somebody else',
    code: 'CA_NOT_TRUSTED',
    stopsAt: 'trusted',
    cure: /tls\.ca_file/,
    change: (text, otherCa) => text.replace(/ca_file: .*/, `ca_file: ${otherCa}`),
  },
  {
    title: 'a wrong token in what passes the reports on',
    code: 'TOKEN_WRONG',
    stopsAt: 'authorised',
    cure: /ELASTIC_APM_SECRET_TOKEN=/,
    env: (env) => {
      env.ELASTIC_APM_SECRET_TOKEN = 'gWrongWrongWrongWrongWrongWrongWrongWrongWro';
    },
  },
  {
    title: 'no token in what passes the reports on',
    code: 'TOKEN_MISSING',
    stopsAt: 'authorised',
    cure: /ELASTIC_APM_SECRET_TOKEN=/,
    change: (text) => text.replace(/^ +headers:.*\n +Authorization: .*\n/m, ''),
  },
  {
    title: 'http:// in what passes the reports on',
    code: 'PLAIN_HTTP',
    stopsAt: 'encrypted',
    cure: /https:\/\/localhost:\d+\//,
    change: (text) => text.replace(/endpoint: (["']?)https:/, 'endpoint: $1http:'),
  },
  {
    title: 'a server name that the certificate does not cover',
    code: 'NAME_NOT_COVERED',
    stopsAt: 'trusted',
    cure: /in a Collector that in endpoint/,
    names: ['127.0.0.1'],
  },
];

/** Starts the Collector by the snippet, and serves its page; the address of that. */
async function pageBehindCollector(sealwire: RunningSealwire, snippet: Snippet, mistake: Partial<Mistake>) {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-collector-'));
  const other = createTestAuthority();
  closers.push(() => {
    other.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const port = await freePort();
  const code = (path: string): string => snippet.files.find((file) => file.path === path)?.content ?? '';
  const bundle = readFileSync(join(edot?.folder ?? '', 'package', 'build', 'elastic-otel-browser.min.js'), 'utf8');
  // As a bundler leaves it; the rest of the page is to make a span and to send it at once.
  const start = code('src/main.js')
    .replace(/^import .*\n/m, '')
    .replace('startBrowserSdk(', 'const sdk = startBrowserSdk(')
    .replace(':4318', `:${port}`);
  const provider =
    "globalThis.provider = { getTracer: () => ({ startSpan: () => ({ end: () => fetch('/') }) }), forceFlush: () => sdk.forceFlush() };";
  const page = '<!doctype html><title>Shop</title><script type="module" src="/main.js"></script>';
  const site = await servePages({ '/': page, '/main.js': `${bundle}\n${start}\n${provider}\n` });
  closers.push(site.close);

  const text = code('collector.yaml')
    .replace(':4318', `:${port}`)
    .replace(/http:\/\/localhost:5173/, site.byName);
  writeFileSync(join(folder, 'collector.yaml'), mistake.change?.(text, other.caPath) ?? text);
  const env = { ...plainEnvironment(sealwire.home), ...snippet.env };
  mistake.env?.(env);
  await startCollector(folder, env);
  return site.byName;
}

async function startCollector(cwd: string, env: Readonly<Record<string, string>>): Promise<void> {
  const file = 'problem' in collector ? '' : collector.file;
  const child = spawn(file, ['--config', 'collector.yaml'], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  closers.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    // It is read to the end: a Collector whose words nobody takes ends.
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Everything is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the Collector ended with ${code}: ${said}`)));
  });
}

describe.skipIf(why !== null)(`EDOT Browser behind a Collector${why === null ? '' : ` [skipped: ${why}]`}`, () => {
  test('reports as the snippet says', async () => {
    const sealwire = await sealwireWith();
    await sealwire.client.call('wiring.open', { agent: 'otel-browser', service: 'shop-edot' });
    const url = await pageBehindCollector(sealwire, await snippetOf(sealwire, 'edot'), {});

    await openPage(await plain(), url);

    const seen = await sealwire.service('shop-edot', ({ counts }) => counts.transaction + counts.span > 0, 60_000);
    expect(seen.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'reached ok',
      'encrypted ok',
      'trusted ok',
      'authorised ok',
      'identified ok',
      'reporting ok',
    ]);
    expect([seen.agentId, seen.agent?.name]).toEqual(['otel-browser', 'opentelemetry/webjs/elastic']);
    recordRun({ ...EDOT, version: seen.agent?.version ?? null, wrong: null, stoppedAt: null, code: null });
  });

  test.each(MISTAKES)(
    'with $title, stops at $stopsAt and is told why',
    async ({ title, code, stopsAt, ...mistake }) => {
      const sealwire = await sealwireWith();
      if (mistake.names !== undefined) await sealwire.client.call('certificate.issue', { names: [...mistake.names] });
      await sealwire.client.call('wiring.open', { agent: 'otel-browser', service: 'shop-edot' });
      const url = await pageBehindCollector(sealwire, await snippetOf(sealwire, 'edot'), mistake);

      await openPage(await plain(), url);

      const { diagnosis, ...seen } = await sealwire.service(
        'shop-edot',
        (service) => service.diagnosis !== null && service.stoppedAt !== null,
        60_000,
      );
      expect({ code: diagnosis?.code, stoppedAt: seen.stoppedAt, agentId: seen.agentId }).toEqual({
        code,
        stoppedAt: stopsAt,
        agentId: 'otel-browser',
      });
      expect(diagnosis?.fixes.map(({ text, snippet }) => `${text}\n${snippet ?? ''}`).join('\n')).toMatch(mistake.cure);
      recordRun({ ...EDOT, version: null, wrong: title, stoppedAt: stopsAt, code });
    },
  );
});
