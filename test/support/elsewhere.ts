import type { ExecResult, Host } from '../../main/core/host/host.ts';
import { memoryDisk } from '../../main/core/host/memory-disk.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import type { TrustStoreKind } from '../../main/core/trust/trust-store.ts';
import { withoutReaders } from './cuttable-host.ts';
import { type BenchAuthority, benchAuthority, type TrustBench, trustBench } from './trust-bench.ts';

export type Tool = (file: string, args: readonly string[]) => Partial<ExecResult>;

/** What a program said. */
export const said = (stdout: string, code = 0, stderr = ''): ExecResult => ({ code, stdout, stderr, failure: null });

/** A machine of another system, in memory, with its tools imitated in the words that they use. None of this is proven on the real system. */
export interface Elsewhere {
  readonly host: Host;
  readonly pair: BenchAuthority;
  readonly calls: string[][];
  open(kinds: readonly TrustStoreKind[], host?: Host): TrustBench;
}

export async function elsewhere(
  change: Partial<Host>,
  tool: Tool,
  files: Readonly<Record<string, string>> = {},
): Promise<Elsewhere> {
  const calls: string[][] = [];
  const disk = memoryDisk();
  const home = '/home/ada/sealwire';
  disk.makeFolder(home, 0o700);
  for (const [path, content] of Object.entries(files)) {
    disk.makeFolder(path.replace(/[\\/][^\\/]*$/, ''), 0o755);
    if (content !== '') disk.create(path, Buffer.from(content), 0o755);
  }
  const host: Host = {
    ...realHost({}),
    env: {},
    homeFolder: '/home/ada',
    userId: 501,
    ...change,
    disk,
    exec: async (file, args) => {
      calls.push([file, ...args]);
      return { ...said(''), ...tool(file, args) };
    },
  };
  const pair = await benchAuthority(host, home);
  return { host, pair, calls, open: (kinds, on = host) => trustBench(on, home, withoutReaders(kinds), pair) };
}
