import { closeSync, writeSync } from 'node:fs';

/** What the launcher is told, one line of JSON, on the pipe that it opened for this. */
export type WindowSignal = 'window' | 'handed-over';

/**
 * Reads the launcher's words out of the environment and takes them from it, before anything is started that would inherit them. `SEALWIRE_NODE` names the Node
 * that runs the core, `SEALWIRE_WINDOW_SIGNAL` the file descriptor.
 */
export function launcherWords(environment: NodeJS.ProcessEnv): {
  readonly node: string | undefined;
  signal(event: WindowSignal): void;
} {
  const { SEALWIRE_NODE: node, SEALWIRE_WINDOW_SIGNAL: text } = environment;
  delete environment.SEALWIRE_NODE;
  delete environment.SEALWIRE_WINDOW_SIGNAL;
  let descriptor = text !== undefined && /^[3-9]$/.test(text) ? Number(text) : null;
  return {
    node,
    signal: (event) => {
      if (descriptor === null) return;
      const to = descriptor;
      descriptor = null;
      try {
        writeSync(to, `${JSON.stringify({ event })}\n`);
        closeSync(to);
      } catch {
        // The launcher is gone (EPIPE) or never opened it (EBADF): then nobody waits for the word.
        return;
      }
    },
  };
}
