import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import type { Attempt, Certificate, Client } from '../../main/contract/index.ts';
import { type Instance, systemHome } from './system-home.ts';

interface Shown {
  readonly cert: string;
  readonly key: string;
}

/** Certificate and key of a client, as an export hands them over. */
async function exported(client: Client, { id }: Certificate): Promise<Shown> {
  const { files } = await client.call('certificate.export', { what: 'certificate', id, format: 'pem' });
  const text = (isSecret: boolean): string => {
    const file = files.find((each) => each.isSecret === isSecret && each.name !== 'ca.pem');
    return Buffer.from(file?.base64 ?? '', 'base64').toString();
  };
  return { cert: text(false), key: text(true) };
}

/** An open connection on which a request was answered already. */
async function opened({ port, ready }: Instance, shown: Shown, session?: Buffer): Promise<TLSSocket> {
  const ca = readFileSync(ready.ca);
  const socket = connect({
    port,
    host: '127.0.0.1',
    servername: 'localhost',
    ca,
    ...shown,
    ...(session ? { session } : {}),
  });
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toContain(' 200 ');
  return socket;
}

/** How a connection ends that is not let in. */
function refused({ port, ready }: Instance, shown: Shown, session?: Buffer): Promise<string> {
  const ca = readFileSync(ready.ca);
  const socket = connect({
    port,
    host: '127.0.0.1',
    servername: 'localhost',
    ca,
    ...shown,
    ...(session ? { session } : {}),
  });
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  return new Promise((resolve) => {
    socket.once('data', (answer) => resolve(String(answer).slice(0, 12)));
    socket.once('error', (error: Error & { readonly code?: string }) => resolve(error.code ?? error.message));
  }).then((outcome) => {
    socket.destroy();
    return String(outcome);
  });
}

test('a client whose certificate is revoked is refused at once, on open connections and by resumed sessions too', async () => {
  const at = await systemHome();
  await at.json('init');
  const path = join(at.folder, 'apm-server.yml');
  await at.json('cert', 'issue', 'localhost', '127.0.0.1', '--out', join(at.folder, 'tls'));
  const pair = 'certificate: tls/localhost.pem, key: tls/localhost.key';
  writeFileSync(path, `apm-server.ssl: {${pair}, certificate_authorities: [tls/ca.pem]}\n`);
  const instance = await at.up(['--config', path]);
  const client = await instance.connect();
  const issue = (name: string): Promise<Certificate> =>
    client.call('certificate.issue', { names: [name], kind: 'client' });
  const [billing, shop] = [await issue('billing'), await issue('shop')];
  const [ours, others] = [await exported(client, billing), await exported(client, shop)];
  const [open, bystander] = [await opened(instance, ours), await opened(instance, others)];
  const session = open.getSession();
  const closed = once(open, 'close');
  open.on('error', () => undefined);
  const told = new Promise<Attempt>((resolve) => {
    client.listen((push) => {
      if (push.topic === 'attempt' && push.attempt.alert === 'certificate_revoked') resolve(push.attempt);
    });
  });

  await client.call('certificate.revoke', { id: billing.id });

  await closed;
  expect(await refused(instance, ours)).toBe('ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_REVOKED');
  expect(await refused(instance, ours, session)).toBe('ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_REVOKED');
  const attempt = await told;
  expect([attempt.outcome, attempt.diagnosis?.code]).toEqual(['failed', 'CLIENT_CERTIFICATE_REVOKED']);
  bystander.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  expect(String((await once(bystander, 'data'))[0])).toContain(' 200 ');
  bystander.destroy();
  (await opened(instance, others)).destroy();

  await instance.stop();
  const next = await at.up(['--config', path]);
  expect(await refused(next, ours)).toBe('ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_REVOKED');
});
