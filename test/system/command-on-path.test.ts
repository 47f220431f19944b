import { spawnSync } from 'node:child_process';
import { existsSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/entry.ts';
import { systemHome } from './system-home.ts';

describe('the sealwire command of a clone', () => {
  test('is put on the PATH, found and run by a shell, and undone from the command line', async () => {
    const at = await systemHome('session');
    const instance = await at.up();
    const client = await instance.connect();
    const link = join(at.folder, '.local', 'bin', 'sealwire');

    const before = await client.call('command.status', {});
    const installed = await client.call('command.install', { agreed: true });
    const shell = spawnSync('/bin/sh', ['-c', 'sealwire version --json'], {
      cwd: '/',
      env: { ...at.env, PATH: `${join(at.folder, '.local', 'bin')}:${at.env.PATH}` },
      encoding: 'utf8',
    });
    const planned = await at.run(['ledger', 'undo', '--dry-run']);
    const asJson = await at.run(['ledger', 'undo', '--dry-run', '--json']);
    const unasked = await at.run(['ledger', 'undo']);
    const wasThere = existsSync(link);
    const undone = await at.run(['ledger', 'undo', '--yes']);
    const again = await at.run(['ledger', 'undo', '--yes', '--json']);
    const list = await at.run(['ledger', 'list', '--json']);

    expect(before).toMatchObject({ state: 'absent', path: link, program: join(root, 'sealwire') });
    expect(installed).toMatchObject({ state: 'installed', isOurs: true });
    expect([shell.status, JSON.parse(shell.stdout).version]).toEqual([0, expect.any(String)]);
    expect(planned.stdout).toContain('Would undo: Put the sealwire command on the PATH');
    expect(planned.stdout).toContain(`  Remove the link ${link}, which leads to ${join(root, 'sealwire')}\n`);
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      dryRun: true,
      entry: { where: link },
      does: expect.arrayContaining([`Remove the folder ${dirname(link)}, where nothing else is in it`]),
      files: [{ path: link, change: 'remove' }],
      byHand: false,
    });
    expect(unasked.stderr).toContain('Remove the link');
    expect([unasked.code, wasThere]).toEqual([2, true]);
    expect([undone.code, undone.stdout]).toEqual([0, `The link ${link} is taken away.\n`]);
    expect(existsSync(join(at.folder, '.local', 'bin'))).toBe(false);
    expect([again.code, JSON.parse(again.stderr).error.code]).toEqual([1, 'NOTHING_TO_UNDO']);
    expect(JSON.parse(list.stdout).entries).toMatchObject([{ state: 'undone', where: link }]);
    expect(await instance.stop()).toBe(0);
  });

  test('goes with everything else when everything is removed', async () => {
    const at = await systemHome();
    const instance = await at.up();
    const client = await instance.connect();
    const { path } = await client.call('command.install', { agreed: true });
    expect(readlinkSync(path)).toBe(join(root, 'sealwire'));

    const { plan } = await client.call('app.remove', { confirm: false });
    await client.call('app.remove', { confirm: true });

    expect(plan.join('\n')).toContain(`(${path})`);
    expect(existsSync(path)).toBe(false);
    expect(await instance.ended).toBe(0);
  });
});
