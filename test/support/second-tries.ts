import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';

/** Where the tests that passed only when tried again are listed, for the end of the run. */
export const SECOND_TRIES = join(resolve(import.meta.dirname, '..', '..'), '.cache', 'test', 'second-tries.json');

export interface SecondTry {
  readonly test: string;
  /** First line of what went wrong the first time. */
  readonly why: string;
}

/**
 * Lists the tests that failed once and then passed. A run of many minutes over real sockets, browsers and agents shares its machine with others, and one late answer
 * must not spend all of it; but each such test hides a fault, of the product or its own, so it is named at the end with what went wrong.
 */
export default class SecondTries implements Reporter {
  readonly #found: SecondTry[] = [];

  onTestCaseResult(testCase: TestCase): void {
    if (testCase.diagnostic()?.flaky !== true) return;
    const [first] = testCase.result().errors ?? [];
    const [why = ''] = (first?.message ?? '').split('\n');
    this.#found.push({ test: `${testCase.module.relativeModuleId} > ${testCase.fullName}`, why });
  }

  onTestRunEnd(): void {
    mkdirSync(dirname(SECOND_TRIES), { recursive: true });
    writeFileSync(SECOND_TRIES, JSON.stringify(this.#found));
  }
}
