import { fail } from '../../contract/index.ts';
import type { ExecResult } from '../host/host.ts';

/** What a tool said when it failed, in one line: its last words, or why it could not be started. */
export function lastWords({ stdout, stderr, failure, code }: ExecResult): string {
  if (failure !== null) return failure;
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').at(-1) ?? `it ended with the exit code ${code}`;
}

/** A store that could not be changed; `why` completes "<store> could not be changed: …". */
export function storeFailed(store: string, why: string, fix: string): Error {
  return fail('TRUST_FAILED', { store, why: why.replace(/\.$/, ''), fix });
}
