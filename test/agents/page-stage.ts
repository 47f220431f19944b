import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Snippet } from '../../main/contract/index.ts';
import type { Browser } from '../support/browser.ts';
import { root } from '../support/entry.ts';
import type { RunningSealwire } from '../support/running-sealwire.ts';
import { closers } from './rum-stage.ts';

/*
 * Pages that are put together from the snippets for OpenTelemetry in a browser, and the programs that serve them and pass their reports on.
 */

/** What a person got wrong in a file of the snippet. */
export type Change = (text: string, path: string) => string;

/** The snippet for a route, as a script gets it. */
export async function snippetOf(sealwire: RunningSealwire, framework: string): Promise<Snippet> {
  const words = [
    'agent',
    'show',
    'otel-browser',
    '--framework',
    framework,
    '--service',
    `shop-${framework}`,
    '--reveal',
  ];
  const { stdout, stderr } = await sealwire.cli([...words, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Writes the files of a snippet, with the page around them, into a folder below `packages`; the page keeps its provider as `provider`. */
export function writePage(packages: string, files: Snippet['files'], change: Change = (text) => text): string {
  const folder = mkdtempSync(join(packages, 'page-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const around: Record<string, string> = {
    'package.json': '{"name":"shop","type":"module","dependencies":{"@opentelemetry/sdk-trace-web":"*"}}',
    'index.html': '<!doctype html><title>Shop</title><h1>Shop</h1><script type="module" src="/src/main.js"></script>',
    'src/main.js': "import { provider } from './telemetry.js';\nglobalThis.provider = provider;\n",
  };
  const all = new Map(Object.entries(around));
  for (const { path, content } of files) all.set(path, change(`${content}${all.get(path) ?? ''}`, path));
  for (const [path, content] of all) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Starts a program that is to listen on `port`, until the test ends, and yields what it prints. */
export async function startServer(
  command: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly port: number },
): Promise<() => string> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  closers.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  await expect
    .poll(
      async () => {
        if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}: ${output.join('')}`);
        return (await fetch(`http://localhost:${options.port}/`).catch(() => null))?.status ?? null;
      },
      { timeout: 60_000 },
    )
    .toBe(200);
  return () => output.join('');
}

/** The command that serves a folder by Vite's development server. */
export function viteOn(port: number): readonly string[] {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  return [process.execPath, program, '--port', String(port), '--strictPort', '--host', 'localhost'];
}

/** Opens a page, lets it report what its loading brought, and yields what its console says from then on and what it was answered. */
export async function openPage(
  { context }: Browser,
  url: string,
): Promise<{ readonly said: string[]; readonly bodies: string[] }> {
  const page = await context.newPage();
  const said: string[] = [];
  const bodies: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('response', (response) => {
    response.text().then(
      (text) => bodies.push(text),
      // What was redirected or has no body (Playwright's "response body is unavailable").
      () => undefined,
    );
  });
  await page.goto(url);
  await page.waitForFunction('globalThis.provider !== undefined', undefined, { timeout: 60_000 });
  await page.evaluate('provider.getTracer("shop").startSpan("basket").end()');
  await page.evaluate('provider.forceFlush().catch(() => undefined)');
  return { said, bodies };
}

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the listener has no port');
  return address.port;
}
