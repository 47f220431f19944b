import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies readonly NodeJS.Signals[];

/** One Ctrl+C may arrive twice, from the terminal and from npm, which passes it on; so soon after the first it is not a second request. */
const SAME_WITHIN_MS = 500;

/** Turns the first request to end (Ctrl+C, a supervisor, a closed terminal) into a promise. A second one ends the process at once. */
export function catchSignals(): { readonly asked: Promise<void>; close(): void } {
  let ask = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  let firstAt: number | null = null;
  const listen = (signal: NodeJS.Signals): void => {
    if (firstAt !== null && performance.now() - firstAt > SAME_WITHIN_MS) process.exit(128 + constants.signals[signal]);
    firstAt ??= performance.now();
    ask();
  };
  for (const signal of SIGNALS) process.on(signal, listen);
  return {
    asked,
    close: () => {
      for (const signal of SIGNALS) process.off(signal, listen);
    },
  };
}
