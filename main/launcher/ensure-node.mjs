import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runNpm } from './npm.mjs';
import { PINNED_NODE, runsTypeScript } from './pinned-node.mjs';
import { withProgress } from './progress.mjs';
import { explainWrite, SetupFailure } from './setup-failure.mjs';
import { untarOne } from './untar-one.mjs';

const OWN_PLATFORM = `${process.platform}-${process.arch}`;

/** A Node that runs Sealwire and needs no fetching, or null. */
export function nodeAtHand(root, { version = process.version, platform = OWN_PLATFORM, table = PINNED_NODE } = {}) {
  if (runsTypeScript(version)) return process.execPath;
  const pinned = table[platform];
  if (pinned === undefined) return null;
  const binary = binaryPath(root, platform, pinned);
  return existsSync(binary) ? binary : null;
}

/**
 * Path of a Node that runs Sealwire: this one where it is new enough, else the pinned one in `.cache/node`, which is fetched through npm when it is not
 * there yet. Its tarball is checked against our own table before anything of it is unpacked.
 */
export async function ensureNode(root, known = {}) {
  const { version = process.version, platform = OWN_PLATFORM, table = PINNED_NODE } = known;
  const atHand = nodeAtHand(root, known);
  if (atHand !== null) return atHand;
  const pinned = table[platform];
  if (pinned === undefined) {
    throw new SetupFailure(
      `Sealwire needs Node 22.18 or later; this is Node ${version}, and for ${platform} it cannot fetch a newer one by itself.`,
      'Install the current LTS from https://nodejs.org (or: brew install node), and start again.',
    );
  }
  const binary = binaryPath(root, platform, pinned);
  const what = `This is Node ${version}; fetching Node ${pinned.version} for Sealwire alone (about 50 MB, once)`;
  await withProgress(what, () => fetchNode(root, pinned, binary));
  return binary;
}

/** Everything happens in a folder of its own, which is renamed into place last: an interrupted start leaves nothing that looks whole. */
async function fetchNode(root, pinned, binary) {
  const home = dirname(binary);
  const part = `${home}.${process.pid}.part`;
  try {
    mkdirSync(part, { recursive: true });
    const spec = `${pinned.package}@${pinned.version}`;
    await runNpm(['pack', spec, '--loglevel=error', '--ignore-scripts', '--pack-destination', part], {
      root,
      cwd: part,
      purpose: `fetch Node ${pinned.version}`,
    });
    const archive = readdirSync(part).find((name) => name.endsWith('.tgz'));
    if (archive === undefined)
      throw new SetupFailure(
        `npm fetched no ${spec}.`,
        'Start again; if it stays so, install Node 22.18 or later yourself.',
      );
    const found = await integrityOf(join(part, archive));
    if (found !== pinned.integrity) {
      throw new SetupFailure(
        `The Node that was fetched (${spec}) is not the one that Sealwire was checked with, so it was not run.`,
        `Find out which registry or proxy npm uses here (npm config get registry), or install Node 22.18 or later yourself. Expected ${pinned.integrity}, got ${found}.`,
      );
    }
    if (!(await untarOne(join(part, archive), `package/${pinned.binary}`, join(part, basename(binary))))) {
      throw new SetupFailure(
        `${spec} holds no ${pinned.binary}.`,
        'Install Node 22.18 or later yourself, and start again.',
      );
    }
    rmSync(join(part, archive));
    mkdirSync(dirname(home), { recursive: true });
    if (existsSync(home)) rmSync(home, { recursive: true, force: true });
    renameSync(part, home);
  } catch (error) {
    throw explainWrite(error, root);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function binaryPath(root, platform, { version, binary }) {
  return join(root, '.cache', 'node', `${version}-${platform}`, basename(binary));
}

async function integrityOf(path) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}
