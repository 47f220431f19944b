import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { withProgress } from './progress.mjs';
import { explainWrite } from './setup-failure.mjs';

/**
 * Lets npm install what `package-lock.json` names where that is not what `node_modules` holds. It runs under the Node that will use the packages:
 * npm leaves out optional native packages whose `engines` do not fit the Node that it runs on. Without `withTools`, what only tests and packages need stays
 * out, which is more than half of it.
 */
export async function ensurePackages(root, node, { withTools = false } = {}) {
  const problem = packagesProblem(root, { withTools });
  if (problem === null) return;
  const omitted = withTools ? [] : ['--omit=dev'];
  await withProgress(`Installing packages (${problem})`, () =>
    runNpm(['ci', ...omitted, '--no-audit', '--no-fund', '--loglevel=error'], {
      root,
      node,
      purpose: 'install the packages that Sealwire is made of',
    }),
  );
  try {
    writeFileSync(stampPath(root), lockHash(root));
  } catch (error) {
    throw explainWrite(error, root);
  }
}

/**
 * Why the installed packages are not the locked ones, in a few words, or null. npm writes its own account of what it installed last of all, so an
 * interrupted installation shows as none. Optional packages that stayed out of our own last installation are not asked for again; packages that are only
 * somebody's peers are left out by `.npmrc` (the Squirrel installer, 37 MB that no target of ours uses).
 */
export function packagesProblem(root, { withTools = false } = {}) {
  const installed = lockIn(join(root, 'node_modules', '.package-lock.json'));
  if (installed === null)
    return existsSync(join(root, 'node_modules')) ? 'an earlier installation was interrupted' : 'first start';
  const wanted = lockIn(join(root, 'package-lock.json')) ?? {};
  const isOurs = isStamped(root);
  const differing = Object.entries(wanted).find(([path, entry]) => {
    if (path === '' || entry.link === true || entry.peer === true || (entry.dev === true && !withTools)) return false;
    const there = installed[path];
    if (there === undefined) return !((entry.optional || entry.devOptional) && (isOurs || !fitsHere(entry)));
    return there.version !== entry.version || there.integrity !== entry.integrity || !existsSync(join(root, path));
  });
  return differing === undefined
    ? null
    : `${differing[0].replace(/^node_modules\//, '')} is missing or not the locked version`;
}

function lockIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    // Not there, or cut off in the middle: as good as not installed.
    return null;
  }
}

function stampPath(root) {
  return join(root, 'node_modules', '.sealwire-installed');
}

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isStamped(root) {
  const path = stampPath(root);
  return existsSync(path) && readFileSync(path, 'utf8') === lockHash(root);
}

/**
 * Whether an optional package is the native one for this platform, by npm's own rule: `os`, `cpu` and `libc`, each a list that may exclude with `!`.
 * One that names none of them is needed only by others that are optional, so its absence says nothing.
 */
function fitsHere({ os, cpu, libc }) {
  if (os === undefined && cpu === undefined) return false;
  return allows(os, process.platform) && allows(cpu, process.arch) && (libc === undefined || allows(libc, ownLibc()));
}

function allows(list, own) {
  if (list === undefined) return true;
  const isExcluded = list.includes(`!${own}`);
  const included = list.filter((name) => !name.startsWith('!'));
  return !isExcluded && (included.length === 0 || included.includes(own) || included.includes('any'));
}

function ownLibc() {
  if (process.platform !== 'linux') return 'none';
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}
