import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DesktopLink } from '../../main/contract/desktop.ts';
import { type Folders, foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { coreLink } from '../../main/shell/core/core-link.ts';
import { superviseCore } from '../../main/shell/core/real-supervision.ts';
import type { SuperviseLimits, Supervision } from '../../main/shell/core/supervise.ts';
import type { ShellCore } from '../../main/shell/parts.ts';
import { listening } from '../support/carriers.ts';
import { root } from '../support/entry.ts';
import { fakeCore } from '../support/fake-core.ts';
import { plainEnvironment } from '../support/running-sealwire.ts';
import { tempHome } from '../support/temp-home.ts';

interface Supervised {
  readonly core: ShellCore;
  readonly supervision: Supervision;
  readonly folders: Folders;
  /** Every state and sentence of the link so far. */
  readonly links: readonly DesktopLink[];
  /** Resolves with the first link from `from` on that fits. */
  link(fits: (link: DesktopLink) => boolean, from?: number): Promise<DesktopLink>;
}

const QUICK: Partial<SuperviseLimits> = { pulseMs: 50, silenceMs: 500, stopMs: 2_000 };

function supervised(
  options: { node?: string; version?: string; folders?: Folders; limits?: Partial<SuperviseLimits> } = {},
): Supervised {
  const { node = process.execPath, version = '0.1.0', folders = tempHome(), limits = QUICK } = options;
  const supervision = superviseCore({
    host: realHost(plainEnvironment(folders.home)),
    folders,
    version,
    isPackaged: false,
    resources: '/nowhere',
    root,
    node,
    log: () => undefined,
    limits,
  });
  onTestFinished(() => supervision.close());
  const links: DesktopLink[] = [];
  const waiting = new Set<() => void>();
  const core = coreLink(supervision);
  core.listen(
    () => undefined,
    (link) => {
      links.push(link);
      for (const look of [...waiting]) look();
    },
  );
  return {
    core,
    supervision,
    folders,
    links,
    link: (fits, from = 0) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = links.slice(from).find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

const isOpen = ({ state }: DesktopLink): boolean => state === 'open';
const isLost = ({ state }: DesktopLink): boolean => state === 'lost';

async function pidOf({ folders }: Supervised): Promise<number> {
  const { readInstance } = await import('../../main/transport/instance-file.ts');
  const pid = readInstance(folders, realHost())?.pid;
  if (pid === undefined) throw new Error('no instance');
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A program in the place of Node, which says what `script` says. */
function standIn(script: string): string {
  const path = join(tempHome().home, 'node');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('the core that the shell keeps', () => {
  test('answers a call that came before it was there, and is gone when the shell closes', async () => {
    const it = supervised();
    const info = await it.core.call('app.info', {});
    const pid = await pidOf(it);

    await it.supervision.close();

    expect(info.home).toBe(it.folders.home);
    expect(isAlive(pid)).toBe(false);
  });

  test('is started again when it was killed, and listeners hear from the new one', async () => {
    const it = supervised();
    const heard: string[] = [];
    it.core.listen(
      ({ topic }) => heard.push(topic),
      () => undefined,
    );
    await it.link(isOpen);
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('changed');
    const pid = await pidOf(it);
    const before = it.links.length;

    process.kill(pid, 'SIGKILL');
    const lost = await it.link(isLost, before);
    await it.link(isOpen, before);
    await it.core.call('app.info', {});

    expect(lost.problem).toEqual({
      message: 'The core of Sealwire ended (SIGKILL).',
      fix: 'It is being started again.',
      canRestart: false,
    });
    expect(await pidOf(it)).not.toBe(pid);
    await expect.poll(() => heard.filter((topic) => topic === 'changed').length, { timeout: 10_000 }).toBe(2);
  });

  test('that hangs is said to hang, is killed by a restart, and another takes its place', async () => {
    const it = supervised();
    await it.link(isOpen);
    const pid = await pidOf(it);
    const before = it.links.length;

    process.kill(pid, 'SIGSTOP');
    const lost = await it.link(isLost, before);
    await it.core.restart();
    const wasGone = !isAlive(pid);
    const { home } = await it.core.call('app.info', {});

    expect(lost.problem).toEqual({
      message: `The core of Sealwire (process ${pid}) does not answer.`,
      fix: 'Restart it.',
      canRestart: true,
    });
    expect(wasGone).toBe(true);
    expect(home).toBe(it.folders.home);
  });

  test('that comes round by itself is open again', async () => {
    const it = supervised();
    await it.link(isOpen);
    const pid = await pidOf(it);
    const before = it.links.length;

    process.kill(pid, 'SIGSTOP');
    await it.link(isLost, before);
    const lostAt = it.links.length;
    process.kill(pid, 'SIGCONT');

    expect(await it.link(isOpen, lostAt)).toEqual({ state: 'open', problem: null });
    expect(await pidOf(it)).toBe(pid);
  });

  test('that dies three times in a row is left to the person', async () => {
    const it = supervised({ node: standIn('exit 7') });

    const lost = await it.link(({ problem }) => problem?.canRestart === true);

    expect(lost.problem?.message).toBe('The core of Sealwire ended three times in a row (exit code 7).');
    expect(it.links.filter(isLost)).toHaveLength(3);
    await expect(it.core.call('status', {})).rejects.toMatchObject({ message: lost.problem?.message });
  });

  test('that was asked to stop is not started again by itself, and is by a restart', async () => {
    const it = supervised();
    await it.core.call('app.stop', {});

    const lost = await it.link(isLost);
    await it.core.restart();

    expect(lost.problem).toMatchObject({ message: 'Sealwire was stopped.', canRestart: true });
    expect((await it.core.call('app.info', {})).home).toBe(it.folders.home);
  });

  test('of another version is refused in one sentence, and ended', async () => {
    const it = supervised({ version: '9.9.9' });

    const lost = await it.link(isLost);

    expect(lost.problem?.message).toBe('The core of this Sealwire is version 0.1.0, and the window is version 9.9.9.');
    expect(await it.core.call('status', {}).catch(({ code }) => code)).toBe('INSTANCE_UNREACHABLE');
  });

  test('of another version that runs already is left alone, and the way on is said', async () => {
    const it = supervised({ node: standIn(`echo '{"event":"joined","pid":1,"version":"0.0.9"}'`) });

    expect((await it.link(isLost)).problem).toEqual({
      message: 'Sealwire 0.0.9 already runs for this data folder, and this window is version 0.1.0.',
      fix: 'Stop that one with `sealwire stop`, then restart.',
      canRestart: true,
    });
  });

  test('that cannot use the data folder says so once in its own words, and is started when that is mended', async () => {
    const blocked = join(tempHome().home, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');
    const it = supervised({ folders: foldersOf(blocked) });

    const lost = await it.link(isLost);
    rmSync(blocked);
    await it.core.restart();

    expect(lost.problem).toEqual({
      message: expect.stringMatching(/^Sealwire could not [^\n]+\.$/),
      fix: expect.stringContaining('another folder'),
      canRestart: true,
    });
    expect(it.links.filter(isLost)).toHaveLength(1);
    expect((await it.core.call('app.info', {})).home).toBe(blocked);
  });

  test('that does not get started is said to be late, and ended by a restart', async () => {
    const place = join(tempHome().home, 'pid');
    const node = standIn(
      `if [ -e ${place} ]; then exec ${process.execPath} "$@"; fi; echo $$ > ${place}; exec sleep 600`,
    );
    const it = supervised({ node, limits: { ...QUICK, startMs: 300 } });

    const { problem } = await it.link(isLost);
    const pid = Number(readFileSync(place, 'utf8'));
    await it.core.restart();

    expect(problem?.message).toBe(`The core of Sealwire (process ${pid}) has not started in time.`);
    expect(problem?.canRestart).toBe(true);
    expect(isAlive(pid)).toBe(false);
  });

  test('of another Sealwire is talked to, left alone, and replaced when it ends', async () => {
    const folders = tempHome();
    const other = await listening(fakeCore(), folders);
    const node = standIn(`
if [ -e ${folders.run}/instance.key ]; then echo '{"event":"joined","pid":1,"version":"0.1.0"}'; exit 0; fi
exec ${process.execPath} "$@"`);
    const it = supervised({ folders, node });
    const { hostname } = await it.core.call('app.info', {});
    const before = it.links.length;

    await other.close();
    await it.link(isOpen, before);

    expect(hostname).toBe('laptop');
    expect((await it.core.call('app.info', {})).home).toBe(folders.home);
  });

  test.each([
    ['/nowhere/node', 'There is no Node at /nowhere/node.', 'Start Sealwire again with `npm start`.'],
    [
      join(root, 'package.json'),
      `${join(root, 'package.json')} may not be run by you.`,
      'Let your user run that file.',
    ],
  ])('that cannot be run by %s says so', async (node, message, fix) => {
    const it = supervised({ node });

    expect((await it.link(isLost)).problem).toEqual({ message, fix, canRestart: true });
  });
});
