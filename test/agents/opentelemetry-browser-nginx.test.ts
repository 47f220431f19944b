import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test, vi } from 'vitest';
import type { Snippet } from '../../main/contract/index.ts';
import { edotBrowserPackage, openTelemetryBrowserPackages } from '../support/agent-packages.ts';
import { recordRun } from '../support/agent-runs.ts';
import { whyNoBrowser } from '../support/browser.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { plainEnvironment, type RunningSealwire } from '../support/running-sealwire.ts';
import { createTestAuthority } from '../support/test-authority.ts';
import { freePort, openPage, snippetOf, startServer, writePage } from './page-stage.ts';
import { closers, plain, sealwireWith } from './rum-stage.ts';

/*
 * Pages with OpenTelemetry's real SDK, and with EDOT Browser, in Chromium behind a real nginx, whose configuration and line with the token are those of the snippet.
 */

vi.setConfig({ testTimeout: 180_000 });

const hasNginx = isOnPath('nginx');
const packages = whyNoBrowser === null && hasNginx ? openTelemetryBrowserPackages() : null;
const edot = packages === null ? null : edotBrowserPackage();
const why =
  whyNoBrowser ?? (hasNginx ? (packages === null ? 'its packages could not be installed' : null) : 'no nginx');
const NGINX = { agent: 'otel-browser', form: 'code', framework: 'nginx', how: 'over HTTP' };

/** Serves a folder by nginx with the block of the snippet, and yields the address of its page and what nginx says. */
async function nginxWith(
  snippet: Snippet,
  sealwire: RunningSealwire,
  folder: string,
  change: (text: string) => string = (text) => text,
): Promise<{ readonly url: string; readonly log: () => string }> {
  const port = await freePort();
  const location = snippet.blocks.find(({ content }) => content.startsWith('location'))?.content ?? '';
  const [line = ''] = (snippet.commands.at(-1) ?? '').split('\n');
  const token = join(folder, 'sealwire-token.conf');
  execFileSync('sh', ['-c', line.replace('sudo ', '').replace('/etc/nginx/sealwire-token.conf', token)], {
    env: { ...plainEnvironment(sealwire.home), ...snippet.env },
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const server = `server { listen 127.0.0.1:${port}; root ${folder}; types { text/html html; text/javascript js; } ${change(location)} }`;
  // Its workers would otherwise be of a user who may not look into the folder.
  const lines = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    `pid ${folder}/nginx.pid;`,
    'error_log stderr info;',
    'events {}',
  ];
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, `${lines.join('\n')}\nhttp { access_log off; ${temporary.join(' ')} ${server} }\n`);
  const env = plainEnvironment(sealwire.home);
  const log = await startServer(['nginx', '-c', configuration, '-p', folder, '-e', 'stderr'], {
    cwd: folder,
    env,
    port,
  });
  return { url: `http://localhost:${port}/`, log };
}

/** The page of the snippet as a bundler leaves it. */
async function bundledPage(files: Snippet['files']): Promise<string> {
  const folder = writePage(packages?.folder ?? '', files);
  await build({
    absWorkingDir: folder,
    entryPoints: ['src/main.js'],
    bundle: true,
    format: 'esm',
    outdir: 'src',
    allowOverwrite: true,
  });
  return folder;
}

describe.skipIf(why !== null)(`OpenTelemetry in a page behind nginx${why === null ? '' : ` [skipped: ${why}]`}`, () => {
  test('reports as the snippet says', async () => {
    const sealwire = await sealwireWith();
    await sealwire.client.call('wiring.open', { agent: 'otel-browser', service: 'shop-nginx' });
    const snippet = await snippetOf(sealwire, 'nginx');
    const { url } = await nginxWith(snippet, sealwire, await bundledPage(snippet.files));

    await openPage(await plain(), url);

    const seen = await sealwire.service('shop-nginx', ({ counts }) => counts.transaction + counts.span > 0, 60_000);
    expect([seen.stoppedAt, seen.agentId, seen.agent?.name]).toEqual([null, 'otel-browser', 'opentelemetry/webjs']);
    recordRun({ ...NGINX, version: seen.agent?.version ?? null, wrong: null, stoppedAt: null, code: null });
  });

  test('with the authority of somebody else, stops at trusted and is told why by both ends', async () => {
    const sealwire = await sealwireWith();
    await sealwire.client.call('wiring.open', { agent: 'otel-browser', service: 'shop-nginx' });
    const snippet = await snippetOf(sealwire, 'nginx');
    const other = createTestAuthority();
    closers.push(() => other.remove());
    const { url, log } = await nginxWith(snippet, sealwire, await bundledPage(snippet.files), (text) =>
      text.replace(sealwire.ready.ca, other.caPath),
    );

    await openPage(await plain(), url);

    const { diagnosis, stoppedAt, agentId } = await sealwire.service(
      'shop-nginx',
      (each) => each.stoppedAt !== null,
      60_000,
    );
    expect({ code: diagnosis?.code, stoppedAt, agentId }).toEqual({
      code: 'CA_NOT_TRUSTED',
      stoppedAt: 'trusted',
      agentId: 'otel-browser',
    });
    expect(log()).toContain('upstream SSL certificate verify error: (21:unable to verify the first certificate)');
    recordRun({ ...NGINX, version: null, wrong: 'the authority of somebody else', stoppedAt, code: 'CA_NOT_TRUSTED' });
  });

  test.skipIf(edot === null)('is told that EDOT Browser sends JSON, which nginx cannot change', async () => {
    const sealwire = await sealwireWith();
    await sealwire.client.call('wiring.open', { agent: 'otel-browser', service: 'shop-nginx' });
    const folder = writePage(packages?.folder ?? '', []);
    const bundle = readFileSync(join(edot?.folder ?? '', 'package', 'build', 'elastic-otel-browser.min.js'), 'utf8');
    const start =
      "const sdk = startBrowserSdk({ serviceName: 'shop-nginx', otlpEndpoint: location.origin + '/otel/' });";
    const provider =
      "globalThis.provider = { getTracer: () => ({ startSpan: () => ({ end: () => fetch('/') }) }), forceFlush: () => sdk.forceFlush() };";
    writeFileSync(join(folder, 'src', 'main.js'), `${bundle}\n${start}\n${provider}\n`);
    const { url } = await nginxWith(await snippetOf(sealwire, 'nginx'), sealwire, folder);

    await openPage(await plain(), url);

    const { diagnosis, stoppedAt } = await sealwire.service('shop-nginx', (each) => each.stoppedAt !== null, 60_000);
    expect([diagnosis?.code, stoppedAt]).toEqual(['OTLP_JSON', 'identified']);
    expect(diagnosis?.cause).toContain('EDOT Browser');
  });
});
