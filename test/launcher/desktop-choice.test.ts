import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circumstances, type Failure, type FoundElectron, launcherModule } from './launcher-modules.ts';

const { chooseFace, startWish } = await launcherModule('desktop/desktop-choice.mjs');
const { readCircumstances } = await launcherModule('desktop/read-circumstances.mjs');
const { canMakeSandbox, sandboxFix } = await launcherModule('desktop/sandbox.mjs');

const THERE: FoundElectron = { state: 'there', binary: '/c/dist/electron', dist: '/c/dist' };
const ABSENT: FoundElectron = { state: 'absent', dist: '/c/dist' };
const UNUSABLE: FoundElectron = { state: 'unusable', because: 'Electron 45.4.1 is not made for plan9-x64' };
const FAILURE: Failure = { at: 0, version: '45.4.1', because: 'example.org answered 403' };

type Whole = Parameters<typeof chooseFace>[0];

/** A person before the screen of an ordinary Linux machine. */
const PERSON: Whole = {
  platform: 'linux',
  isSsh: false,
  display: 'here',
  isRoot: false,
  isContainer: false,
  isCi: false,
  isWished: false,
  hasSandbox: true,
  remembered: null,
  electron: THERE,
};

const NO_DISPLAY = 'there is no display here';
const SSH = 'this SSH session forwards no display';
const FAR = 'this is an SSH session, and a window would open where you are not';
const ROOT = 'as root, Electron cannot make its sandbox';
const CONTAINER = 'this is a container';
const CI = 'this is a CI job';
const SANDBOX = 'this system does not let Electron make its sandbox';
const FAILED = 'Electron could not be fetched within the last day, because example.org answered 403';

describe('window or browser', () => {
  test.each<[string, Partial<Whole>, string | null, string | null]>([
    ['an ordinary machine', {}, null, null],
    ['Electron not fetched yet', { electron: ABSENT }, null, null],
    ['a platform without Electron', { platform: 'plan9', electron: UNUSABLE }, UNUSABLE.because, UNUSABLE.because],
    ['no display', { display: 'none' }, NO_DISPLAY, NO_DISPLAY],
    ['SSH without a display', { isSsh: true, display: 'none' }, SSH, SSH],
    ['SSH with a forwarded display', { isSsh: true, display: 'forwarded' }, null, null],
    ['SSH into a Mac', { platform: 'darwin', isSsh: true }, FAR, null],
    ['SSH into Windows', { platform: 'win32', isSsh: true }, FAR, null],
    ['root on Linux', { isRoot: true }, ROOT, ROOT],
    ['root on a Mac', { platform: 'darwin', isRoot: true }, null, null],
    ['a container', { isContainer: true }, CONTAINER, null],
    ['a container without a display', { isContainer: true, display: 'none' }, NO_DISPLAY, NO_DISPLAY],
    ['a CI job', { isCi: true }, CI, null],
    ['no sandbox', { hasSandbox: false }, SANDBOX, null],
    ['a remembered failure', { electron: ABSENT, remembered: FAILURE }, FAILED, null],
    ['a remembered failure, and Electron there since', { remembered: FAILURE }, null, null],
  ])('%s', (_, change, because, becauseWished) => {
    const choice = (isWished: boolean): string | null => chooseFace({ ...PERSON, ...change, isWished }).because ?? null;

    expect(choice(false)).toBe(because);
    expect(choice(true)).toBe(becauseWished);
  });

  test('says how to get a window where a person can do something about it', () => {
    const fix = (change: Partial<Whole>): string | undefined => chooseFace({ ...PERSON, ...change }).fix;

    expect(fix({ hasSandbox: false })).toBe(
      "To allow it, once: sudo chown root:root '/c/dist/chrome-sandbox' && sudo chmod 4755 '/c/dist/chrome-sandbox'",
    );
    expect(fix({ hasSandbox: false, electron: ABSENT })).toBe('To learn how to allow it: npm start -- --desktop');
    expect(fix({ remembered: FAILURE, electron: ABSENT })).toBe('To try again now: npm start -- --desktop');
    expect(fix({ display: 'none' })).toBeUndefined();
  });

  test('follows its rules in every combination there is', () => {
    for (const each of everyCombination()) {
      const { face, because } = chooseFace(each);
      const linux = each.platform === 'linux';
      const cannot = each.electron.state === 'unusable' || (linux && (each.display === 'none' || each.isRoot));
      const shouldNot =
        (each.isSsh && !linux) ||
        each.isContainer ||
        each.isCi ||
        !each.hasSandbox ||
        (each.electron.state === 'absent' && each.remembered !== null);

      expect(face, JSON.stringify(each)).toBe(cannot || (shouldNot && !each.isWished) ? 'browser' : 'desktop');
      expect(because === undefined).toBe(face === 'desktop');
    }
  });
});

describe('the words after npm start', () => {
  test.each([
    [[], 'either', []],
    [['--desktop'], 'desktop', []],
    [['--browser'], 'browser', []],
    [['--browser', '--port', '9000'], 'browser', ['--port', '9000']],
    [['--no-open'], 'browser', ['--no-open']],
    [['--ui-port', '9001'], 'browser', ['--ui-port', '9001']],
    [['--json'], 'browser', ['--json']],
    [['--config', 'apm-server.yml'], 'browser', ['--config', 'apm-server.yml']],
    [['--help'], 'browser', ['--help']],
  ])('%j ask for %s', (args, face, rest) => {
    expect(startWish(args)).toEqual({ face, rest });
  });

  test('that contradict each other are refused', () => {
    expect(startWish(['--desktop', '--browser']).face).toBe('neither');
    expect(startWish(['--ui-port', '1', '--desktop'])).toMatchObject({
      face: 'neither',
      because: '--desktop opens the window and --ui-port belongs to browser mode, so they do not go together.',
    });
  });

  test('reach sealwire up in their order, without ours', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('--desktop', '--browser'))), (words) => {
        const { face, rest } = startWish(words);
        const others = words.filter((word) => word !== '--desktop' && word !== '--browser');

        expect(rest).toEqual(others);
        if (others.length > 0) expect(face).toBe(words.includes('--desktop') ? 'neither' : 'browser');
      }),
    );
  });
});

describe('what the machine is like', () => {
  const read = (env: Record<string, string>, platform = 'linux', files: readonly string[] = []): Circumstances =>
    readCircumstances({ platform, env, userId: 1000, fileExists: (path) => files.includes(path) });

  test.each<[Record<string, string>, Partial<Circumstances>]>([
    [{}, { display: 'none', isSsh: false, isContainer: false, isCi: false, isRoot: false }],
    [{ DISPLAY: ':0' }, { display: 'here' }],
    [{ DISPLAY: '' }, { display: 'none' }],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, { display: 'here' }],
    [
      { SSH_CONNECTION: 'a b', DISPLAY: 'localhost:10.0' },
      { display: 'forwarded', isSsh: true },
    ],
    [
      { SSH_CONNECTION: 'a b', DISPLAY: ':0' },
      { display: 'none', isSsh: true },
    ],
    [
      { SSH_CONNECTION: 'a b', WAYLAND_DISPLAY: 'wayland-0' },
      { display: 'none', isSsh: true },
    ],
    [{ SSH_TTY: '/dev/pts/1' }, { isSsh: true }],
    [{ CI: 'true' }, { isCi: true }],
    [{ CI: 'false' }, { isCi: false }],
    [{ container: 'podman' }, { isContainer: true }],
    [{ KUBERNETES_SERVICE_HOST: '10.0.0.1' }, { isContainer: true }],
    [{ CODESPACES: 'true' }, { isContainer: true }],
  ])('%j on Linux', (env, expected) => {
    expect(read(env)).toMatchObject(expected);
  });

  test('a Mac and Windows always have a display', () => {
    expect(read({}, 'darwin').display).toBe('here');
    expect(read({}, 'win32').display).toBe('here');
  });

  test('the files of Docker and Podman tell a container, and user 0 is root', () => {
    expect(read({}, 'linux', ['/.dockerenv']).isContainer).toBe(true);
    expect(read({}, 'linux', ['/run/.containerenv']).isContainer).toBe(true);
    expect(readCircumstances({ platform: 'linux', env: {}, userId: 0 }).isRoot).toBe(true);
  });
});

describe('the sandbox', () => {
  const NAMESPACES = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  const absent = (): never => {
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  };
  const can = (
    settings: Record<string, string>,
    stat: () => { uid: number; mode: number } = absent,
    platform = 'linux',
  ): boolean => canMakeSandbox('/dist', { platform, read: (path) => settings[path] ?? null, stat });

  test.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ [NAMESPACES]: '0' }, true],
    [{ [NAMESPACES]: '1' }, false],
    [{ '/proc/sys/kernel/unprivileged_userns_clone': '0' }, false],
    [{ '/proc/sys/user/max_user_namespaces': '0' }, false],
    [{ '/proc/sys/user/max_user_namespaces': '96365' }, true],
  ])('with %j can be made: %s', (settings, expected) => {
    expect(can(settings)).toBe(expected);
    expect(can(settings, absent, 'darwin')).toBe(true);
  });

  test('can be made by a helper of root alone, and by no other', () => {
    expect(can({ [NAMESPACES]: '1' }, () => ({ uid: 0, mode: 0o104755 }))).toBe(true);
    expect(can({ [NAMESPACES]: '1' }, () => ({ uid: 0, mode: 0o100755 }))).toBe(false);
    expect(can({ [NAMESPACES]: '1' }, () => ({ uid: 1000, mode: 0o104755 }))).toBe(false);
  });

  test('is mended by a line that holds for any path', () => {
    expect(sandboxFix("/it's here")).toContain("'/it'\\''s here/chrome-sandbox'");
  });
});

function everyCombination(): Whole[] {
  const either = [false, true];
  const columns: { [Key in keyof Whole]: readonly Whole[Key][] } = {
    platform: ['linux', 'darwin', 'win32', 'plan9'],
    isSsh: either,
    display: ['here', 'forwarded', 'none'],
    isRoot: either,
    isContainer: either,
    isCi: either,
    isWished: either,
    hasSandbox: either,
    remembered: [null, FAILURE],
    electron: [THERE, ABSENT, UNUSABLE],
  };
  return Object.entries(columns).reduce<Whole[]>(
    (rows, [key, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [key]: value }))),
    [PERSON],
  );
}
