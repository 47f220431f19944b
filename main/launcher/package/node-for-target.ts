import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PINNED_NODE, type PinnedNode, runsTypeScript } from '../pinned-node.mjs';
import { SetupFailure } from '../setup-failure.mjs';
import { binaryTarget } from './binary-target.ts';
import { fetchPacked } from './fetch-packed.ts';
import { type Target, targetName } from './target.ts';

/**
 * Path of the Node binary that ships for a target. `given` is `SEALWIRE_PACKAGE_NODE`: one path, or several with the PATH's separator between them; the one
 * that was built for the target is taken. Without one it is the pinned Node, fetched once through npm and checked. Throws a `SetupFailure` where neither is.
 */
export async function nodeForTarget(
  root: string,
  target: Target,
  given: string | undefined,
  table: Readonly<Record<string, PinnedNode>> = PINNED_NODE,
): Promise<string> {
  const paths = (given ?? '').split(delimiter).filter((path) => path !== '');
  const fitting = paths.find((path) => isFor(target, path));
  if (fitting !== undefined) return checked(fitting, target);
  const pinned = table[targetName(target)];
  if (pinned === undefined) {
    throw new SetupFailure(
      `There is no pinned Node for ${targetName(target)}${paths.length === 0 ? '' : `, and ${paths.join(' and ')} ${paths.length === 1 ? 'was' : 'were'} not built for it`}.`,
      `Start again with SEALWIRE_PACKAGE_NODE=<path of a Node 22.18 or later for ${targetName(target)}>, or leave that target out.`,
    );
  }
  const folder = join(root, '.cache', 'package', 'node', `${pinned.version}-${targetName(target)}`);
  const packed = {
    name: pinned.package,
    version: pinned.version,
    integrity: pinned.integrity,
    files: { [pinned.binary]: 0o755 },
  };
  await fetchPacked(root, packed, folder);
  return join(folder, pinned.binary.split('/').at(-1) ?? '');
}

function isFor(target: Target, path: string): boolean {
  const found = binaryTarget(startOf(path));
  return found !== null && targetName(found) === targetName(target);
}

/** A Node that this machine can run also has to be new enough; one for another system is taken at its word. */
function checked(path: string, target: Target): string {
  if (target.platform !== process.platform || target.arch !== process.arch) return path;
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
  if (runsTypeScript(version)) return path;
  throw new SetupFailure(
    `${path} is Node ${version}, and Sealwire needs 22.18 or later.`,
    'Name a newer one in SEALWIRE_PACKAGE_NODE.',
  );
}

function startOf(path: string): Buffer {
  const start = Buffer.alloc(1024);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new SetupFailure(
      `SEALWIRE_PACKAGE_NODE names ${path}, which cannot be read.`,
      'Give the path of a Node binary.',
      {
        cause,
      },
    );
  }
  try {
    return start.subarray(0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}
