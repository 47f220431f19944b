import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { openRawClient } from '../support/raw-exchange.ts';
import { transactions } from './reporter.ts';
import { type Instance, systemHome } from './system-home.ts';

async function servedFingerprint({ port, ready }: Instance): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: readFileSync(ready.ca) });
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

test('a certificate that is issued while connections are open is shown to new ones, and the open ones live on', async () => {
  const at = await systemHome();
  const instance = await at.up();
  const client = await instance.connect();
  const { token } = await client.call('token.show', {});
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-ndjson' };
  const raw = await openRawClient(instance.port, readFileSync(instance.ready.ca, 'utf8'));
  const post = (id: string): Promise<{ statusLine: string }> =>
    raw.exchange({ method: 'POST', path: '/intake/v2/events', headers, body: transactions('shop', [id]) });
  const first = await post('00000000000000aa');
  const before = await servedFingerprint(instance);

  const issued = await client.call('certificate.issue', { names: ['localhost', '127.0.0.1'] });
  const second = await post('00000000000000bb');
  const after = await servedFingerprint(instance);
  raw.close();

  expect([first.statusLine, second.statusLine]).toEqual(['HTTP/1.1 202 Accepted', 'HTTP/1.1 202 Accepted']);
  expect(after).toBe(issued.fingerprint256);
  expect(after).not.toBe(before);
  const { events } = await client.call('event.list', { service: 'shop' });
  expect(events.map(({ id }) => id).sort()).toEqual(['00000000000000aa', '00000000000000bb']);
  const { certificates } = await client.call('certificate.list', {});
  expect(certificates.filter(({ inUse }) => inUse).map(({ id }) => id)).toEqual([issued.id]);
});
