import type { Writable } from 'node:stream';
import { CHANGED_TOPICS, type Push } from '../contract/index.ts';
import type { CoreFace } from './core-face.ts';
import { countMissed } from './count-missed.ts';

/** Says that everything may have changed: the first push of every subscription, and the one that stands for all that were missed. */
export const EVERYTHING_CHANGED: Push = { topic: 'changed', what: CHANGED_TOPICS };

/** Bytes that may wait for a slow listener before pushes to it are dropped. */
const MOST_WAITING_BYTES = 1024 * 1024;

/**
 * Writes a core's pushes to a stream until the returned function is called. A listener that reads too slowly loses pushes and is told, as
 * soon as it has caught up, how many attempts and events it missed, and that everything may have changed; so what waits for it stays
 * bounded. `encode` may return null for a push that is too large to carry, which is then treated the same way.
 */
export function feedPushes(
  core: Pick<CoreFace, 'listen'>,
  stream: Writable,
  encode: (push: Push) => Uint8Array | string | null,
): () => void {
  const missed = countMissed();
  let hasMissed = false;

  const send = (push: Push): void => {
    if (stream.destroyed || stream.writableEnded) return;
    const bytes = stream.writableLength > MOST_WAITING_BYTES ? null : encode(push);
    if (bytes !== null) stream.write(bytes);
    else {
      hasMissed = true;
      missed.count(push);
    }
    if (hasMissed && !stream.writableNeedDrain) catchUp();
  };

  const catchUp = (): void => {
    if (!hasMissed) return;
    hasMissed = false;
    const told = missed.take();
    if (told !== null) send(told);
    send(EVERYTHING_CHANGED);
  };

  stream.on('drain', catchUp);
  const stop = core.listen(send);
  send(EVERYTHING_CHANGED);
  return () => {
    stop();
    stream.off('drain', catchUp);
  };
}
