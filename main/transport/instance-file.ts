import { writeAtomically } from '../core/host/atomic-write.ts';
import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import { runFilesOf } from './run-folder.ts';

/** What `run/instance.json` says about the instance that runs. It holds no secret. */
export interface Instance {
  readonly pid: number;
  /** Path of the Unix socket, or name of the Windows pipe. */
  readonly socket: string;
  readonly startedAt: string;
  readonly version: string;
  /** Port of the browser interface, or null where none is served. */
  readonly ui: number | null;
}

/** Tells everybody where the instance is. Call it last, once everything listens; `withdraw` takes it back before anything stops. */
export function announceInstance(
  folders: Pick<Folders, 'run'>,
  host: Pick<Host, 'disk' | 'randomBytes' | 'now'>,
  facts: Pick<Instance, 'socket' | 'version' | 'ui'>,
): { withdraw(): void } {
  const path = runFilesOf(folders).instance;
  const instance: Instance = { pid: process.pid, startedAt: host.now().toISOString(), ...facts };
  writeAtomically(host, path, `${JSON.stringify(instance)}\n`);
  return { withdraw: () => host.disk.remove(path) };
}

/**
 * The instance that was announced last, or null. A file that a killed instance left behind is still read: whether somebody is there, only
 * the connection shows. What is not such a file counts as none.
 */
export function readInstance(folders: Pick<Folders, 'run'>, host: Pick<Host, 'disk'>): Instance | null {
  const bytes = host.disk.read(runFilesOf(folders).instance);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isInstance(value) ? value : null;
  } catch {
    // Not JSON: a half-written or foreign file, which names no instance.
    return null;
  }
}

/** Checked by hand, because the schema library would cost the command line more time than everything else it does. */
function isInstance(value: unknown): value is Instance {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, socket, startedAt, version, ui } = value as Partial<Record<keyof Instance, unknown>>;
  return (
    Number.isSafeInteger(pid) &&
    typeof socket === 'string' &&
    socket !== '' &&
    typeof startedAt === 'string' &&
    typeof version === 'string' &&
    (ui === null || Number.isSafeInteger(ui))
  );
}
