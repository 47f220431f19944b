import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Folders, foldersOf } from '../../main/core/host/folders.ts';

/** Folders of a home that exists only for the test that asks for it. */
export function tempHome(): Folders {
  const home = mkdtempSync(join(tmpdir(), 'sealwire-test-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return foldersOf(home);
}
