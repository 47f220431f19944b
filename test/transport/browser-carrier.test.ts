import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callWith, session } from '../support/browser-session.ts';
import { served } from '../support/carriers.ts';
import { fakeCore } from '../support/fake-core.ts';
import { httpClient } from '../support/http-client.ts';

describe('the port', () => {
  test('is said to be taken when it is', async () => {
    const carrier = await served(fakeCore());

    await expect(served(fakeCore(), { port: carrier.port })).rejects.toMatchObject({
      code: 'UI_PORT_UNAVAILABLE',
      message: `The interface cannot be served on port ${carrier.port} of 127.0.0.1: another program has it.`,
    });
  });

  test('hangs up on whoever sends the head or the body of a request drop by drop', async () => {
    const carrier = await served(fakeCore(), { limits: { headMs: 50, requestMs: 100 } });
    const slowHead = connect(carrier.port, '127.0.0.1');
    const slowBody = connect(carrier.port, '127.0.0.1');

    slowHead.write('GET / HTTP/1.1\r\nhost:');
    slowBody.write(
      `POST /session HTTP/1.1\r\nhost: 127.0.0.1:${carrier.port}\r\norigin: http://127.0.0.1:${carrier.port}\r\n` +
        'content-type: application/json\r\ncontent-length: 40\r\n\r\n{',
    );
    slowHead.resume();
    slowBody.resume();

    await Promise.all([once(slowHead, 'close'), once(slowBody, 'close')]);
  });

  test('survives bytes that are no HTTP', async () => {
    const core = fakeCore();
    const { carrier, origin, secret } = await session(core);

    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const socket = connect(carrier.port, '127.0.0.1');
        socket.resume();
        socket.on('error', () => undefined);
        socket.end(Buffer.from(bytes));
        await once(socket, 'close');
      }),
      { numRuns: 40 },
    );

    expect((await callWith(origin, secret, 'status')).status).toBe(200);
  });

  test('is free again, and every stream over, once the carrier is closed', async () => {
    const core = fakeCore();
    const { carrier, origin, secret } = await session(core);
    const client = httpClient(origin, secret);
    const heard = Promise.withResolvers<void>();
    client.listen(() => heard.resolve());
    await heard.promise;

    await carrier.close();

    await expect.poll(core.listeners).toBe(0);
    await served(fakeCore(), { port: carrier.port });
  });
});
