import { app, type Event } from 'electron';
import { linkAmong } from './deep-link.ts';
import { type LinkQueue, linkQueue } from './link-queue.ts';

/**
 * Listens for deep links from the first moment: macOS sends `open-url`, also before the app is ready; Windows and Linux start the program with the link among its
 * arguments, or hand them to the one that runs (`second-instance`).
 */
export function catchLinks(argv: readonly string[] = process.argv): LinkQueue {
  const queue = linkQueue();
  const take = (arguments_: readonly string[]): void => {
    const link = linkAmong(arguments_);
    if (link !== null) queue.take(link);
  };
  app.on('open-url', (event: Event, url: string) => {
    event.preventDefault();
    queue.take(url);
  });
  app.on('second-instance', (_event, secondArgv) => take(secondArgv));
  take(argv);
  return queue;
}
