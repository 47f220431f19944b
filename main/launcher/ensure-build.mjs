import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCurrent } from './build-stamp.mjs';
import { withProgress } from './progress.mjs';
import { explainWrite, SetupFailure } from './setup-failure.mjs';

/** Builds interface and command line where they were not built from these very sources. */
export async function ensureBuild(root, node) {
  if (isCurrent(root, 'ui') && isCurrent(root, 'cli')) return;
  makeDist(root);
  await withProgress('Building the interface (once)', () =>
    build(root, node, ['--interface', '--cli'], {
      what: 'The interface',
      fix: 'Put the sources back as they were (git status shows what changed), or start without it: ./sealwire up --no-ui',
    }),
  );
}

/** Builds what runs inside Electron where it was not built from these very sources. */
export async function ensureShell(root, node) {
  if (isCurrent(root, 'shell')) return;
  makeDist(root);
  await withProgress('Building the window (once)', () =>
    build(root, node, ['--shell'], {
      what: 'The window',
      fix: 'Put the sources back as they were (git status shows what changed), or start without it: npm start -- --browser',
    }),
  );
}

function makeDist(root) {
  try {
    mkdirSync(join(root, 'dist'), { recursive: true });
  } catch (error) {
    throw explainWrite(error, root);
  }
}

/** In a process of its own: the bundler's memory is given back before Sealwire starts. */
function build(root, node, args, { what, fix }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(root, 'main', 'launcher', 'build.ts'), ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new SetupFailure(`${what} could not be built:\n${stderr.trim()}`, fix));
    });
  });
}
