/**
 * Makes a race of each piece of work, one after the other, with the same `end`. `Promise.race` would do it too, but a promise remembers all who wait for it, and what they were
 * given, so that a body without end would be in memory whole as long as `end` is open.
 */
export function raceEach<End>(end: Promise<End>): <Value>(work: Promise<Value>) => Promise<Value | End> {
  let waiting: { resolve(end: End): void; reject(error: unknown): void } | null = null;
  let isOpen = true;
  end.then(
    (value) => {
      isOpen = false;
      waiting?.resolve(value);
    },
    (error: unknown) => {
      isOpen = false;
      waiting?.reject(error);
    },
  );
  return (work) =>
    isOpen
      ? new Promise((resolve, reject) => {
          waiting = { resolve, reject };
          work.then(resolve, reject);
        })
      : Promise.race([work, end]);
}
