import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './install-once.ts';
import { isOnPath } from './prepare-machine.ts';

/** zlint has two thousand files to compile: half a minute on two free cores. */
const BUILDING_MS = 600_000;

/** Where the archive of go.dev puts it, also where nobody has put it on the PATH. */
const USUAL_FOLDER = '/usr/local/go/bin';

/** A program that was built from Go modules, or in one sentence why there is none. */
export type GoProgram = { readonly file: string } | { readonly problem: string };

/**
 * Builds the program `target` (a package, `.` for the sources themselves) once into `.cache/<kind>`. `sources` are files by name, a `go.mod` with exact versions among them.
 */
export function installGo(
  kind: string,
  name: string,
  target: string,
  sources: Readonly<Record<string, string>>,
): GoProgram {
  const go = isOnPath('go') ? 'go' : join(USUAL_FOLDER, 'go');
  try {
    execFileSync(go, ['version'], { stdio: 'ignore' });
  } catch {
    // ENOENT: there is no Go, which is what the skipped tests say.
    return { problem: 'this machine lacks Go' };
  }
  try {
    const installed = installOnce(kind, name, JSON.stringify({ target, sources }), (folder) => {
      const source = join(folder, 'source');
      mkdirSync(source);
      for (const [file, text] of Object.entries(sources)) writeFileSync(join(source, file), text);
      const env = { ...process.env, CGO_ENABLED: '0' };
      execFileSync(go, ['build', '-mod=mod', '-trimpath', '-o', join(folder, name), target], {
        cwd: source,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: BUILDING_MS,
      });
    });
    return { file: join(installed, name) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { problem: `${name} could not be built: ${text.trim().split('\n').at(-1)}` };
  }
}
