import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { pathToFileURL } from 'node:url';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a TypeScript file with `args` under `node`: in this very process where that is the Node we run on, else in a child whose exit code becomes ours.
 * The child's environment is this one; the fetched Node is on nobody's PATH.
 */
export async function handOver(node, file, args) {
  if (node === process.execPath) {
    process.argv = [node, file, ...args];
    await import(pathToFileURL(file).href);
    return;
  }
  const child = spawn(node, [file, ...args], { stdio: 'inherit' });
  const isOnTerminal = process.stdin.isTTY === true || process.stdout.isTTY === true || process.stderr.isTTY === true;
  for (const signal of FORWARDED) {
    // Ctrl+C reaches the child by itself: it is in the terminal's group as we are.
    process.on(signal, () => (isOnTerminal && signal === 'SIGINT' ? undefined : child.kill(signal)));
  }
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
