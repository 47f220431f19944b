import type { NetworkInterfaceInfo } from 'node:os';

/**
 * Everything outside that the core touches: clock, randomness, disk, child processes, the machine's own facts. It comes in as a parameter,
 * so that the branch of every platform, every failing disk and every moment in time runs in a test.
 */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly hostname: string;
  readonly userName: string;
  /** Numeric user id, or null on Windows. */
  readonly userId: number | null;
  readonly disk: Disk;
  now(): Date;
  randomBytes(length: number): Buffer;
  networkInterfaces(): Readonly<Record<string, readonly NetworkInterfaceInfo[]>>;
  exec(file: string, args: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /** Starts a program and leaves it running on its own. Resolves to null once it has started, or to the reason why it did not. */
  launch(file: string, args: readonly string[]): Promise<string | null>;
}

export interface ExecOptions {
  readonly input?: string | Buffer;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Ends the program; `failure` then says so. */
  readonly signal?: AbortSignal;
}

/** `code` is null where the program could not be started (`failure` says why) or was ended by a signal. */
export interface ExecResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly failure: string | null;
}

/**
 * The few disk operations that Sealwire is built from; synchronous but for `syncAll`, because each is short and their order is what makes a write atomic.
 * What the system refuses is thrown as `DISK_FAILED`, with the reason and the next step in words.
 */
export interface Disk {
  /** Bytes of a file, or null where there is none. */
  read(path: string): Buffer | null;
  /** Creates a file that must not exist yet, with `mode`, and writes all of `bytes` to it. */
  create(path: string, bytes: Uint8Array, mode: number): void;
  append(path: string, bytes: Uint8Array, mode: number): void;
  /** Forces a file's, or a folder's, content to the medium. */
  sync(path: string): void;
  /** The same for many at once, off the main thread: waiting for the medium one after the other would take seconds. */
  syncAll(paths: readonly string[]): Promise<void>;
  rename(from: string, to: string): void;
  /** Makes a folder and its parents with `mode`; an existing folder is left as it is. */
  makeFolder(path: string, mode: number): void;
  /** Names in a folder, sorted; empty where there is no such folder. */
  list(path: string): string[];
  /** Takes away a file or a whole folder; nothing there is no error. */
  remove(path: string): void;
  facts(
    path: string,
  ): { readonly isFolder: boolean; readonly mode: number; readonly ownerId: number; readonly bytes: number } | null;
  setMode(path: string, mode: number): void;
  /** Makes a file another user's, whose group it stays; only an administrator can, and Windows knows no such thing. */
  setOwner(path: string, ownerId: number): void;
  /** Makes a symbolic link at `path`, where nothing may be yet. */
  link(target: string, path: string): void;
  /** What a symbolic link leads to, as it is written in it; null where there is none or it is something else. */
  linkTarget(path: string): string | null;
  /** Number of the kind of file system that a path lies on (statfs(2), `f_type`); null where it cannot be told. Only Linux has fixed numbers. */
  fileSystemType(path: string): number | null;
}
