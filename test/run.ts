import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareMachine } from './support/prepare-machine.ts';
import { SECOND_TRIES, type SecondTry } from './support/second-tries.ts';
import { TIERS, tierOf } from './support/tiers.ts';

/*
 * The test command: prepares what the machine lacks, type-checks and lints, runs every tier, and ends with one counted line.
 * `npm test -- test/core` runs the files of that folder alone; `--long` adds the long fuzzing, kill and soak runs.
 */

const root = resolve(import.meta.dirname, '..');

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean', default: false } },
});
const whole = positionals.length === 0;
const env = { ...process.env, ...(values.long ? { SEALWIRE_LONG: '1' } : {}) };

for (const line of prepareMachine(root, { needsInterface: whole || positionals.some((path) => path.includes('e2e')) }))
  console.log(line);

const checks = whole
  ? [runCheck('types', ['tsc', '--noEmit']), runCheck('style', ['biome', 'ci', '--colors=off', '.'])]
  : [];
const { report, isClean } = runVitest();
printTiers(report);
printSecondTries();

const failedFiles = report.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length;
// A worker that died, or an error outside any test, fails the run without failing a test.
const strayFailures = isClean || report.numFailedTests + failedFiles > 0 ? 0 : 1;
if (strayFailures > 0) console.log('FAILED  an error outside the tests; vitest says above which');
const passed = report.numPassedTests + checks.filter(Boolean).length;
const failed = report.numFailedTests + failedFiles + strayFailures + checks.filter((ok) => !ok).length;
console.log(`${passed} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function runCheck(title: string, command: readonly string[]): boolean {
  const [name = '', ...args] = command;
  const result = spawnSync(join(root, 'node_modules', '.bin', name), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`${result.status === 0 ? 'ok' : 'FAILED'}  ${title}: ${command.join(' ')}`);
  return result.status === 0;
}

function runVitest(): { readonly report: Report; readonly isClean: boolean } {
  const folder = join(root, '.cache', 'test');
  const output = join(folder, 'report.json');
  mkdirSync(folder, { recursive: true });
  rmSync(output, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  rmSync(SECOND_TRIES, { force: true });
  const reporters = ['default', 'json', join(import.meta.dirname, 'support', 'second-tries.ts')];
  const args = [
    'run',
    ...positionals,
    '--retry=1',
    ...reporters.map((each) => `--reporter=${each}`),
    `--outputFile.json=${output}`,
  ];
  const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: root, env, stdio: 'inherit' });
  return { report: JSON.parse(readFileSync(output, 'utf8')) as Report, isClean: status === 0 };
}

/** One line a tier, and every skipped test by name, whose title says what it lacked. */
function printTiers(outcome: Report): void {
  console.log('');
  for (const tier of TIERS) {
    const tests = outcome.testResults
      .filter((file) => tierOf(relative(root, file.name)) === tier)
      .flatMap((file) => file.assertionResults);
    const count = (status: string): number => tests.filter((each) => each.status === status).length;
    const skipped = tests.filter((each) => each.status !== 'passed' && each.status !== 'failed');
    console.log(
      `${tier.id.padEnd(4)} ${tier.proves}: ${count('passed')} passed, ${count('failed')} failed, ${skipped.length} skipped`,
    );
    for (const each of skipped) console.log(`     skipped: ${each.fullName}`);
  }
  console.log('');
}

/** Every test that failed once and then passed, with what went wrong. */
function printSecondTries(): void {
  const found: readonly SecondTry[] = existsSync(SECOND_TRIES) ? JSON.parse(readFileSync(SECOND_TRIES, 'utf8')) : [];
  for (const { test, why } of found) console.log(`passed only when tried again: ${test}\n     the first time: ${why}`);
  if (found.length > 0) console.log('');
}
