import { join } from 'node:path';
import { SealwireError } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';

/** Takes away what an atomic write left when it was cut short. A disk that refuses keeps it; such a file is never read. */
export function sweepTemporaryFiles(host: Pick<Host, 'disk'>, folder: string): void {
  try {
    for (const name of host.disk.list(folder).filter((entry) => TEMPORARY.test(entry)))
      host.disk.remove(join(folder, name));
  } catch (error) {
    if (!(error instanceof SealwireError)) throw error;
  }
}

/** The names that `writeAtomically` gives. */
const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/;
