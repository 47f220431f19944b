import type { IntakeStream } from '../../events/ports.ts';
import { BrokenBodyError } from './broken-body.ts';
import { raceEach } from './race-each.ts';

/**
 * Hands a body over until it ends, breaks or its outcome is settled, also where that is while the next piece is waited for; a client that leaves takes the unfinished rest with
 * it, and makes this throw.
 */
export async function feedBody(body: AsyncIterable<Uint8Array>, stream: IntakeStream): Promise<void> {
  let isSettled = false;
  const unlessSettled = raceEach(
    stream.outcome.then(() => {
      isSettled = true;
    }),
  );
  const pieces = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const coming = pieces.next();
      const piece = await unlessSettled(coming);
      if (piece === undefined) {
        // Nobody waits for it any more, nor minds that the client leaves.
        coming.catch(() => undefined);
        return;
      }
      if (piece.done) break;
      await unlessSettled(stream.write(piece.value));
      if (isSettled) return;
    }
  } catch (error) {
    if (error instanceof BrokenBodyError) {
      stream.breakOff(error.message);
      return;
    }
    stream.abort();
    throw error;
  }
  stream.end();
}
