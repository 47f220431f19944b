import { describe, expect, test, vi } from 'vitest';
import type { Snippet, Step } from '../../main/contract/index.ts';
import { openTelemetryBrowserPackages } from '../support/agent-packages.ts';
import { recordRun } from '../support/agent-runs.ts';
import { whyNoBrowser } from '../support/browser.ts';
import { entry } from '../support/entry.ts';
import { plainEnvironment, type RunningSealwire } from '../support/running-sealwire.ts';
import { type Change, freePort, openPage, snippetOf, startServer, viteOn, writePage } from './page-stage.ts';
import { plain, sealwireWith, trusting } from './rum-stage.ts';

/*
 * OpenTelemetry's real SDK for pages in Chromium, in a page that is made of the snippet and served by a real Vite, which passes its reports on.
 */

vi.setConfig({ testTimeout: 180_000 });

const packages = whyNoBrowser === null ? openTelemetryBrowserPackages() : null;
const why = whyNoBrowser ?? (packages === null ? 'its packages could not be installed' : null);
const isLong = process.env.SEALWIRE_LONG === '1';
const VITE = { agent: 'otel-browser', form: 'code', framework: 'vite', how: 'over HTTP' };

interface PageFailure {
  /** What each change is tried with; the others are for the long runs. */
  readonly isQuick?: boolean;
  readonly title: string;
  readonly code: string;
  readonly stopsAt: Step;
  readonly cure: RegExp;
  readonly change: Change;
  readonly names?: readonly string[];
}

const FAILURES: readonly PageFailure[] = [
  {
    isQuick: true,
    title: 'no authority in what passes the reports on',
    code: 'CA_NOT_TRUSTED',
    stopsAt: 'trusted',
    cure: /proxy_ssl_trusted_certificate /,
    change: (text) => text.replace(/^ +agent: new Agent.*\n/m, ''),
  },
  {
    title: 'no token in what passes the reports on',
    code: 'TOKEN_MISSING',
    stopsAt: 'authorised',
    cure: /ELASTIC_APM_SECRET_TOKEN=/,
    change: (text) => text.replace(/^ +headers: .*\n/m, ''),
  },
  {
    title: 'a wrong token in what passes the reports on',
    code: 'TOKEN_WRONG',
    stopsAt: 'authorised',
    cure: /ELASTIC_APM_SECRET_TOKEN=/,
    change: (text) => text.replace('ELASTIC_APM_SECRET_TOKEN', 'NO_SUCH_VARIABLE'),
  },
  {
    isQuick: true,
    title: 'http:// in what passes the reports on',
    code: 'PLAIN_HTTP',
    stopsAt: 'encrypted',
    cure: /proxy_pass https:\/\/localhost:\d+\/;/,
    change: (text) => text.replace("'https://", "'http://").replace(/^ +agent: new Agent.*\n/m, ''),
  },
  {
    title: 'a path that nobody takes off',
    code: 'WRONG_PATH',
    stopsAt: 'authorised',
    cure: /url: '\/otel\/v1\/traces'/,
    change: (text) => text.replace(/^ +rewrite: .*\n/m, ''),
  },
  {
    title: 'a server name that the certificate does not cover',
    code: 'NAME_NOT_COVERED',
    stopsAt: 'trusted',
    cure: /proxy_ssl_name /,
    change: (text) => text,
    names: ['127.0.0.1'],
  },
  {
    isQuick: true,
    title: 'the exporter for JSON',
    code: 'OTLP_JSON',
    stopsAt: 'identified',
    cure: /exporter-trace-otlp-proto/,
    change: (text) => text.replace('exporter-trace-otlp-proto', 'exporter-trace-otlp-http'),
  },
];

/** Serves the page of the snippet by Vite, with the variables that the snippet asks for. */
async function viteWith(
  { env }: Pick<Snippet, 'env'>,
  sealwire: RunningSealwire,
  folder: string,
): Promise<{ readonly url: string; readonly log: () => string }> {
  const port = await freePort();
  const log = await startServer(viteOn(port), {
    cwd: folder,
    port,
    env: { ...plainEnvironment(sealwire.home), ...env },
  });
  return { url: `http://localhost:${port}/`, log };
}

describe.skipIf(why !== null)(`OpenTelemetry in a page${why === null ? '' : ` [skipped: ${why}]`}`, () => {
  test('reports through Vite as the snippet says, and the token is in nothing that the browser gets', async () => {
    const sealwire = await sealwireWith();
    await sealwire.client.call('wiring.open', { agent: 'otel-browser', service: 'shop-vite' });
    const snippet = await snippetOf(sealwire, 'vite');
    const { url } = await viteWith(snippet, sealwire, writePage(packages?.folder ?? '', snippet.files));

    const { bodies } = await openPage(await plain(), url);

    const seen = await sealwire.service('shop-vite', ({ counts }) => counts.transaction + counts.span > 0, 60_000);
    expect(seen.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'reached ok',
      'encrypted ok',
      'trusted ok',
      'authorised ok',
      'identified ok',
      'reporting ok',
    ]);
    expect([seen.agentId, seen.agent]).toEqual(['otel-browser', { name: 'opentelemetry/webjs', version: '2.12.1' }]);
    const { token } = await sealwire.client.call('token.show', {});
    expect(bodies.length).toBeGreaterThan(2);
    expect(bodies.filter((body) => body.includes(token))).toEqual([]);
    recordRun({ ...VITE, version: seen.agent?.version ?? null, wrong: null, stoppedAt: null, code: null });
  });

  test('started by `sealwire run`, Vite has the token and the authority without a line in a file', async () => {
    const sealwire = await sealwireWith();
    const snippet = await snippetOf(sealwire, 'vite');
    const folder = writePage(packages?.folder ?? '', snippet.files, (text) =>
      text.replace(/^ +agent: new Agent.*\n/m, ''),
    );
    const port = await freePort();
    const run = ['run', '--agent', 'otel-browser', '--service', 'shop-vite', '--', ...viteOn(port)];
    await startServer([process.execPath, entry, ...run], { cwd: folder, port, env: sealwire.env });

    await openPage(await plain(), `http://localhost:${port}/`);

    const seen = await sealwire.service('shop-vite', ({ counts }) => counts.transaction + counts.span > 0, 60_000);
    expect([seen.stoppedAt, seen.agent?.name]).toEqual([null, 'opentelemetry/webjs']);
    recordRun({ ...VITE, form: 'run', version: seen.agent?.version ?? null, wrong: null, stoppedAt: null, code: null });
  });

  test.each(FAILURES.filter(({ isQuick }) => isLong || isQuick === true))(
    'with $title, stops at $stopsAt and is told why',
    async ({ title, code, stopsAt, cure, change, names }) => {
      const sealwire = await sealwireWith();
      if (names !== undefined) await sealwire.client.call('certificate.issue', { names: [...names] });
      await sealwire.client.call('wiring.open', { agent: 'otel-browser', service: 'shop-vite' });
      const snippet = await snippetOf(sealwire, 'vite');
      const { url } = await viteWith(snippet, sealwire, writePage(packages?.folder ?? '', snippet.files, change));

      await openPage(await plain(), url);

      const { diagnosis, ...seen } = await sealwire.service(
        'shop-vite',
        (service) => service.diagnosis !== null && service.stoppedAt !== null,
        60_000,
      );
      expect({ code: diagnosis?.code, stoppedAt: seen.stoppedAt, agentId: seen.agentId }).toEqual({
        code,
        stoppedAt: stopsAt,
        agentId: 'otel-browser',
      });
      expect(diagnosis?.fixes.map(({ snippet: lines }) => lines ?? '').join('\n')).toMatch(cure);
      recordRun({ ...VITE, version: null, wrong: title, stoppedAt: stopsAt, code });
    },
  );

  test.each([
    ['with RUM off', []],
    ['with RUM on', ['--rum']],
  ])('that sends straight to the endpoint is kept out by its browser, %s', async (_title, args) => {
    const sealwire = await sealwireWith(...args);
    await sealwire.client.call('wiring.open', { agent: 'otel-browser', service: 'shop-vite' });
    const snippet = await snippetOf(sealwire, 'vite');
    const straight: Change = (text) => text.replace("'/otel/v1/traces'", `'${sealwire.ready.endpoint}/v1/traces'`);
    const { url } = await viteWith(snippet, sealwire, writePage(packages?.folder ?? '', snippet.files, straight));
    const browser = await trusting(sealwire);

    const { said } = await openPage(browser, url);

    const { diagnosis, ...seen } = await sealwire.service('shop-vite', (service) => service.diagnosis !== null, 60_000);
    expect([diagnosis?.code, seen.stoppedAt, seen.agentId]).toEqual(['OTLP_FROM_PAGE', 'authorised', 'otel-browser']);
    await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toContain('blocked by CORS policy');
  });
});
