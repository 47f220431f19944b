/** What one benchmark found: the median of its runs, beside that of a peer measured in turn with it where there is one. */
export interface Finding {
  /** Where a benchmark finds several things; otherwise its own name stands. */
  readonly name?: string;
  readonly figure: number;
  readonly unit: string;
  readonly peer?: { readonly name: string; readonly figure: number };
  /** What the reader has to know to read the figure, in a few words. */
  readonly note?: string;
}

/** What the command line says beside the names of benchmarks: another server to drive the load at. */
export interface BenchOptions {
  readonly url: string | null;
  readonly caFile: string | null;
  readonly token: string | null;
}

/** A benchmark: one file of this folder exports one as `bench`. It asserts nothing; the table of `npm run bench` stands beside the target. */
export interface Bench {
  readonly name: string;
  readonly target: string;
  run(options: BenchOptions): Promise<Finding | readonly Finding[]>;
}

/** The median of some runs of `action`, in milliseconds, after one run that does not count. */
export async function medianMs(runs: number, action: () => Promise<void> | void): Promise<number> {
  await action();
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    await action();
    taken.push(performance.now() - startedAt);
  }
  return median(taken);
}

/** The middle of `values`; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** The value below which that share of `values` lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
