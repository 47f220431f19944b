import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandNames, loadCommand } from '../../main/cli/catalogue.ts';
import { commandHome } from './command-process.ts';

const at = commandHome();
afterAll(() => at.close());

describe('help', () => {
  test('lists every command, from what each says about itself', async () => {
    const { code, stdout } = await at.run();

    expect(code).toBe(0);
    for (const name of commandNames()) expect(stdout).toContain(`\n  ${name}`);
    await expect(stdout).toMatchFileSnapshot('golden/help.txt');
  });

  test.each([
    [['token', '--help'], 'help-token.txt'],
    [['token', 'show', '--help'], 'help-token-show.txt'],
    [['help', 'up'], 'help-up.txt'],
    [['run', '--help'], 'help-run.txt'],
    [['doctor', '--help'], 'help-doctor.txt'],
  ])('explains %j', async (args, golden) => {
    const { code, stdout, stderr } = await at.run(...args);

    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(`golden/${golden}`);
  });

  test('is JSON for scripts that ask', async () => {
    const { stdout } = await at.run('help', 'token', '--json');

    const { commands } = JSON.parse(stdout);
    expect(commands.map(({ name }: { name: string }) => name)).toEqual(
      ['list', 'new', 'plan', 'retire', 'rotate', 'show'].map((name) => `token ${name}`),
    );
  });

  test('needs no more than a file: each command exports its meta and its run', async () => {
    for (const name of commandNames()) {
      const { meta, run } = await loadCommand(name);

      expect(meta.summary, name).toMatch(/^[A-Z].*[^.]$/);
      expect(run, name).toBeTypeOf('function');
    }
  });
});

/** How the command is typed where it is not on the PATH. */
const SEALWIRE = resolve(import.meta.dirname, '../../sealwire');

describe('what is mistyped', () => {
  test.each([
    [['stauts'], `Did you mean: ${SEALWIRE} status`],
    [['token', 'lst'], `Did you mean: ${SEALWIRE} token list`],
    [['status', '--jsno'], 'Did you mean: --json'],
    [['wait-for', '--step', 'reportng'], 'Did you mean: --step reporting'],
    [['up', '--mirror', 'http://a'], `See what it takes: ${SEALWIRE} up --help`],
    [['help', 'xyzzy'], `See them all: ${SEALWIRE} help`],
    [['help', 'tokn'], `Did you mean: ${SEALWIRE} help token`],
  ])('exits 2 with the nearest: %j', async (args, fix) => {
    const { code, stdout, stderr } = await at.run(...args);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(fix);
  });

  test('is JSON on stderr with --json', async () => {
    const { code, stderr } = await at.run('stauts', '--json');

    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toEqual({
      error: { code: 'USAGE', message: 'There is no command "stauts".', fix: 'Did you mean: sealwire status' },
    });
  });
});
