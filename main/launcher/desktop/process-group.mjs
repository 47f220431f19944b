import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** npm passes on the signal that the terminal has sent already; what comes this soon after the first is the same wish. */
const SAME_WISH_MS = 1000;

const GRACE_MS = 5000;
const AGAIN_MS = 50;

/** Passes the first signal on to `child`; a later one ends its whole group at once. `asked()` is the signal that came, or null. */
export function stopper(child) {
  let asked = null;
  let askedAt = 0;
  const onSignal = (signal) => {
    if (asked === null) {
      asked = signal;
      askedAt = Date.now();
      child.kill(signal);
    } else if (Date.now() - askedAt >= SAME_WISH_MS) {
      killGroup(child.pid);
    }
  };
  for (const signal of FORWARDED) process.on(signal, onSignal);
  return {
    asked: () => asked,
    codeFor: (signal) => (signal === null ? 1 : 128 + constants.signals[signal]),
    close: () => {
      for (const signal of FORWARDED) process.off(signal, onSignal);
    },
  };
}

/**
 * Resolves once nothing is left of the process group `pid`, whose leader has ended: its core may still be putting things in order. After five seconds the rest
 * is ended. Windows has no such groups; there the core ends with the pipe to its shell.
 */
export async function endGroup(pid) {
  if (pid === undefined || process.platform === 'win32') return;
  for (const until = Date.now() + GRACE_MS; isThere(pid); await pause(AGAIN_MS)) {
    if (Date.now() < until) continue;
    killGroup(pid);
    return;
  }
}

function isThere(pid) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    // ESRCH: nobody is left.
    return false;
  }
}

function killGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // ESRCH: it has just ended.
  }
}
