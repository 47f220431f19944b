import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Client } from '../../main/contract/index.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { entry } from './entry.ts';
import { plainEnvironment } from './running-sealwire.ts';

/** A Sealwire with its interface, in a session with a real unlocked keychain where there is one, that waits for the click. */
export interface ClickableSealwire {
  readonly home: string;
  readonly link: string;
  readonly client: Client;
  /** What a person's shell in that session has: enough for `sealwire token show` to find this instance. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Unlocks a fresh keyring as a login does, then becomes the command after it. */
const SESSION = 'echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"';

/**
 * Starts `sealwire up --ui` and waits for its link. `as` names the home folder of a person, so that a picture shows the paths and the port that people
 * see; without it everything is temporary.
 */
export async function startForClick({ as = null }: { readonly as?: string | null } = {}): Promise<ClickableSealwire> {
  const folder = as ?? mkdtempSync(join(tmpdir(), 'sealwire-click-'));
  const home = join(folder, '.local', 'share', 'sealwire');
  const runtime = join(folder, 'runtime');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const env = { ...plainEnvironment(folder), SEALWIRE_HOME: home, XDG_RUNTIME_DIR: runtime };
  const up = [process.execPath, entry, 'up', '--json', '--ui', '--no-open'];
  const child = spawn(
    'dbus-run-session',
    ['--', 'sh', '-c', SESSION, 'sh', ...up, '--port', as === null ? '0' : '8200'],
    {
      env,
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const line = await firstLine(child);
  const said: unknown = JSON.parse(line);
  if (typeof said !== 'object' || said === null || !('ui' in said) || typeof said.ui !== 'string') {
    throw new Error(`no link in the first line: ${line}`);
  }
  const client = await connectControl(foldersOf(home), realHost(env));
  if (client === null) throw new Error('nobody answers on the control socket');
  return {
    home,
    link: said.ui,
    client,
    env,
    stop: async () => {
      const ended = once(child, 'exit');
      await client.call('app.stop', {});
      await client.close();
      await ended;
      if (as === null) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Rejects where the process cannot be started or ends without a word. */
async function firstLine(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  const lines = createInterface({ input: child.stdout });
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  const ended = once(lines, 'close').then(() => Promise.reject(new Error('it ended before it printed a link')));
  const [line]: string[] = await Promise.race([once(lines, 'line'), failed, ended]);
  return line ?? '';
}
