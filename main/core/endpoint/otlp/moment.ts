/** When what one resource tells of happened, by our clock. */
export interface Moments {
  /** Microseconds since the epoch of a time in nanoseconds; of none (0), the moment of arrival. */
  at(unixNano: bigint): number;
}

/** `exportedUs` is what the sender's clock said as it exported; its distance from ours is added to all its times. */
export function momentsFor(receivedUs: number, exportedUs: number | null): Moments {
  const skewUs = exportedUs === null ? 0 : receivedUs - exportedUs;
  return { at: (unixNano) => (unixNano === 0n ? receivedUs : Number(unixNano / 1000n) + skewUs) };
}

/** Milliseconds between two times in nanoseconds; never below zero. */
export function durationMs(from: bigint, to: bigint): number {
  return to > from ? Number(to - from) / 1e6 : 0;
}

/** An id of a trace or span in hexadecimal; null where it is missing or all zeros, which stands for none. */
export function idOf(bytes: Buffer | null): string | null {
  if (bytes === null) return null;
  const text = bytes.toString('hex');
  return /^0*$/.test(text) ? null : text;
}
