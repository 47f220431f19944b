import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { launcherModule } from './launcher-modules.ts';

const { explainExit } = await launcherModule('desktop/explain-exit.mjs');

const failing = (code: string, message = code): Error => Object.assign(new Error(message), { code });

describe('why Electron ended before its window', () => {
  test.each<[string, Parameters<typeof explainExit>[0], RegExp, RegExp | null]>([
    [
      'a missing library',
      {
        code: 127,
        stderr: '/c/electron: error while loading shared libraries: libgbm.so.1: cannot open shared object',
      },
      /^Electron needs libgbm\.so\.1, which is not installed here$/,
      /sudo apt install libgtk-3-0 .*libgbm1.*; on Fedora: sudo dnf install gtk3 /,
    ],
    [
      'root',
      { code: 1, stderr: '[1125/040000.1:ERROR:x.cc(1)] Running as root without --no-sandbox is not supported.' },
      /^as root, Electron cannot make its sandbox$/,
      null,
    ],
    [
      'a helper that is not setuid',
      {
        signal: 'SIGTRAP',
        stderr:
          '[1:1125/0.1:FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc:163] The SUID sandbox helper binary was found, but is not configured correctly.',
      },
      /^this system does not let Electron make its sandbox$/,
      /^To allow it, once: sudo chown root:root '\/c\/chrome-sandbox' && sudo chmod 4755 /,
    ],
    [
      'no X server',
      { code: 1, stderr: 'ozone_platform_x11.cc(240)] Missing X server or $DISPLAY' },
      /^the display refused/,
      null,
    ],
    ['another processor', { error: failing('EBADARCH', 'spawn Unknown system error -86') }, /kind of processor$/, null],
    ['no loader', { error: failing('ENOENT') }, /^this system lacks the loader/, null],
    ['a folder that forbids programs', { error: failing('EACCES') }, /does not let Electron be started/, null],
    [
      'anything else at the start',
      { error: failing('EMFILE', 'spawn EMFILE') },
      /could not be started \(spawn EMFILE\)/,
      null,
    ],
    [
      'words of its own, without the prefix of Chromium',
      { code: 5, stderr: 'x\n[12:1125/040000.123456:ERROR:gpu/init.cc:42] The GPU is gone.\n\n' },
      /^Electron ended with code 5 and said: The GPU is gone$/,
      null,
    ],
    [
      'an error of its own, above its stack and in colours',
      {
        code: 1,
        stderr: '\x1b[31m/c/main.cjs:1\nSyntaxError: Unexpected token.\n    at Module._compile\n  code: 1\n}\x1b[0m\n',
      },
      /^Electron ended with code 1 and said: SyntaxError: Unexpected token$/,
      null,
    ],
    ['nothing said', { signal: 'SIGKILL' }, /^Electron was ended by SIGKILL before its window showed$/, null],
  ])('%s', (_, exit, because, fix) => {
    const explained = explainExit(exit, '/c');

    expect(explained.because).toMatch(because);
    if (fix === null) expect(explained.fix).toBeUndefined();
    else expect(explained.fix).toMatch(fix);
  });

  test('is one line, whatever it said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(255), (stderr, code) => {
        const { because } = explainExit({ code, stderr }, '/c');

        expect(because).not.toMatch(/\n/);
        expect(because.length).toBeGreaterThan(10);
      }),
    );
  });

  test('never proposes to switch the sandbox off', () => {
    const all = ['Running as root without --no-sandbox', 'No usable sandbox! use --no-sandbox', 'x --no-sandbox'].map(
      (stderr) => explainExit({ code: 1, stderr }, '/c'),
    );

    for (const { because, fix = '' } of all.slice(0, 2)) expect(because + fix).not.toContain('no-sandbox');
  });
});
