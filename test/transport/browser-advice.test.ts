import { describe, expect, test } from 'vitest';
import { type BrowserAdvice, browserAdvice } from '../../main/transport/browser-advice.ts';

const SSH = { SSH_CONNECTION: '10.0.0.9 50000 10.0.0.5 22', SSH_TTY: '/dev/pts/0' };

describe('advice about a link', () => {
  test.each<[string, NodeJS.Platform, Record<string, string>, BrowserAdvice['how']]>([
    ['a desktop on Linux with X11', 'linux', { DISPLAY: ':0' }, 'open'],
    ['a desktop on Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'open'],
    ['macOS', 'darwin', {}, 'open'],
    ['Windows', 'win32', {}, 'open'],
    ['a container', 'linux', {}, 'print'],
    ['a display variable that is empty', 'linux', { DISPLAY: '', WAYLAND_DISPLAY: '' }, 'print'],
    ['SSH to Linux', 'linux', SSH, 'tunnel'],
    ['SSH with X11 forwarded', 'linux', { ...SSH, DISPLAY: 'localhost:10.0' }, 'tunnel'],
    ['SSH to a Mac', 'darwin', SSH, 'tunnel'],
    ['SSH to Windows', 'win32', { SSH_CLIENT: '10.0.0.9 50000 22' }, 'tunnel'],
  ])('on %s', (_where, platform, env, how) => {
    expect(browserAdvice(machine(platform, env), 40_000).how).toBe(how);
  });

  test.each([
    [SSH, 'ada', 'ssh -L 40000:127.0.0.1:40000 ada@10.0.0.5'],
    [{ SSH_CONNECTION: '10.0.0.9 5 10.0.0.5 2222' }, 'ada', 'ssh -p 2222 -L 40000:127.0.0.1:40000 ada@10.0.0.5'],
    [{ SSH_CONNECTION: 'fe80::1 5 fe80::2 22' }, 'ada', 'ssh -L 40000:127.0.0.1:40000 ada@fe80::2'],
    [{ SSH_TTY: '/dev/pts/0' }, 'ada', 'ssh -L 40000:127.0.0.1:40000 ada@laptop'],
    [SSH, 'ada; rm -rf', 'ssh -L 40000:127.0.0.1:40000 USER@10.0.0.5'],
    [{ SSH_CONNECTION: 'a b $(id) 22;id' }, 'ada', 'ssh -L 40000:127.0.0.1:40000 ada@HOST'],
  ])('over SSH gives the line for a tunnel (%j, %s)', (env, userName, command) => {
    expect(browserAdvice({ ...machine('linux', env), userName }, 40_000)).toEqual({
      how: 'tunnel',
      why: 'Sealwire runs over SSH.',
      command,
    });
  });
});

function machine(platform: NodeJS.Platform, env: Record<string, string>) {
  return { platform, env, userName: 'ada', hostname: 'laptop' };
}
