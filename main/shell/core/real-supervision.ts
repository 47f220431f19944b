import { accessSync, constants, statSync } from 'node:fs';
import { parse } from 'node:path';
import type { Folders } from '../../core/host/folders.ts';
import type { Host } from '../../core/host/host.ts';
import { connectControl } from '../../transport/control-client.ts';
import { cleanEnvironment } from './clean-environment.ts';
import { startCoreProcess } from './core-process.ts';
import { findCore, type LookAt } from './find-core.ts';
import { LIMITS, type SuperviseLimits, type Supervision, supervise } from './supervise.ts';

/** Supervises the core of this shell in real processes and real time. */
export function superviseCore(options: {
  readonly host: Host;
  readonly folders: Folders;
  readonly version: string;
  readonly isPackaged: boolean;
  readonly resources: string;
  readonly root: string;
  readonly node: string | undefined;
  readonly log: (line: string) => void;
  readonly limits?: Partial<SuperviseLimits>;
}): Supervision {
  const { host, folders, version, isPackaged, resources, root, node, log, limits } = options;
  const env = { ...cleanEnvironment(host.env), SEALWIRE_HOME: folders.home };
  return supervise({
    version,
    find: () => findCore({ isPackaged, platform: host.platform, resources, root, node, lookAt }),
    start: (program) =>
      startCoreProcess(program, { env, cwd: startFolder(host.homeFolder), note: (line) => log(`core: ${line}`) }),
    connect: () => connectControl(folders, host),
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    elapsed: () => performance.now(),
    log,
    limits: { ...LIMITS, ...limits },
  });
}

const lookAt: LookAt = (path) => {
  if (!isAllowed(path, constants.F_OK)) return 'absent';
  return isAllowed(path, constants.X_OK) ? 'executable' : 'present';
};

/** The person's home folder, else the root of the disk: a home that is not there, or on a drive that is gone, is no reason for a core not to start. */
function startFolder(home: string): string {
  return isAllowed(home, constants.X_OK) && statSync(home).isDirectory() ? home : parse(process.execPath).root;
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    // ENOENT or EACCES: that is the answer.
    return false;
  }
}
