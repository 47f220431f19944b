import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { explainWrite } from './setup-failure.mjs';

const AGAIN_MS = 200;

/** Does `work` while no other start sets this clone up. A lock whose process is gone is taken over. */
export async function withSetupLock(root, work) {
  const path = join(root, '.cache', 'setup.pid');
  for (let hasSaid = false; !taken(root, path); hasSaid = true) {
    if (!hasSaid) process.stderr.write('Another start is setting Sealwire up; waiting for it.\n');
    await pause(AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function taken(root, path) {
  try {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw explainWrite(error, root);
    if (!isAlive(Number(readFileSync(path, 'utf8')))) rmSync(path, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
