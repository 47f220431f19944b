import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { HoldJob, HoldResult } from './hold-process.ts';

/** Connections that are held open. */
export interface Held {
  /** Lets them go; what had become of them by then. */
  release(): Promise<HoldResult>;
}

/** Opens connections in a process of their own and resolves when all of them are. Rejects where that fails. */
export async function holdConnections(job: HoldJob): Promise<Held> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'hold-process.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.stdout === null || child.stdin === null) throw new Error('the process that holds connections has no pipes');
  const { stdin } = child;
  const lines: AsyncIterator<string, undefined> = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  stdin.write(`${JSON.stringify(job)}\n`);
  const first = await lines.next();
  if (first.value !== 'open') throw new Error('the connections could not be opened');
  return {
    async release() {
      stdin.end();
      const last: IteratorResult<string, undefined> = await lines.next();
      if (last.done) throw new Error('the process that held connections said nothing of them');
      if (child.exitCode === null) await once(child, 'exit');
      return JSON.parse(last.value);
    },
  };
}
