import { lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../main/core/apply/file-text.ts';
import { foldersOf } from '../../../main/core/host/folders.ts';
import { openLedger } from '../../../main/core/ledger/ledger.ts';
import { autostartEntry, autostartPath } from '../../../main/core/login/autostart-file.ts';
import { ledgerProcedures } from '../../../main/core/procedures/ledger-procedures.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

function opened() {
  const home = tempHome();
  const host = testHost(home, { platform: 'linux', env: {}, homeFolder: home });
  const folders = foldersOf(join(home, 'data'));
  const ledger = openLedger(host, folders);
  const script = join(home, 'program', 'sealwire');
  const parts = { host, folders, ledger, script, undoers: async () => ({}), didChange: () => undefined };
  const planUndo = () => Promise.reject(new Error('there is no trust here'));
  const { handlers } = ledgerProcedures({ ...parts, planUndo });
  return { home, host, folders, ledger, handlers };
}

describe('the plan of an undo', () => {
  test('of the command says what goes, changes nothing, and holds only for what it was made for', async () => {
    const { handlers } = opened();
    const { path } = await handlers['command.install']({ agreed: true });

    const plan = await handlers['ledger.plan']({});
    expect(plan.does[0]).toMatch(/^Remove the link .* which leads to /);
    expect(plan.files).toEqual([{ path, change: 'remove' }]);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);

    rmSync(path);
    symlinkSync('/elsewhere', path);
    await expect(handlers['ledger.undo']({ seen: plan.seen })).rejects.toMatchObject({ code: 'UNDO_REFUSED' });
    const next = await handlers['ledger.plan']({});
    expect(next).toMatchObject({
      does: [expect.stringMatching(/^Leave /), expect.anything(), expect.anything()],
      files: [],
    });
    expect((await handlers['ledger.undo']({ seen: next.seen })).said).toContain('stays as it is');
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    await expect(handlers['ledger.plan']({})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  test('of the entry for the login says that it goes, stays or is gone', async () => {
    const { host, ledger, handlers } = opened();
    const path = autostartPath(host);
    ledger.mark(ledger.plan({ what: 'Login', where: path, undo: null, change: { kind: 'autostart' } }), 'done');
    const does = async () => (await handlers['ledger.plan']({})).does;

    expect(await does()).toEqual([expect.stringMatching(/^Nothing of it is there/)]);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, autostartEntry(['/usr/bin/sealwire']));
    expect(await does()).toEqual([`Remove ${path}, so that Sealwire no longer starts at login`]);
    writeFileSync(path, 'mine');
    expect(await does()).toEqual([`Leave ${path} as it is, because it was changed since`]);
  });

  test('of a file of a project says whether it is put back, robbed of our lines, removed or left', async () => {
    const { home, folders, ledger, handlers } = opened();
    const path = join(home, '.env');
    mkdirSync(folders.undo, { recursive: true });
    writeFileSync(join(folders.undo, 'kept'), 'A=1\n');
    const ours = '# >>> Sealwire: "sealwire ledger undo" takes these lines out. >>>\nB=2\n# <<< Sealwire <<<\n';
    const change = { kind: 'project-file', path, mode: 0o600, after: fingerprintOf(Buffer.from(`A=1\n${ours}`)) };
    ledger.mark(ledger.plan({ what: 'Wire', where: path, undo: null, change: { ...change, kept: 'kept' } }), 'done');
    const planned = async (text: string | null) => {
      if (text === null) rmSync(path, { force: true });
      else writeFileSync(path, text);
      const { does, files } = await handlers['ledger.plan']({});
      return [...does, ...files.map((file) => file.change)];
    };

    expect(await planned(null)).toEqual([expect.stringMatching(/^Nothing of it is there/)]);
    expect(await planned('C=3\n')).toEqual([expect.stringMatching(/holds nothing of ours$/)]);
    expect(await planned(`A=1\n${ours}`)).toEqual([`Put back what ${path} held before, to the byte`, 'change']);
    expect(readFileSync(path, 'utf8')).toBe(`A=1\n${ours}`);

    ledger.plan({ what: 'Wire', where: path, undo: null, change: { ...change, kept: null } });
    expect(await planned(`A=1\n${ours}`)).toEqual([`Remove ${path}, which Sealwire made`, 'remove']);
  });
});
