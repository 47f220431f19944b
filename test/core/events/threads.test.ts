import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenedEventStore, openEventStore } from '../../../main/core/events/open-event-store.ts';
import type { IntakeBody } from '../../../main/core/events/ports.ts';
import { realHost } from '../../../main/core/host/real-host.ts';

/* Several threads behind one store: everything arrives once, and what dies is replaced. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4"}}}}\n';
const BODY: IntakeBody = {
  contentEncoding: null,
  receivedUs: 1_700_000_000_000_000,
  maxEventSize: 307_200,
  durable: false,
  admission: null,
  didIdentify: () => undefined,
  didStore: () => undefined,
};

let folder: string;
let store: OpenedEventStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-threads-'));
  const retention = (): { days: number; megabytes: number } => ({ days: 7, megabytes: 1024 });
  store = await openEventStore({ host: realHost(), path: join(folder, 'events.sqlite'), retention });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function span(body: number, at: number): string {
  return `{"span":{"id":"${body}-${at}","trace_id":"t${body}","parent_id":"p","name":"n${at}","type":"db","duration":1,"timestamp":1700000000000000}}\n`;
}

describe('many bodies at once', () => {
  test('are each stored once and whole, by however many threads', async () => {
    const bodies = Array.from({ length: 60 }, (_, body) =>
      gzipSync(METADATA + Array.from({ length: 200 }, (_, at) => span(body, at)).join('')),
    );

    const outcomes = await Promise.all(
      bodies.map((bytes) => store.intake.take({ ...BODY, contentEncoding: 'gzip' }, bytes)),
    );

    expect(outcomes.map(({ status, accepted }) => [status, accepted])).toEqual(bodies.map(() => [202, 200]));
    const ids = (await store.query({ limit: 20_000 })).map(({ id }) => id);
    expect(ids).toHaveLength(12_000);
    expect(new Set(ids).size).toBe(12_000);
    expect(await store.query({ limit: 300, trace: 't17' })).toHaveLength(200);
  });

  test('say what they hold to whoever sent them, whole or in pieces', async () => {
    const said: unknown[] = [];
    const body: IntakeBody = {
      ...BODY,
      didIdentify: ({ service }) => said.push(service),
      didStore: ({ span: spans }) => said.push(spans),
    };

    await store.intake.take(body, Buffer.from(METADATA + span(1, 1)));
    const stream = store.intake.begin(body);
    await stream.write(Buffer.from(METADATA));
    await stream.write(Buffer.from(span(2, 1) + span(2, 2)));
    stream.end();
    await stream.outcome;

    expect(said).toEqual(['shop', 1, 'shop', 2]);
  });

  test('are refused one by one, in the words of the one way and of the other alike', async () => {
    const bodies = ['', '\n', METADATA, `${METADATA}{"nope":1}\n${span(1, 1)}`, METADATA + span(1, 1).slice(0, 40)];

    for (const text of bodies) {
      const whole = await store.intake.take(BODY, Buffer.from(text));
      const stream = store.intake.begin(BODY);
      await stream.write(Buffer.from(text));
      stream.end();

      expect(await stream.outcome).toEqual(whole);
    }
  });
});
