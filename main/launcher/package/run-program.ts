import { spawnSync } from 'node:child_process';
import { SetupFailure } from '../setup-failure.mjs';

/** Runs a packaging tool to its end. Throws a `SetupFailure` that names the Debian package where the tool is missing, or what it said where it failed. */
export function runProgram(program: string, args: readonly string[], debianPackage: string): void {
  const result = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (result.error !== undefined) {
    throw new SetupFailure(
      `${program} is not on the PATH, and this package is made with it.`,
      `Install it (on Debian and Ubuntu: apt install ${debianPackage}), and start again.`,
      { cause: result.error },
    );
  }
  if (result.status !== 0) {
    throw new SetupFailure(
      `${program} failed:\n${`${result.stderr}${result.stdout}`.trim()}`,
      'Mend that and start again.',
    );
  }
}
