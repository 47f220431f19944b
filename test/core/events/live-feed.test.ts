import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StoredEvent } from '../../../main/contract/index.ts';
import { openEventStore } from '../../../main/core/events/open-event-store.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { tempHome } from '../../support/temp-security.ts';

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4"}}}}\n';

function logs(count: number): string {
  return METADATA + Array.from({ length: count }, (_, at) => `{"log":{"message":"line ${at}"}}\n`).join('');
}

test('a live list is told a hundred of many new events at once, each once, and how many it is not told', async () => {
  let told = 0;
  let skipped = 0;
  let wake = (): void => undefined;
  const store = await openEventStore({
    host: realHost(),
    path: join(tempHome(), 'events.sqlite'),
    retention: () => ({ days: 7, megabytes: 1024 }),
    didStore: (events: readonly StoredEvent[]) => {
      expect(events.length).toBeLessThanOrEqual(100);
      told += events.length;
      wake();
    },
    didSkip: (events) => {
      skipped += events;
    },
  });
  onTestFinished(() => store.close());
  const send = async (body: string): Promise<void> => {
    const stream = store.intake.begin({
      contentEncoding: null,
      receivedUs: 1_700_000_000_000_000,
      maxEventSize: 307_200,
      durable: false,
      admission: null,
      didIdentify: () => undefined,
      didStore: () => undefined,
    });
    await stream.write(Buffer.from(body));
    stream.end();
    expect((await stream.outcome).errors).toEqual([]);
  };
  const untilAccountedFor = (events: number): Promise<void> =>
    new Promise((resolve) => {
      wake = () => {
        if (told + skipped >= events) resolve();
      };
      wake();
    });

  await send(logs(3));
  await untilAccountedFor(3);
  expect([told, skipped]).toEqual([3, 0]);

  for (let at = 0; at < 20; at++) await send(logs(150));
  await untilAccountedFor(3_003);

  expect(told + skipped).toBe(3_003);
  expect(skipped).toBeGreaterThan(0);
});
