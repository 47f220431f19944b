import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApplication } from '../agents/application.ts';
import { type CommandHome, commandHome } from '../cli/command-process.ts';
import { nodePackages } from '../support/agent-packages.ts';

/* A real apm-server binary, started from the folder that is exported. `SEALWIRE_APM_SERVER` names it; without it all of this is skipped. */

const BINARY = process.env.SEALWIRE_APM_SERVER ?? '';
const WHY = BINARY === '' ? 'SEALWIRE_APM_SERVER names no apm-server binary' : BINARY;

describe.skipIf(BINARY === '')(`a real APM Server (${WHY})`, () => {
  let at: CommandHome;
  let server: ChildProcess;
  let out: string;
  let port: number;
  let token: string;
  const url = (): string => `https://localhost:${port}`;
  const ca = (): string => join(out, 'certs', 'ca.crt');

  beforeAll(async () => {
    at = commandHome();
    out = join(dirname(at.home), 'server');
    port = await freePort();
    await at.run('init');
    const names = ['--name', 'localhost', '--port', String(port)];
    const made = await at.run('server', 'export', ...names, '--out', out, '--encrypt-key');
    expect([made.code, made.stderr]).toEqual([0, '']);
    token = (await at.run('token', 'show')).stdout.trim();
    mkdirSync(join(out, 'events'));
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
    expect((await ask(url(), ca(), INTAKE, token)).status).toBe(202);
    expect((await ask(url(), ca(), INTAKE, 'another')).status).toBe(401);
  });

  test('its own keystore command lists what is in ours', async () => {
    const listed = spawn(BINARY, ['keystore', 'list', '--path.home', out], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    for await (const line of createInterface({ input: listed.stdout })) lines.push(line);

    expect(lines.sort()).toEqual(['KEY_PASSPHRASE', 'SECRET_TOKEN']);
  });

  test('a real agent that our snippet wires to it reports there', async () => {
    const packages = nodePackages();
    if (packages === null) throw new Error('elastic-apm-node could not be installed');
    const script = join(packages.folder, 'express-app.cjs');
    copyFileSync(join(import.meta.dirname, '..', 'agents', 'apps', 'express-app.cjs'), script);
    const shown = await at.run('agent', 'show', 'nodejs', '--server', url(), '--reveal', '--json');
    const env = {
      ...at.env,
      ...JSON.parse(shown.stdout).env,
      ELASTIC_APM_SERVER_CA_CERT_FILE: ca(),
      ELASTIC_APM_SERVICE_NAME: 'handed-over',
      ELASTIC_APM_API_REQUEST_TIME: '1s',
      NODE_OPTIONS: '-r elastic-apm-node/start.js',
    };

    const application = await startApplication([process.execPath, script], { env, cwd: packages.folder });
    await application.order('1');

    await written(join(out, 'events'), 'handed-over');
    await application.end();
  });

  test('the doctor finds nothing wrong with it', async () => {
    const examined = await at.run('doctor', url(), '--ca', ca(), '--own-token', '--json');
    const { verdict, checks } = JSON.parse(examined.stdout);

    expect(checks.filter(({ state }: { state: string }) => state === 'failed')).toEqual([]);
    expect([examined.code, verdict]).toEqual([0, expect.stringMatching(/ok|warning/)]);
  });

  test('what is passed on by the relay reaches it', async () => {
    const file = join(dirname(at.home), 'token');
    writeFileSync(file, token, { mode: 0o600 });
    const relay = ['--relay', url(), '--relay-ca', ca(), '--relay-token-file', file];
    const up = at.start('up', '--json', '--no-ui', '--port', '0', ...relay);
    await up.nextLine();

    const probed = await at.run('probe', '--json');
    await written(join(out, 'events'), 'sealwire-probe');
    up.child.kill('SIGTERM');
    await up.ended;

    expect(probed.code).toBe(0);
  });

  test('answers as Sealwire does that goes by the same folder', async () => {
    const up = at.start('up', '--json', '--no-ui', '--port', '0', '--config', join(out, 'apm-server.yml'));
    const { endpoint } = JSON.parse(await up.nextLine());

    for (const asked of COMPARED) {
      for (const shown of [token, 'another', null]) {
        const [real, ours] = [await ask(url(), ca(), asked, shown), await ask(endpoint, ca(), asked, shown)];
        expect([asked.path, shown === token, ours]).toEqual([asked.path, shown === token, real]);
      }
    }
    up.child.kill('SIGTERM');
    await up.ended;
  });
});

interface Asked {
  readonly path: string;
  readonly body: string | null;
}

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.0.0"}}}}\n';
const INTAKE: Asked = { path: '/intake/v2/events', body: METADATA };
/** What the two must answer alike; `GET /` tells of the build and is left out. */
const COMPARED: readonly Asked[] = [
  INTAKE,
  { path: '/intake/v2/events', body: '{"transaction":{}}\n' },
  { path: '/intake/v2/events', body: `${METADATA}{"transaction":{"id":"1"}}\n` },
  { path: '/intake/v2/events?verbose', body: `${METADATA}{"log":{"message":"one"}}\n` },
  { path: '/intake/v2/rum/events', body: METADATA },
  { path: '/not/there', body: null },
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  return address.port;
}

/** Resolves once a line of its log names the port it listens on; rejects with the log where it ends before. */
async function listening(server: ChildProcess, port: number): Promise<void> {
  if (server.stderr === null) throw new Error('its log cannot be read');
  const log: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    log.push(line);
    if (/listening on/i.test(line) && line.includes(String(port))) {
      server.stderr.resume();
      return;
    }
  }
  throw new Error(log.join('\n'));
}

/** Resolves once a file of the folder holds that text. */
async function written(folder: string, text: string): Promise<void> {
  const holds = (): boolean =>
    existsSync(folder) && readdirSync(folder).some((name) => readFileSync(join(folder, name), 'utf8').includes(text));
  const watching = watch(folder);
  try {
    while (!holds()) await once(watching, 'change');
  } finally {
    watching.close();
  }
}

function ask(
  origin: string,
  caPath: string,
  { path, body }: Asked,
  token: string | null,
): Promise<{ status: number | undefined; type: string | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, {
      method: body === null ? 'GET' : 'POST',
      ca: readFileSync(caPath, 'utf8'),
      headers: {
        accept: '*/*',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === null ? {} : { 'content-type': 'application/x-ndjson' }),
      },
      agent: false,
    });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece);
      const text = Buffer.concat(pieces).toString();
      resolve({ status: response.statusCode, type: response.headers['content-type'], text });
    });
    sent.end(body ?? undefined);
  });
}
