import type { IntakeStream } from '../../events/ports.ts';

/** Hands a body over until it ends or its outcome is settled; a client that leaves takes the unfinished rest with it, and makes this throw. */
export async function feedBody(body: AsyncIterable<Uint8Array>, stream: IntakeStream): Promise<void> {
  let isSettled = false;
  const settled = stream.outcome.then(() => {
    isSettled = true;
  });
  try {
    for await (const piece of body) {
      await Promise.race([stream.write(piece), settled]);
      if (isSettled) return;
    }
  } catch (error) {
    stream.abort();
    throw error;
  }
  stream.end();
}
