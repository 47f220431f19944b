import { join } from 'node:path';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';

/**
 * The certificate file of an authority that lasts for this run: agents need a path, and the certificate is no secret. Files of runs that ended without
 * removing theirs are swept here; `isAlive` tells whether a process still runs.
 */
export function writeSessionCa(
  host: Host,
  folders: Folders,
  pem: string,
  processId: number,
  isAlive: (processId: number) => boolean = processIsAlive,
): string {
  const path = join(folders.run, `ca-${processId}.pem`);
  host.disk.makeFolder(folders.run, 0o700);
  for (const name of host.disk.list(folders.run)) {
    const owner = /^ca-(\d+)\.pem/.exec(name)?.[1];
    if (owner !== undefined && Number(owner) !== processId && !isAlive(Number(owner)))
      host.disk.remove(join(folders.run, name));
  }
  writeAtomically(host, path, pem);
  return path;
}

/** Signal 0 asks whether the process exists; EPERM means that it does, under another user. */
function processIsAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
