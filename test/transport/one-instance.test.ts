import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realHost } from '../../main/core/host/real-host.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { announceInstance } from '../../main/transport/instance-file.ts';
import { acquireInstanceLock, lockHolder } from '../../main/transport/instance-lock.ts';
import { leadOrJoin } from '../../main/transport/lead-or-join.ts';
import { runFilesOf } from '../../main/transport/run-folder.ts';
import { listening } from '../support/carriers.ts';
import { fakeCore } from '../support/fake-core.ts';
import * as data from '../support/fake-data.ts';
import { newNonce, squatter } from '../support/raw-control.ts';
import { tempHome } from '../support/temp-home.ts';

const host = realHost();
const ROUNDS = process.env.SEALWIRE_LONG === '1' ? 20 : 3;

describe('the instance lock', () => {
  test('is held by one, says by which process, and is free again when that one closes it', () => {
    const folders = tempHome();
    const lock = acquireInstanceLock(folders, host);

    expect(lock).not.toBeNull();
    expect(acquireInstanceLock(folders, host)).toBeNull();
    expect(lockHolder(folders, host)).toBe(process.pid);
    lock?.close();
    lock?.close();

    expect(lockHolder(folders, host)).toBeNull();
    const next = acquireInstanceLock(folders, host);
    expect(next).not.toBeNull();
    next?.close();
  });

  test('sweeps what a killed instance left, and nothing else', () => {
    const folders = tempHome();
    const runtime = tempHome().home;
    const short = join(runtime, 'sealwire-0123456789abcdef');
    mkdirSync(short);
    mkdirSync(folders.run, { mode: 0o700 });
    for (const name of ['instance.key', 'control.sock', 'open-0a1b.html', 'instance.json.0a.tmp', 'notes.txt']) {
      writeFileSync(join(folders.run, name), '');
    }
    mkdirSync(join(folders.run, 'open-ff.html'));
    announceInstance(folders, host, { socket: join(short, 's'), version: '0.1.0', ui: null });

    const lock = acquireInstanceLock(folders, host);

    expect(host.disk.list(folders.run)).toEqual(['lock.pid', 'lock.sqlite', 'notes.txt', 'open-ff.html']);
    expect(host.disk.list(runtime)).toEqual([]);
    lock?.close();
  });

  test('removes no folder that only a forged instance.json calls its own', () => {
    const folders = tempHome();
    const victim = join(tempHome().home, 'documents');
    mkdirSync(victim);
    mkdirSync(folders.run, { mode: 0o700 });
    announceInstance(folders, host, { socket: join(victim, 's'), version: '0.1.0', ui: null });

    acquireInstanceLock(folders, host)?.close();

    expect(host.disk.facts(victim)).not.toBeNull();
  });

  test('says which file is in the way where the lock cannot be one', () => {
    const folders = tempHome();
    mkdirSync(runFilesOf(folders).lock, { recursive: true, mode: 0o700 });

    expect(() => acquireInstanceLock(folders, host)).toThrow(
      expect.objectContaining({ code: 'DISK_FAILED', message: expect.stringContaining('lock.sqlite') }),
    );
  });
});

describe('a start', () => {
  test('leads where nobody else does', async () => {
    const part = await leadOrJoin(tempHome(), host);

    expect(part.leads).toBe(true);
    if (part.leads) part.lock.close();
  });

  test('waits for an instance that is still starting, and joins it', async () => {
    const folders = tempHome();
    const lock = acquireInstanceLock(folders, host);
    onTestFinished(() => lock?.close());

    const joining = leadOrJoin(folders, host);
    await listening(fakeCore(), folders);
    const part = await joining;

    expect(part.leads).toBe(false);
    if (!part.leads) await part.client.close();
  });

  test('takes over from an instance that ends while it waits', async () => {
    const folders = tempHome();
    const lock = acquireInstanceLock(folders, host);

    const waiting = leadOrJoin(folders, host);
    lock?.close();
    const part = await waiting;

    expect(part.leads).toBe(true);
    if (part.leads) part.lock.close();
  });

  test('names the process that holds the lock and never comes up', async () => {
    const folders = tempHome();
    const lock = acquireInstanceLock(folders, host);
    onTestFinished(() => lock?.close());

    await expect(leadOrJoin(folders, host, { withinMs: 1 })).rejects.toMatchObject({
      code: 'INSTANCE_UNREACHABLE',
      message: expect.stringContaining(`process ${process.pid}`),
    });
  });

  test('leads over a squatter, because it gets the lock; and refuses it where it does not', async () => {
    const folders = tempHome();
    const address = join(folders.run, 'squat.sock');
    const former = await listening(fakeCore(), folders);
    await squatter(address, (peer) => peer.send({ nonce: newNonce(), proof: newNonce() }));
    announceInstance(folders, host, { socket: address, version: '0.1.0', ui: null });
    const held = acquireInstanceLock(folders, { ...host, disk: { ...host.disk, remove: () => undefined } });

    await expect(leadOrJoin(folders, host)).rejects.toMatchObject({ code: 'INSTANCE_UNPROVEN' });
    held?.close();
    const part = await leadOrJoin(folders, host);

    expect(part.leads).toBe(true);
    if (part.leads) part.lock.close();
    await former.close();
  });

  test(`makes one instance of eight starts at the same instant, ${ROUNDS} times, each after the last was killed`, async () => {
    const folders = tempHome();
    for (let round = 0; round < ROUNDS; round++) {
      const starts = await Promise.all(Array.from({ length: 8 }, () => start(folders.home)));
      for (const each of starts) each.child.stdin?.write('go\n');

      const said = await Promise.all(starts.map(({ next }) => next()));

      expect(said.toSorted()).toEqual([...Array(7).fill(`joins ${data.status.home}`), 'leads']);
      const leader = starts[said.indexOf('leads')];
      leader?.child.kill('SIGKILL');
      await Promise.all(starts.map(({ ended }) => ended));
      expect(await connectControl(folders, host)).toBeNull();
    }
  });
});

/** A start in a process of its own, ready to go. */
async function start(
  home: string,
): Promise<{ child: ChildProcess; next(): Promise<string | undefined>; ended: Promise<unknown> }> {
  const script = resolve(import.meta.dirname, '..', 'support', 'start-instance.ts');
  const child = spawn(process.execPath, [script, home], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => (await lines.next()).value;
  expect(await next()).toBe('ready');
  return { child, next, ended };
}
