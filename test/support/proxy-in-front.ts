import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';

/** What a proxy in front of an APM Server is set up with. */
export interface ProxyWish {
  /** Certificates in the order in which they are served, and the key of the first, PEM. */
  readonly chain: string;
  readonly key: string;
  /** The server behind it, and the authority by which its certificate is verified. */
  readonly upstreamPort: number;
  readonly upstreamCa: string;
  readonly isHttp2: boolean;
  /** nginx alone: directives of the server block. */
  readonly directives?: string;
}

/** Starts Debian's nginx in front of a server until the test is over, and yields its URL. With HTTP/2 it passes gRPC on as well. */
export async function nginxInFront(wish: ProxyWish): Promise<string> {
  const { folder, port } = await place(wish);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const upstream = (kind: 'proxy' | 'grpc'): string =>
    `${kind}_pass ${kind === 'grpc' ? 'grpcs' : 'https'}://127.0.0.1:${wish.upstreamPort}; ${kind}_ssl_verify on; ${kind}_ssl_name localhost; ${kind}_ssl_trusted_certificate ${folder}/upstream.pem;`;
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/nginx.pid; error_log stderr info; events {}
http { access_log off; ${temporary.join(' ')}
  server { listen 127.0.0.1:${port} ssl ${wish.isHttp2 ? 'http2' : ''}; ssl_certificate ${folder}/chain.pem; ssl_certificate_key ${folder}/key.pem; ${wish.directives ?? ''}
    location / { proxy_http_version 1.1; ${upstream('proxy')} }
    ${wish.isHttp2 ? `location /opentelemetry.proto { ${upstream('grpc')} }` : ''} } }\n`,
  );
  return started('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'], folder, port);
}

/** The same with Debian's HAProxy. */
export async function haproxyInFront(wish: ProxyWish): Promise<string> {
  const { folder, port } = await place(wish);
  const alpn = wish.isHttp2 ? 'h2,http/1.1' : 'http/1.1';
  writeFileSync(
    join(folder, 'haproxy.cfg'),
    `global
  log stderr local0
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend agents
  bind 127.0.0.1:${port} ssl crt ${folder}/both.pem alpn ${alpn}
  acl is_grpc req.hdr(content-type) -m beg application/grpc
  use_backend calls if is_grpc
  default_backend requests
backend requests
  server apm 127.0.0.1:${wish.upstreamPort} ssl verify required ca-file ${folder}/upstream.pem sni str(localhost) alpn http/1.1
backend calls
  server apm 127.0.0.1:${wish.upstreamPort} ssl verify required ca-file ${folder}/upstream.pem sni str(localhost) alpn h2
`,
  );
  return started('haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')], folder, port);
}

async function place({ chain, key, upstreamCa }: ProxyWish): Promise<{ folder: string; port: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-proxy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'chain.pem'), chain);
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
  writeFileSync(join(folder, 'both.pem'), `${chain}${key}`, { mode: 0o600 });
  writeFileSync(join(folder, 'upstream.pem'), upstreamCa);
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the listener has no port');
  return { folder, port: address.port };
}

async function started(file: string, args: readonly string[], cwd: string, port: number): Promise<string> {
  const child = spawn(file, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  onTestFinished(() => ended(child));
  await expect
    .poll(
      async () => {
        if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}: ${output.join('')}`);
        return isListening(port);
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  return `https://localhost:${port}`;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}
