import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { entry } from '../support/entry.ts';
import { openRawClient } from '../support/raw-exchange.ts';
import { startSealwire } from '../support/running-sealwire.ts';

test.skipIf(process.platform !== 'linux')(
  'Ctrl+C takes the canary back at once: the next connection is served as ever',
  async () => {
    const sealwire = await startSealwire();
    onTestFinished(() => sealwire.stop());
    const port = Number(new URL(sealwire.ready.endpoint).port);
    const ca = readFileSync(sealwire.ready.ca, 'utf8');
    const { token } = await sealwire.client.call('token.show', {});
    const metadata = '{"metadata":{"service":{"name":"shop","agent":{"name":"python","version":"6.25.0"}}}}\n';
    const events = {
      method: 'POST',
      path: '/intake/v2/events',
      body: `${metadata}{"log":{"message":"hi"}}\n`,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-ndjson' },
    };
    const kept = await openRawClient(port, ca);
    onTestFinished(() => kept.close());
    await kept.exchange(events);
    await sealwire.service('shop', ({ stoppedAt }) => stoppedAt === null);

    const child = spawn(process.execPath, [entry, 'attempts', 'canary', 'shop', '--yes'], { env: sealwire.env });
    const stderr: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk.toString()));
    const ended = once(child, 'exit');
    // That a canary waits shows in what the kept connection is answered.
    await expect
      .poll(async () => (await kept.exchange(events)).headers.some(([name]) => name.toLowerCase() === 'connection'), {
        timeout: 60_000,
      })
      .toBe(true);
    child.kill('SIGINT');
    const [code] = await ended;

    expect(code).toBe(130);
    expect(stderr.join('')).toContain('The canary is taken back.');
    const next = await openRawClient(port, ca);
    onTestFinished(() => next.close());
    expect((await next.exchange(events)).statusLine).toBe('HTTP/1.1 202 Accepted');
    const { services } = await sealwire.client.call('service.list', {});
    expect(services.find(({ service }) => service === 'shop')?.verifies).toBeNull();
    expect(await sealwire.client.call('attempt.recall', {})).toEqual({ recalled: false });
  },
  120_000,
);
