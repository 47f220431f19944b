/** A core that lived at least this long was well; its end starts the counting anew. */
const WELL_AFTER_MS = 30_000;

/** How long to wait before the first and the second new start. */
const WAITS_MS = [250, 2_000] as const;

/** Counts the deaths of cores and says what follows from one: a new start after so many milliseconds, or null where it died quickly three times in a row. */
export function restartPolicy(): {
  didDie(livedMs: number): number | null;
  /** The person asks for a start: it counts from the beginning. */
  reset(): void;
} {
  let quickDeaths = 0;
  return {
    didDie: (livedMs) => {
      quickDeaths = livedMs >= WELL_AFTER_MS ? 1 : quickDeaths + 1;
      return WAITS_MS[quickDeaths - 1] ?? null;
    },
    reset: () => {
      quickDeaths = 0;
    },
  };
}
