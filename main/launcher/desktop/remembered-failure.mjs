import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DAY_MS = 24 * 60 * 60 * 1000;

/** `{ at, version, because }` of the fetch of this version of Electron that failed within the last day, else null. */
export function rememberedFailure(root, version, now = Date.now()) {
  try {
    const failure = JSON.parse(readFileSync(pathIn(root), 'utf8'));
    const ageMs = now - failure.at;
    const isRecent = ageMs >= 0 && ageMs < DAY_MS;
    return isRecent && failure.version === version && typeof failure.because === 'string' ? failure : null;
  } catch {
    // Nothing failed yet, or what was written is damaged: the next start just tries.
    return null;
  }
}

export function rememberFailure(root, failure) {
  mkdirSync(dirname(pathIn(root)), { recursive: true });
  writeFileSync(pathIn(root), JSON.stringify(failure));
}

export function forgetFailure(root) {
  rmSync(pathIn(root), { force: true });
}

function pathIn(root) {
  return join(root, '.cache', 'electron-failure.json');
}
