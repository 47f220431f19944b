import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createCore } from '../main/core/core.ts';
import { foldersOf } from '../main/core/host/folders.ts';
import { realHost } from '../main/core/host/real-host.ts';
import { type Bench, median } from './bench.ts';
import { openMkcert } from './load/mkcert.ts';

const COUNT = 1000;

/** A thousand mkcert processes would take longer than anybody wants to wait: so many are measured, and the median counted a thousand times. */
const MKCERT_RUNS = 51;

/** A thousand P-256 certificates kept in a workspace in one go, each with its key sealed and synced to disk; and how long the event loop stood still meanwhile. */
export const bench: Bench = {
  name: 'a thousand certificates in one go',
  target: '≤ 0.25 × a thousand `mkcert -ecdsa`; event loop never held above 50 ms',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'sealwire-bench-'));
    const core = await createCore({
      host: realHost({ HOME: home, PATH: process.env.PATH }),
      folders: foldersOf(home),
      workspace: 'default',
      facts: { version: '0', home, startedIn: home, command: 'sealwire', script: '/opt/sealwire/sealwire' },
      control: { stop: () => undefined, link: () => null },
      endpoint: { port: 0, auth: 'token', durable: false },
      isInteractive: true,
    });
    await core.handlers['init.run']({
      vault: 'passphrase',
      passphrase: 'correct horse battery',
      constraints: true,
      domains: [],
      listen: false,
    });
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const turns = watchTurns();
    const startedAt = performance.now();
    await core.handlers['certificate.issueMany']({
      job: 'bench',
      wishes: Array.from({ length: COUNT }, (_, at) => ({
        names: [`host-${at}.test`, '127.0.0.1'],
        kind: 'server' as const,
        key: 'ec-p256' as const,
      })),
    });
    const figure = performance.now() - startedAt;
    delay.disable();
    const longestTurn = turns.end();
    await core.close();
    rmSync(home, { recursive: true, force: true });
    const mkcert = openMkcert();
    const theirs = Array.from({ length: mkcert === null ? 0 : MKCERT_RUNS }, () => mkcert?.issueMs(['-ecdsa']) ?? 0);
    mkcert?.remove();
    return [
      {
        name: `${COUNT} P-256 certificates, kept`,
        figure,
        unit: 'ms',
        ...(mkcert === null
          ? { note: 'mkcert is not installed' }
          : { peer: { name: `${COUNT} × mkcert -ecdsa`, figure: COUNT * median(theirs) } }),
      },
      { name: 'longest that the event loop stood still meanwhile', figure: delay.max / 1e6, unit: 'ms' },
      {
        name: 'longest turn of the event loop',
        figure: longestTurn,
        unit: 'ms',
        note: 'processor time of the main thread, so what other programs take does not count',
      },
    ];
  },
};

/** Watches how much processor time this thread takes between two turns of its event loop; `end` answers the most, in milliseconds. */
function watchTurns(): { end(): number } {
  let last = process.threadCpuUsage();
  let most = 0;
  let isWatching = true;
  const look = (): void => {
    const { user, system } = process.threadCpuUsage(last);
    most = Math.max(most, (user + system) / 1000);
    last = process.threadCpuUsage();
    if (isWatching) setImmediate(look);
  };
  setImmediate(look);
  return {
    end: () => {
      isWatching = false;
      return most;
    },
  };
}
