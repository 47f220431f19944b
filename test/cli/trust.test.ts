import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { entry } from '../support/entry.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { type CommandHome, commandHome } from './command-process.ts';

const homes: CommandHome[] = [];
const newHome = (): CommandHome => {
  const home = commandHome();
  homes.push(home);
  return home;
};
afterEach(() => {
  for (const home of homes.splice(0)) home.close();
});

const reason = isOnPath('certutil') ? null : 'certutil is not installed';

/** A database like a browser's, in the home folder of whoever runs the command. */
function database(at: CommandHome): string {
  const folder = join(dirname(at.home), '.mozilla', 'firefox', 'a.default');
  mkdirSync(folder, { recursive: true });
  execFileSync('certutil', ['-N', '--empty-password', '-d', `sql:${folder}`]);
  return folder;
}

const names = (folder: string): string[] =>
  execFileSync('certutil', ['-L', '-d', `sql:${folder}`], { encoding: 'utf8' })
    .split('\n')
    .slice(4)
    .filter((line) => line.trim() !== '');

describe.skipIf(reason !== null)(`trust${reason === null ? '' : ` (${reason})`}`, () => {
  test('is shown, planned, installed, listed, undone, and every step is one JSON document', async () => {
    const at = newHome();
    const folder = database(at);

    const early = await at.run('trust', 'install', 'firefox', '--yes', '--json');
    await at.run('init');
    const dry = await at.run('trust', 'install', 'firefox', '--dry-run', '--json');
    const untouched = names(folder);
    const unasked = await at.run('trust', 'install', 'firefox', '--json');
    const installed = await at.run('trust', 'install', 'firefox', '--yes', '--json');
    const held = names(folder);
    const [listed, ledger] = await Promise.all([at.run('trust', 'list', '--json'), at.run('ledger', 'list', '--json')]);
    const undone = await at.run('ledger', 'undo', '--yes', '--json');

    expect([early.code, JSON.parse(early.stderr).error.code]).toEqual([1, 'NOT_INITIALISED']);
    expect(JSON.parse(dry.stdout)).toMatchObject({
      action: 'install',
      dryRun: true,
      steps: [{ store: 'firefox:a.default', byHand: false }],
    });
    expect(untouched).toEqual([]);
    expect([unasked.code, JSON.parse(unasked.stderr).error.code]).toEqual([2, 'USAGE']);
    expect(JSON.parse(installed.stdout)).toMatchObject({ results: [{ store: 'firefox:a.default', outcome: 'done' }] });
    expect(held).toEqual([expect.stringMatching(/^Sealwire [0-9a-f]{8} +C,,/)]);
    const stores: { id: string; state: string; path: string; needs: string; evidence: string }[] = JSON.parse(
      listed.stdout,
    ).stores;
    expect(stores.find(({ id }) => id === 'firefox:a.default')).toMatchObject({
      path: folder,
      needs: 'user',
      state: expect.stringMatching(/installed|verified/),
    });
    expect(JSON.parse(ledger.stdout).entries).toMatchObject([
      { where: folder, state: 'done', change: { kind: 'trust-firefox' } },
    ]);
    expect(JSON.parse(undone.stdout)).toMatchObject({ entry: { state: 'undone' } });
    expect(names(folder)).toEqual([]);
  });

  test('says for a person what is done, and that agents with a setting of their own need no store', async () => {
    const at = newHome();
    const folder = database(at);
    await at.run('init');

    const dry = await at.run('trust', 'install', 'firefox', '--dry-run');
    const wrong = await at.run('trust', 'install', 'firebird', '--yes');

    expect(dry.stdout).toContain(`Add the authority to ${folder} as “Sealwire `);
    expect(dry.stdout).toMatch(/^ {4}\S*certutil -A -d sql:\S+ -t C,, -n 'Sealwire [0-9a-f]{8}' -i \S+ca\.pem$/m);
    expect(dry.stdout).toContain(
      'No store has to trust the authority for agents that have a setting of their own for it: Go, Node.js, OpenTelemetry',
    );
    expect(dry.stdout).toContain('Nothing was changed.');
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('There is no trust store "firebird".')]);
  });

  test('and everything else that Sealwire ever made goes with `uninstall`, after it was shown', async () => {
    const at = newHome();
    const folder = database(at);
    const before = names(folder);
    await at.run('init');
    await at.run('trust', 'install', 'firefox', 'env:node', '--yes');

    const dry = await at.run('uninstall', '--dry-run');
    const unasked = await at.run('uninstall');
    const isKept = existsSync(join(at.home, 'ledger.jsonl'));
    const removed = await at.run('uninstall', '--yes', '--json');

    expect(dry.stdout).toMatch(/^1 authority$/m);
    expect(dry.stdout).toMatch(new RegExp(`^Undo: Trust the authority .* \\(${folder}\\)$`, 'm'));
    expect(dry.stdout).toContain('Nothing was removed.');
    expect([unasked.code, isKept]).toEqual([2, true]);
    expect([removed.code, JSON.parse(removed.stdout)]).toMatchObject([0, { removed: true }]);
    expect(names(folder)).toEqual(before);
    expect(existsSync(at.home)).toBe(false);
  });

  test('works without a home folder in the environment', async () => {
    const at = newHome();
    await at.run('init');
    const { HOME: _, ...env } = at.env;

    const listed = JSON.parse(
      execFileSync(process.execPath, [entry, 'trust', 'list', '--json'], { env, encoding: 'utf8' }),
    );

    expect(listed.authority).toMatchObject({ path: expect.stringContaining(at.home) });
    expect(readdirSync(dirname(at.home)).sort()).toEqual(['home', 'passphrase']);
  });
});
