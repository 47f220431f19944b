import { join } from 'node:path';
import { isCurrent } from './build-stamp.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureNode, nodeAtHand } from './ensure-node.mjs';
import { ensurePackages, packagesProblem } from './ensure-packages.mjs';
import { withSetupLock } from './setup-lock.mjs';

/**
 * Resolves to a Node that can run Sealwire, with the packages that it is made of installed and, where it is asked for, those of its tests, and interface
 * and command line built. Says nothing and writes nothing where all of that is there.
 */
export async function prepare(root, { needsBuild = false, needsTools = false } = {}) {
  const node = nodeAtHand(root);
  if (node !== null && packagesProblem(root, { withTools: needsTools }) === null && (!needsBuild || isBuilt(root)))
    return node;
  return withSetupLock(root, async () => {
    const ensured = await ensureNode(root);
    await ensurePackages(root, ensured, { withTools: needsTools });
    if (needsBuild) await ensureBuild(root, ensured);
    return ensured;
  });
}

/** The command line to start: the built one where it was made from these very sources, else the sources. */
export function commandLine(root) {
  return isCurrent(root, 'cli') ? join(root, 'dist', 'cli', 'sealwire.js') : join(root, 'main', 'entry', 'cli.ts');
}

function isBuilt(root) {
  return isCurrent(root, 'ui') && isCurrent(root, 'cli');
}
