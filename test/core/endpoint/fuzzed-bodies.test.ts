import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type Chunk, linesOf } from '../../../main/core/events/chunk.ts';
import { eventsOfLine } from '../../../main/core/events/chunk-events.ts';
import { totalOf } from '../../../main/core/events/event-kinds.ts';
import { openSession } from '../../../main/core/events/intake-session.ts';
import { kindsOfLine } from '../../../main/core/events/matching-events.ts';
import { momentText } from '../../../main/core/events/moment-text.ts';
import type { IntakeOutcome } from '../../../main/core/events/ports.ts';
import { type FuzzedBody, fuzzedBodies } from '../../support/fuzz/fuzzed-bodies.ts';
import { below, type Random } from '../../support/fuzz/mutate.ts';
import { problemOfAnswer } from '../../support/fuzz/sound-answer.ts';
import { seeded } from '../../system/seeded.ts';

/* The work on a body as the worker threads do it, from its packed bytes to the chunks that are stored and read again. `test/system/fuzzed-traffic.test.ts` sends such bodies. */

const SEED = Number(process.env.SEALWIRE_SEED ?? 20_261_128);
const BODIES = process.env.SEALWIRE_LONG === '1' ? 960_000 : 3000;
/** Looked at more closely: the same body whole and in pieces, and what was stored of it read back. */
const EVERY = 8;
const RECEIVED_US = 1_700_000_000_000_000;
/** Of the heap when it is swept; what the test itself holds comes and goes by less. */
const MOST_GROWTH = 12 * 1024 * 1024;
/** Less than this between two sweeps is no more than what the sweeps themselves leave. */
const SETTLED = 64 * 1024;

test(`${BODIES} bodies, broken and hostile, each come to an answer that the real server gives, and leave nothing behind (seed ${SEED})`, {
  timeout: 7_200_000,
}, async () => {
  const random = seeded(SEED);
  const next = fuzzedBodies(random);
  const statuses = new Map<number, number>();
  let events = 0;
  let heldEarly = 0;
  for (let at = 0; at < BODIES; at += 1) {
    const body = next();
    const problem = await tryBody(body, at % EVERY === 0, random, (outcome) => {
      statuses.set(outcome.status, (statuses.get(outcome.status) ?? 0) + 1);
      events += outcome.accepted;
    }).catch((error: unknown) => `it threw ${error instanceof Error ? error.stack : error}`);
    if (problem !== null) throw new Error(`body ${at} of seed ${SEED}: ${problem}\n${described(body)}`);
    if (at === Math.floor(BODIES / 4)) heldEarly = await heldBytes();
  }

  expect((await heldBytes()) - heldEarly).toBeLessThan(MOST_GROWTH);
  // A generator of which everything is refused, or nothing, would prove little.
  expect([...statuses.keys()].sort()).toEqual([202, 400, 500]);
  for (const count of statuses.values()) expect(count).toBeGreaterThan(BODIES / 100);
  expect(events).toBeGreaterThan(BODIES / 2);
});

/** What is wrong with what came of a body, or null. */
async function tryBody(
  body: FuzzedBody,
  isClose: boolean,
  random: Random,
  didEnd: (outcome: IntakeOutcome) => void,
): Promise<string | null> {
  const stored: Chunk[] = [];
  const outcome = await open(body, stored).take(body.bytes);
  didEnd(outcome);
  const problem = problemOfAnswer(outcome) ?? (isClose ? problemOfStored(stored, outcome.accepted) : null);
  if (problem !== null || !isClose) return problem;
  const inPieces = await takeInPieces(body, random);
  const [one, other] = [outcome, inPieces].map((each) => JSON.stringify(each));
  return one === other ? null : `whole it came to\n${one}\nand in pieces to\n${other}`;
}

function open({ contentEncoding, maxEventSize }: FuzzedBody, stored: Chunk[]): ReturnType<typeof openSession> {
  return openSession({
    contentEncoding,
    maxEventSize,
    receivedUs: RECEIVED_US,
    admission: null,
    store: async (storing) => void stored.push(...storing.map(({ chunk }) => chunk)),
    didIdentify: () => undefined,
    didStore: () => undefined,
  });
}

async function takeInPieces(body: FuzzedBody, random: Random): Promise<IntakeOutcome> {
  const session = open(body, []);
  const longest = Math.max(1, body.bytes.length / 2);
  for (let at = 0; at < body.bytes.length; ) {
    const to = at + 1 + below(random, longest);
    const outcome = await session.write(body.bytes.subarray(at, to));
    if (outcome !== null) return outcome;
    at = to;
  }
  return session.end();
}

/** Whatever was accepted has to be found and shown again. */
function problemOfStored(chunks: readonly Chunk[], accepted: number): string | null {
  let events = 0;
  for (const { lines, counts } of chunks) {
    const read = linesOf(lines);
    const found = read.flatMap((line) => eventsOfLine(line, RECEIVED_US));
    for (const line of read) kindsOfLine(line);
    for (const { timestampUs } of found) momentText(timestampUs);
    if (found.length !== totalOf(counts)) return `${found.length} events read back of ${totalOf(counts)}`;
    events += found.length;
  }
  return events === accepted ? null : `${events} events stored of ${accepted} accepted`;
}

/** Bytes in use once collections bring no more back: what a closed zlib stream or a buffer held is given back some turns after the sweep. */
async function heldBytes(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc');
  let held = Number.POSITIVE_INFINITY;
  for (;;) {
    sweep();
    await setImmediate();
    // What is external counts the buffers too.
    const { heapUsed, external } = process.memoryUsage();
    if (heapUsed + external > held - SETTLED) return Math.min(held, heapUsed + external);
    held = heapUsed + external;
  }
}

function described({ bytes, contentEncoding, maxEventSize }: FuzzedBody): string {
  return JSON.stringify({ contentEncoding, maxEventSize, base64: bytes.toString('base64') });
}
