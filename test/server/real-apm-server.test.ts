import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandHome, commandHome } from '../cli/command-process.ts';

/* A real apm-server binary, started from the folder that is exported. `SEALWIRE_APM_SERVER` names it; without it all of this is skipped. */

const BINARY = process.env.SEALWIRE_APM_SERVER ?? '';
const WHY = BINARY === '' ? 'SEALWIRE_APM_SERVER names no apm-server binary' : BINARY;

describe.skipIf(BINARY === '')(`a real APM Server (${WHY})`, () => {
  let at: CommandHome;
  let server: ChildProcess;
  let out: string;
  let port: number;

  beforeAll(async () => {
    at = commandHome();
    out = join(dirname(at.home), 'server');
    port = await freePort();
    await at.run('init');
    const made = await at.run(
      'server',
      'export',
      '--name',
      'localhost',
      '--port',
      String(port),
      '--out',
      out,
      '--encrypt-key',
    );
    expect([made.code, made.stderr]).toEqual([0, '']);
    // Without Elasticsearch it takes a file for its output (reference I).
    const output = ['-E', 'output.elasticsearch.enabled=false', '-E', `output.file.path=${join(out, 'events')}`];
    server = spawn(BINARY, ['-e', '--path.home', out, ...output], { stdio: ['ignore', 'inherit', 'pipe'] });
    await listening(server, port);
  }, 120_000);
  afterAll(async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(out, { recursive: true, force: true });
    at.close();
  });

  test('starts from the folder, opens the keystore, and takes the token by TLS that the exported authority vouches for', async () => {
    const token = (await at.run('token', 'show')).stdout.trim();

    expect(await intake(port, join(out, 'certs', 'ca.crt'), token)).toBe(202);
    expect(await intake(port, join(out, 'certs', 'ca.crt'), 'another')).toBe(401);
  });

  test('its own keystore command lists what is in ours', async () => {
    const listed = spawn(BINARY, ['keystore', 'list', '--path.home', out], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    for await (const line of createInterface({ input: listed.stdout })) lines.push(line);

    expect(lines.sort()).toEqual(['KEY_PASSPHRASE', 'SECRET_TOKEN']);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  return address.port;
}

/** Resolves once its log says that it listens; rejects with the log where it ends before. */
async function listening(server: ChildProcess, port: number): Promise<void> {
  if (server.stderr === null) throw new Error('its log cannot be read');
  const log: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    log.push(line);
    if (line.includes('Listening on') && line.includes(String(port))) {
      server.stderr.resume();
      return;
    }
  }
  throw new Error(log.join('\n'));
}

function intake(port: number, caPath: string, token: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `https://localhost:${port}/intake/v2/events`,
      {
        method: 'POST',
        ca: readFileSync(caPath, 'utf8'),
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
        agent: false,
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      },
    );
    sent.on('error', reject);
    sent.end('{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.0.0"}}}}\n');
  });
}
