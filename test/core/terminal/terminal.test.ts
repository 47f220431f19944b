import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terminalAvailability, terminalPlans } from '../../../main/core/terminal/terminal.ts';
import { tempHome } from '../../support/temp-security.ts';

describe('a terminal window', () => {
  test.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', { DISPLAY: ':10', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, false],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('on %s with %o can be opened: %s', (platform, env, available) => {
    const answer = terminalAvailability({ platform, env });

    expect(answer.available).toBe(available);
    expect(answer.reason).toMatch(/\.$/);
  });

  test('starts in the folder, whatever its name, and runs the command there', () => {
    const home = tempHome();
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), (text) => {
        const name = text.replace(/[/\0]/g, '_');
        fc.pre(name !== '.' && name !== '..' && Buffer.byteLength(name) <= 200);
        const folder = join(home, name);
        mkdirSync(folder, { recursive: true });
        const [plan] = terminalPlans('linux', 'pwd', folder);
        const [shell = '', ...args] = plan?.args.slice(1) ?? [];

        const printed = execFileSync(shell, args, { env: { PATH: process.env.PATH, SHELL: '/bin/true' } });

        expect(printed.toString()).toBe(`${folder}\n`);
      }),
      { numRuns: 60 },
    );
  });

  test('on macOS is asked for in AppleScript, with quotes and backslashes escaped', () => {
    const [plan] = terminalPlans('darwin', String.raw`echo "a\b"`, "/Users/ada/it's");

    expect(plan?.args[1]).toContain(String.raw`do script "cd '/Users/ada/it'\\''s' && echo \"a\\b\""`);
  });
});
