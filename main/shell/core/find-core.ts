import { join } from 'node:path';
import type { DesktopProblem } from '../../contract/desktop.ts';

/** A Node binary and the program that it is to run as the core. */
export interface CoreProgram {
  readonly node: string;
  readonly program: string;
}

export type FoundCore = { readonly found: CoreProgram } | { readonly problem: DesktopProblem };

/** How a path looks from here: there or not, and whether it may be run. */
export type LookAt = (path: string) => 'absent' | 'present' | 'executable';

/**
 * Where the core of this shell is. A package has its own Node beside the archive; in a clone the launcher names the Node that it chose, and the bundle is
 * taken before the sources.
 */
export function findCore(options: {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** The package's `resources` folder. */
  readonly resources: string;
  /** The clone. */
  readonly root: string;
  /** What the launcher said in `SEALWIRE_NODE`. */
  readonly node: string | undefined;
  readonly lookAt: LookAt;
}): FoundCore {
  return options.isPackaged ? inPackage(options) : inClone(options);
}

function inPackage({ platform, resources, lookAt }: Parameters<typeof findCore>[0]): FoundCore {
  const node = join(resources, 'node', platform === 'win32' ? 'node.exe' : 'node');
  const program = join(resources, 'core', 'dist', 'cli', 'core.js');
  const missing = [node, program].find((path) => lookAt(path) === 'absent');
  if (missing !== undefined)
    return unusable(`A part of Sealwire is missing: ${missing}.`, 'Install Sealwire again; what you made stays.');
  if (lookAt(node) !== 'executable')
    return unusable(`${node} may not be run by you.`, 'Install Sealwire again, or let your user run that file.');
  return { found: { node, program } };
}

function inClone({ root, node, lookAt }: Parameters<typeof findCore>[0]): FoundCore {
  if (node === undefined || node === '')
    return unusable('The window was not told which Node runs the core.', 'Start it with `npm start`.');
  const look = lookAt(node);
  if (look === 'absent') return unusable(`There is no Node at ${node}.`, 'Start Sealwire again with `npm start`.');
  if (look !== 'executable') return unusable(`${node} may not be run by you.`, 'Let your user run that file.');
  const program = [join(root, 'dist', 'cli', 'core.js'), join(root, 'main', 'entry', 'core.ts')].find(
    (path) => lookAt(path) !== 'absent',
  );
  if (program === undefined)
    return unusable(
      `A part of Sealwire is missing in ${root}.`,
      'Put the clone back as it was (`git status` shows what is gone).',
    );
  return { found: { node, program } };
}

/** Restarting looks again, so it is the way on once the cause is gone. */
function unusable(message: string, fix: string): FoundCore {
  return { problem: { message, fix, canRestart: true } };
}
