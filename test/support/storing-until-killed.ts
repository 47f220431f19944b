import { openEventStore } from '../../main/core/events/open-event-store.ts';
import { realHost } from '../../main/core/host/real-host.ts';

/* A process that stores bodies of 30 events as fast as it can and prints the number of each that was accepted, until somebody kills it. */

const [path = '', seed = '0'] = process.argv.slice(2);
const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4"}}}}\n';

const store = await openEventStore({
  host: realHost(),
  path,
  retention: () => ({ days: 7, megabytes: 1024 }),
});
let last = 0;

async function sendForEver(): Promise<never> {
  for (;;) {
    last += 1;
    const body = last;
    const stream = store.intake.begin({
      contentEncoding: null,
      receivedUs: 1,
      maxEventSize: 307_200,
      durable: Number(seed) % 2 === 0,
      admission: null,
      didIdentify: () => undefined,
      didStore: () => undefined,
    });
    const line = `{"log":{"message":"body ${seed}-${body}"}}\n`;
    // In two pieces, so that a body is stored in more than one transaction.
    await stream.write(Buffer.from(METADATA + line.repeat(15)));
    await stream.write(Buffer.from(line.repeat(15)));
    stream.end();
    const { status, accepted } = await stream.outcome;
    if (status === 202 && accepted === 30) process.stdout.write(`${seed}-${body}\n`);
  }
}

await Promise.race([sendForEver(), sendForEver(), sendForEver()]);
