import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { hostname, networkInterfaces, userInfo } from 'node:os';
import { isAbsolute } from 'node:path';
import { explainedDisk } from './disk-failed.ts';
import type { ExecOptions, ExecResult, Host } from './host.ts';
import { realDisk } from './real-disk.ts';

/** The machine that this process runs on. `env` is taken as it is now; later changes to `process.env` are not seen. */
export function realHost(env: Readonly<Record<string, string | undefined>> = process.env): Host {
  const user = knownUser();
  return {
    platform: process.platform,
    env: { ...env },
    homeFolder: env.HOME !== undefined && isAbsolute(env.HOME) ? env.HOME : user.home,
    hostname: hostname(),
    userName: user.name,
    userId: user.id,
    disk: explainedDisk(realDisk),
    now: () => new Date(),
    randomBytes,
    networkInterfaces: () => networkInterfaces() as ReturnType<Host['networkInterfaces']>,
    exec,
    launch,
  };
}

/** A container may run under a user id that has no name; `userInfo` throws ENOENT there, and containers say that such a user lives in `/`. */
function knownUser(): { name: string; id: number | null; home: string } {
  const id = process.getuid?.() ?? null;
  try {
    const { username, homedir } = userInfo();
    return { name: username, id, home: homedir };
  } catch {
    return { name: id === null ? 'user' : String(id), id, home: '/' };
  }
}

function exec(file: string, args: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
  return new Promise((resolve) => {
    const child = spawn(file, [...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const finish = (code: number | null, failure: string | null): void =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), failure });
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (error) => finish(null, error.message));
    child.on('close', (code, signal) => finish(code, signal === null ? null : `ended by ${signal}`));
    // A program that exits without reading its input closes the pipe (EPIPE); its exit code already tells the story.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

function launch(file: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(file, [...args], { detached: true, stdio: 'ignore' });
    child.once('error', (error) => resolve(error.message));
    child.once('spawn', () => {
      child.unref();
      resolve(null);
    });
  });
}
