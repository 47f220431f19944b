import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Host } from '../../main/core/host/host.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { openInBrowser } from '../../main/transport/open-in-browser.ts';
import { tempHome } from '../support/temp-home.ts';

const CODE = 'c0de'.repeat(10);
const LINK = `http://127.0.0.1:40000/#${CODE}`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('opening a link', () => {
  test.each([
    ['linux', 'xdg-open'],
    ['darwin', 'open'],
    ['win32', 'explorer.exe'],
  ] as const)('on %s starts %s on a page that leads on, and the code stands in no argument', async (platform, file) => {
    const { host, started } = launching(platform);
    const folders = tempHome();

    const opening = await openInBrowser(host, folders, LINK);

    expect(opening.problem).toBeNull();
    const [path = ''] = started[0]?.args ?? [];
    expect(started).toEqual([{ file, args: [path] }]);
    expect(JSON.stringify(started)).not.toContain(CODE);
    expect(path).toMatch(new RegExp(`^${folders.run}/open-[0-9a-f]{16}\\.html$`));
    const page = readFileSync(path, 'utf8');
    expect(page).toContain(`content="0;url=${LINK}"`);
    expect(page).not.toContain('<script');
  });

  test('keeps the page to this user, for the 60 seconds that its code lives', async () => {
    const { host } = launching('linux');
    const folders = tempHome();

    await openInBrowser(host, folders, LINK);
    const [name = ''] = host.disk.list(folders.run);
    expect(statSync(join(folders.run, name)).mode & 0o777).toBe(0o600);
    vi.advanceTimersByTime(59_999);
    expect(host.disk.list(folders.run)).toEqual([name]);
    vi.advanceTimersByTime(1);

    expect(host.disk.list(folders.run)).toEqual([]);
  });

  test('takes the page away as soon as it is told to, or nothing could be started', async () => {
    const folders = tempHome();
    const opening = await openInBrowser(launching('linux').host, folders, LINK);
    opening.remove();
    opening.remove();
    const failed = await openInBrowser(launching('linux', 'spawn xdg-open ENOENT').host, folders, LINK);

    expect(failed.problem).toBe('spawn xdg-open ENOENT');
    expect(realHost().disk.list(folders.run)).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

function launching(platform: NodeJS.Platform, problem: string | null = null) {
  const started: { file: string; args: readonly string[] }[] = [];
  const host: Host = {
    ...realHost(),
    platform,
    launch: async (file, args) => {
      started.push({ file, args });
      return problem;
    },
  };
  return { host, started };
}
