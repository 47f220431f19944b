import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** mkcert with a CA of its own, as the peer of what makes certificates. */
export interface Mkcert {
  /** Milliseconds that a whole process takes which makes a leaf, or with `freshCa` a CA and a leaf. */
  issueMs(options: readonly string[], freshCa?: boolean): number;
  remove(): void;
}

/** Null where mkcert is not installed (Debian has it as a package of that name). */
export function openMkcert(): Mkcert | null {
  if (spawnSync('mkcert', ['-version']).error !== undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-mkcert-'));
  const run = (root: string, options: readonly string[]): number => {
    const files = ['-cert-file', join(folder, 'leaf.pem'), '-key-file', join(folder, 'leaf.key')];
    const startedAt = performance.now();
    const { status, stderr } = spawnSync('mkcert', [...options, ...files, 'localhost', '127.0.0.1', '::1'], {
      env: { ...process.env, CAROOT: root, HOME: folder },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`mkcert ended with ${status}: ${stderr}`);
    return performance.now() - startedAt;
  };
  const root = join(folder, 'root');
  run(root, []);
  return {
    issueMs: (options, freshCa = false) =>
      freshCa ? run(mkdtempSync(join(folder, 'root-')), options) : run(root, options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
