import { basename } from 'node:path';
import type { Host } from '../host/host.ts';
import type { ProcFiles } from '../host/proc-files.ts';

/** Who listens on a port, as words for a sentence: `node (process 4711)`, or why that cannot be known. */
export async function portOwner(host: Pick<Host, 'platform' | 'exec'>, proc: ProcFiles, port: number): Promise<string> {
  if (host.platform === 'linux') return linuxOwner(proc, port);
  if (host.platform === 'darwin') return darwinOwner(host, port);
  if (host.platform === 'win32') return windowsOwner(host, port);
  return `a program that cannot be named on ${host.platform}`;
}

/** `/proc/net/tcp` and `tcp6` (proc(5)): state 0A is LISTEN, the tenth field the inode of the socket that its process has open. */
function linuxOwner(proc: ProcFiles, port: number): string {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) => (proc.read(path) ?? '').split('\n').slice(1));
  const listening = rows.map((row) => row.trim().split(/\s+/)).filter((fields) => fields[3] === '0A');
  const found = listening.filter((fields) => fields[1]?.endsWith(`:${hexPort}`) === true);
  const [first] = found;
  if (first === undefined) return 'a program that listens elsewhere, perhaps outside this container';
  const sockets = new Set(found.map((fields) => `socket:[${fields[9]}]`));
  const pid = proc.list('/proc').find((name) => /^\d+$/.test(name) && hasOpen(proc, name, sockets));
  if (pid === undefined)
    return `another user's program (user id ${first[7]}), whose name only that user or root can see`;
  return named(programName(proc, pid), pid);
}

/** The program as it was started; `comm` alone would call every Node.js process "MainThread", after its thread. */
function programName(proc: ProcFiles, pid: string): string {
  const [started = ''] = (proc.read(`/proc/${pid}/cmdline`) ?? '').split('\0');
  return basename(started) || (proc.read(`/proc/${pid}/comm`) ?? '').trim();
}

function hasOpen(proc: ProcFiles, pid: string, sockets: ReadonlySet<string>): boolean {
  const folder = `/proc/${pid}/fd`;
  return proc.list(folder).some((descriptor) => sockets.has(proc.link(`${folder}/${descriptor}`) ?? ''));
}

/** `lsof -F pc` prints `p<pid>` and `c<command>` on lines of their own; without rights it prints nothing. Not proven on a real macOS. */
async function darwinOwner(host: Pick<Host, 'exec'>, port: number): Promise<string> {
  const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'];
  const { stdout } = await host.exec('/usr/sbin/lsof', args, { timeoutMs: 2000 });
  const pid = /^p(\d+)$/m.exec(stdout)?.[1];
  const command = /^c(.+)$/m.exec(stdout)?.[1];
  return pid === undefined
    ? "another user's program, whose name only that user or root can see"
    : named(command ?? '', pid);
}

/** `netstat -ano` ends a line with the process id, `tasklist /FO CSV` begins one with the image's name. Not proven on a real Windows. */
async function windowsOwner(host: Pick<Host, 'exec'>, port: number): Promise<string> {
  const { stdout } = await host.exec('netstat.exe', ['-ano', '-p', 'TCP'], { timeoutMs: 3000 });
  const pid = new RegExp(`^\\s*TCP\\s+\\S+:${port}\\s+\\S+:0\\s+\\S+\\s+(\\d+)\\s*$`, 'm').exec(stdout)?.[1];
  if (pid === undefined) return 'a program that netstat does not show';
  const tasks = await host.exec('tasklist.exe', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { timeoutMs: 3000 });
  return named(/^"([^"]+)"/m.exec(tasks.stdout)?.[1] ?? '', pid);
}

function named(command: string, pid: string): string {
  return command === '' ? `process ${pid}` : `${command} (process ${pid})`;
}
