import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { endGroup, stopper } from './process-group.mjs';

/** After this long without a window, the start says what it waits for. A slow machine's window is never given up. */
const WAITING_MS = 15_000;

/** How long what Electron still had to say may be on its way after it ended. */
const DRAIN_MS = 500;

const KEPT_STDERR = 8192;

/**
 * Runs Electron with the built shell until it ends. Resolves to `{end: 'closed', code}` where its window was there or another Sealwire took over,
 * `{end: 'stopped', code}` where a signal ended it, and `{end: 'failed', error, code, signal, stderr}` where it ended, or never began, before its window.
 *
 * The shell says on descriptor 3 that its window shows, one JSON line. It is in a process group of its own where there are such, so that Ctrl+C reaches it
 * once, through this process, and it can end its core in good order; a second Ctrl+C ends whatever is left. It gets no switch: `--no-sandbox` least of all.
 */
export async function startDesktop({ root, node, binary, env = process.env, say, waitingMs = WAITING_MS }) {
  let child;
  try {
    child = spawn(binary, [join(root, 'dist', 'shell', 'main.cjs')], {
      cwd: root,
      detached: process.platform !== 'win32',
      env: environmentFor(env, node),
      stdio: ['ignore', 'inherit', 'pipe', 'pipe'],
    });
  } catch (error) {
    return { end: 'failed', error, code: null, signal: null, stderr: '' };
  }
  const ended = endOf(child);
  const drained = drainOf(child);
  const stop = stopper(child);
  const waiting = setTimeout(() => say('Electron has started; waiting for its window. Ctrl+C ends it.'), waitingMs);
  let isShown = false;
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr = `${stderr}${chunk}`.slice(-KEPT_STDERR);
  });
  createInterface({ input: child.stdio[3] }).on('line', (line) => {
    if (!isWindowSignal(line)) return;
    isShown = true;
    clearTimeout(waiting);
  });

  try {
    const { error, code, signal } = await ended;
    if (error === null) await drained;
    const isStopped = stop.asked() !== null;
    if (isStopped || !isShown) await endGroup(child.pid);
    const exit = { error, code: code ?? stop.codeFor(signal), signal, stderr };
    return { ...exit, end: isStopped ? 'stopped' : isShown ? 'closed' : 'failed' };
  } finally {
    clearTimeout(waiting);
    stop.close();
    child.stderr.destroy();
    child.stdio[3].destroy();
  }
}

function endOf(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ error, code: null, signal: null }));
    child.on('exit', (code, signal) => resolve({ error: null, code, signal }));
  });
}

/** Resolves once everything that Electron said has come, or a moment after its end: what it left running may hold its pipes open. */
function drainOf(child) {
  return new Promise((resolve) => {
    child.on('close', resolve);
    child.on('exit', () => setTimeout(resolve, DRAIN_MS).unref());
  });
}

/** Terminals inside Electron programs leave `ELECTRON_RUN_AS_NODE` behind, with which Electron would be a plain Node. */
function environmentFor({ ELECTRON_RUN_AS_NODE: _, ...env }, node) {
  return { ...env, SEALWIRE_NODE: node, SEALWIRE_WINDOW_SIGNAL: '3' };
}

/** `{"event":"window"}`, or `{"event":"handed-over"}` of a second start, whose window is the first one's. */
function isWindowSignal(line) {
  try {
    const { event } = JSON.parse(line);
    return event === 'window' || event === 'handed-over';
  } catch {
    // Nothing of the shell's.
    return false;
  }
}
