import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built, root, sources } from '../support/entry.ts';
import { type RunningSealwire, runToEnd, startSealwire } from '../support/running-sealwire.ts';

let sealwire: RunningSealwire;
beforeAll(async () => {
  spawnSync(process.execPath, [join(root, 'main', 'launcher', 'build.ts'), '--cli'], { stdio: 'inherit' });
  sealwire = await startSealwire({ entry: sources });
});
afterAll(() => sealwire.stop());

const bundled = (
  args: readonly string[],
  env = sealwire.env,
): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  runToEnd(process.execPath, [built, ...args], { env, cwd: sealwire.home });

describe('the built command line', () => {
  test.each([
    [['help']],
    [['token', 'show']],
    [['agent', 'list', '--json']],
    [['agent', 'show', 'nodejs', '--as', 'kubernetes']],
    [['agent', 'show', 'python', '--as', 'systemd', '--json']],
    [['tokn', 'show']],
  ])('answers %j as the sources do', async (args) => {
    expect(await bundled(args)).toEqual(await sealwire.cli(args));
  });

  test('runs an instance with its workers, its agents and its probe', async () => {
    const env = { ...sealwire.env, SEALWIRE_HOME: join(sealwire.home, 'built') };

    const up = await bundled(['up', '--background', '--json', '--no-ui', '--port', '0'], env);
    const probe = await bundled(['probe', '--json'], env);
    const events = await bundled(['events', 'list', '--json'], env);
    const agents = await bundled(['agent', 'list', '--json'], env);
    const stopped = await bundled(['stop'], env);

    expect(JSON.parse(up.stdout)).toMatchObject({ event: 'ready', vault: 'passphrase' });
    expect([probe.code, probe.stderr]).toEqual([0, '']);
    expect(events.stdout.trim().split('\n')).toHaveLength(2);
    expect(JSON.parse(agents.stdout).agents.length).toBeGreaterThan(1);
    expect(stopped.stdout).toBe('Sealwire has stopped.\n');
  });

  test('imports no node:http, which would load all of fetch with it', () => {
    const folder = dirname(built);
    const chunks = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const texts = chunks.map((name) => readFileSync(join(folder, name), 'utf8'));

    expect(texts.filter((text) => /from\s*["']node:http["']/.test(text))).toEqual([]);
    expect(texts.filter((text) => /process\.getBuiltinModule\(["']node:http["']\)/.test(text))).not.toEqual([]);
  });
});
