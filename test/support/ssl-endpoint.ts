import { execFile, execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { ServerFile } from '../../main/core/server/read-server-file.ts';
import { type RunningEndpoint, runEndpoint } from './running-endpoint.ts';
import { type ServerFolder, serverFolder } from './server-file.ts';
import { createTestAuthority } from './test-authority.ts';

/** What opens every encrypted key of `SslEndpoint`; its keystore has it as `PHRASE`. */
export const PHRASE = 'open sesame';

/** The certificate and key that a section needs at least. */
export const STANDARD = { certificate: 'server.pem', key: 'server.key' };

/** An `ssl` section with these settings, in the second line of a file. */
export const section = (settings: Readonly<Record<string, unknown>>): string =>
  `apm-server:\n  ssl: ${JSON.stringify(settings)}\n`;

/** A folder of certificates and keys in every form, made by OpenSSL, and an endpoint that goes by an `apm-server.yml` in it. */
export interface SslEndpoint {
  readonly at: ServerFolder;
  serve(settings: Readonly<Record<string, unknown>>): Promise<ServerFile>;
  running(): RunningEndpoint;
  /** What `openssl s_client` says that asks for `/`; both of its outputs as one text. */
  ask(...args: string[]): Promise<string>;
  /** The fingerprint of the certificate that `node:tls` is shown. */
  seen(): Promise<string>;
  printOf(name: string): string;
  close(): Promise<void>;
  remove(): void;
}

/** The options of `openssl s_client` that show a client's certificate: `client` of the known authority, `foreign` of another. */
export const asClient = (name: 'client' | 'foreign'): string[] => ['-cert', `${name}.pem`, '-key', `${name}.key`];

export function sslEndpoint(): SslEndpoint {
  const at = serverFolder({ PHRASE });
  const authority = createTestAuthority();
  const other = createTestAuthority();
  const identity = other.issue(['localhost']);
  let running: RunningEndpoint | null = null;
  fill(at, authority, other);
  const close = async (): Promise<void> => {
    await running?.close();
    running = null;
  };
  return {
    at,
    serve: async (settings) => {
      await close();
      const file = at.read(section(settings));
      running = await runEndpoint(
        identity,
        { server: file.settings },
        { ...(file.tls === null ? {} : { tls: file.tls }), freshTls: () => file.tlsFiles?.fresh() ?? null },
      );
      return file;
    },
    running: () => {
      if (running === null) throw new Error('nothing is served');
      return running;
    },
    ask: (...args) =>
      new Promise((resolve) => {
        const child = execFile(
          'openssl',
          ['s_client', '-connect', `127.0.0.1:${running?.port}`, ...args, '-ign_eof'],
          { cwd: at.folder },
          (_error, stdout, stderr) => resolve(stdout + stderr),
        );
        child.stdin?.end('GET / HTTP/1.0\r\n\r\n');
      }),
    seen: () =>
      new Promise((resolve, reject) => {
        const socket = connect({ port: running?.port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
          resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? '');
          socket.destroy();
        });
        socket.once('error', reject);
      }),
    printOf: (name) => new X509Certificate(readFileSync(join(at.folder, name))).fingerprint256,
    close,
    remove: () => {
      at.remove();
      authority.remove();
      other.remove();
    },
  };
}

type Authority = ReturnType<typeof createTestAuthority>;

function fill(at: ServerFolder, authority: Authority, other: Authority): void {
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: at.folder, stdio: 'pipe' });
  };
  const server = authority.issue(['localhost', '127.0.0.1']);
  at.write('server.pem', server.chainPem);
  at.write('server.key', server.keyPem.reveal());
  const stranger = other.issue(['localhost']);
  at.write('stranger.pem', stranger.chainPem);
  at.write('stranger.key', stranger.keyPem.reveal());
  for (const [name, from] of [
    ['client', authority],
    ['foreign', other],
  ] as const) {
    const { chainPem, keyPem } = from.issue(['client'], { usage: 'clientAuth' });
    at.write(`${name}.pem`, chainPem);
    at.write(`${name}.key`, keyPem.reveal());
  }
  at.write('ca.pem', authority.caPem);
  at.write('other-ca.pem', other.caPem);
  at.write('both-cas.pem', authority.caPem + other.caPem);
  at.write('chain.pem', server.chainPem + authority.caPem);
  at.write('backwards.pem', authority.caPem + server.chainPem);
  at.write('phrase', PHRASE);
  at.write('phrase-with-newline', `${PHRASE}\n`);
  at.write('text.pem', 'no PEM at all');
  at.write('broken.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
  const pass = ['-passout', `pass:${PHRASE}`];
  openssl('pkcs8', '-topk8', '-in', 'server.key', ...pass, '-out', 'pkcs8.key');
  openssl('pkcs8', '-topk8', '-scrypt', '-in', 'server.key', ...pass, '-out', 'scrypt.key');
  openssl('pkcs8', '-topk8', '-v1', 'PBE-SHA1-3DES', '-in', 'server.key', ...pass, '-out', 'pbes1.key');
  openssl('ec', '-aes128', '-in', 'server.key', ...pass, '-out', 'legacy-aes.key');
  openssl('ec', '-des3', '-in', 'server.key', ...pass, '-out', 'legacy-des3.key');
  openssl('genrsa', '-out', 'rsa.key', '2048');
  openssl('req', '-x509', '-key', 'rsa.key', '-out', 'rsa.pem', '-days', '9', '-subj', '/CN=localhost');
  openssl('rsa', '-traditional', '-aes256', '-in', 'rsa.key', ...pass, '-out', 'rsa-legacy.key');
  openssl('genrsa', '-out', 'short.key', '1024');
  openssl('req', '-x509', '-key', 'short.key', '-out', 'short.pem', '-days', '9', '-subj', '/CN=localhost');
  openssl('genpkey', '-algorithm', 'ed25519', '-out', 'ed25519.key');
  openssl('req', '-x509', '-key', 'ed25519.key', '-out', 'ed25519.pem', '-days', '9', '-subj', '/CN=localhost');
  openssl('pkcs8', '-topk8', '-in', 'ed25519.key', ...pass, '-out', 'ed25519-encrypted.key');
  at.write('all-in-one.pem', readFileSync(join(at.folder, 'server.key'), 'utf8') + server.chainPem);
}
