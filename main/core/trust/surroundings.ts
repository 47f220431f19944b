import { posix, win32 } from 'node:path';
import type { ExecOptions, ExecResult, Host } from '../host/host.ts';

/** What stores work with: the machine, Sealwire's own folder for files that programs are pointed to, and tools. */
export interface Surroundings {
  readonly host: Host;
  /** Sealwire's own folder for trust. */
  readonly folder: string;
  /** Sealwire's own folder for what files held before they were changed. */
  readonly undo: string;
  /** Folder in which Sealwire was started: Compose files are looked for there. */
  readonly startedIn: string;
  /** Whether this process may change what belongs to the whole system. Windows is asked by its own stores. */
  readonly isAdmin: boolean;
  /** Path of a program on the PATH, or where administrators' programs lie; null where there is none. */
  program(name: string): string | null;
  /** Runs a tool to its end with plain words and nothing on its input. */
  run(file: string, args: readonly string[], options?: ExecOptions): Promise<ExecResult>;
}

/** Importing into a Java store takes a second, and the tools of a distribution some more on a busy machine. */
const TIMEOUT_MS = 120_000;

const ADMIN_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin'];

export function surroundingsOf(
  host: Host,
  ours: Pick<Surroundings, 'folder' | 'undo'>,
  startedIn: string,
): Surroundings {
  const isWindows = host.platform === 'win32';
  const { join, delimiter } = isWindows ? win32 : posix;
  const own = (host.env.PATH ?? '').split(delimiter).filter((each) => each !== '');
  const folders = isWindows ? own : [...new Set([...own, ...ADMIN_FOLDERS])];
  const env = plainEnvironment({ ...host.env, PATH: folders.join(delimiter), ...(isWindows ? {} : { LC_ALL: 'C' }) });
  return {
    host,
    folder: ours.folder,
    undo: ours.undo,
    startedIn,
    isAdmin: !isWindows && host.userId === 0,
    program: (name) => folders.map((each) => join(each, name)).find((path) => isProgram(host, path)) ?? null,
    run: (file, args, options) => host.exec(file, args, { env, timeoutMs: TIMEOUT_MS, ...options }),
  };
}

function isProgram({ disk, platform }: Host, path: string): boolean {
  try {
    const facts = disk.facts(path);
    return facts !== null && !facts.isFolder && (platform === 'win32' || (facts.mode & 0o111) !== 0);
  } catch {
    // A folder of the PATH that may not be looked into holds nothing for this person: a shell passes over it too.
    return false;
  }
}

/** Without variables that are not set, and without those that load foreign code into every Java or Node program. */
export function plainEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const { JAVA_TOOL_OPTIONS: _tool, _JAVA_OPTIONS: _java, JDK_JAVA_OPTIONS: _jdk, NODE_OPTIONS: _node, ...rest } = env;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
