import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runToEnd } from '../support/running-sealwire.ts';
import { INSTALLS, LOCK, lockOf, type SmallClone, type StartedWith, smallClone } from './small-clone.ts';

const START = 'main/launcher/start.mjs';
const SEALWIRE = 'main/launcher/sealwire.mjs';
/** What a start sets up is the same for both faces; open-window.test.ts has the window. */
const BROWSER = ['--browser'];

let clone: SmallClone;
beforeEach(() => {
  clone = smallClone();
});
afterEach(() => clone.close());

const startedWith = (stdout: string): StartedWith => JSON.parse(stdout);

describe('the first start', () => {
  test('installs and builds, says so on stderr, and hands over', async () => {
    const { code, stdout, stderr } = await clone.run(START, ['--port', '0']);

    expect(code).toBe(0);
    expect(startedWith(stdout).argv).toEqual(['up', '--ui', '--open', '--port', '0']);
    expect(stderr).toBe('Installing packages (first start) …\nBuilding the interface (once) …\n');
    expect(clone.npmCalls()).toEqual(['ci --omit=dev --no-audit --no-fund --loglevel=error']);
  });

  test('is followed by one that does nothing of that and says nothing', async () => {
    await clone.run(START, BROWSER);

    const { code, stderr } = await clone.run(START, BROWSER);

    expect([code, stderr]).toEqual([0, '']);
    expect(clone.npmCalls()).toHaveLength(1);
  });

  test('happens once where two start at the same instant', async () => {
    clone.npmDoes(`sleep 1\n${INSTALLS}`);

    const both = await Promise.all([clone.run(START, BROWSER), clone.run(START, BROWSER)]);

    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(clone.npmCalls()).toHaveLength(1);
  });

  test('takes over from one that was killed half-way', async () => {
    mkdirSync(join(clone.folder, '.cache'));
    const ended = spawn(process.execPath, ['-e', '0']);
    await once(ended, 'exit');
    writeFileSync(join(clone.folder, '.cache', 'setup.pid'), String(ended.pid));
    mkdirSync(join(clone.folder, 'node_modules', 'left'), { recursive: true });

    const { code, stderr } = await clone.run(SEALWIRE, ['version']);

    expect(code).toBe(0);
    expect(stderr).toContain('Installing packages (an earlier installation was interrupted)');
    expect(existsSync(join(clone.folder, '.cache', 'setup.pid'))).toBe(false);
  });
});

describe('what has changed since', () => {
  beforeEach(async () => {
    await clone.run(START, BROWSER);
  });

  test('a new lock installs again', async () => {
    clone.write(
      'package-lock.json',
      lockOf({ ...LOCK, 'node_modules/right': { version: '2.0.1', integrity: 'sha512-new' } }),
    );

    const { stderr } = await clone.run(SEALWIRE);

    expect(stderr).toBe('Installing packages (right is missing or not the locked version) …\n');
  });

  test('a package that was deleted is installed again', async () => {
    rmSync(join(clone.folder, 'node_modules', 'left'), { recursive: true });

    const { stderr } = await clone.run(SEALWIRE);

    expect(stderr).toContain('left is missing');
  });

  test('a changed source builds the interface again, an untouched one does not', async () => {
    clone.write('renderer/main.tsx', 'export const changed = true;');

    expect((await clone.run(START, BROWSER)).stderr).toBe('Building the interface (once) …\n');
    expect((await clone.run(START, BROWSER)).stderr).toBe('');
  });

  test('an interface that was half built is built again', async () => {
    rmSync(join(clone.folder, 'dist', 'ui.sha256'));

    expect((await clone.run(START, BROWSER)).stderr).toBe('Building the interface (once) …\n');
  });

  test('a build that fails is told with what it said', async () => {
    clone.write('renderer/main.tsx', 'export const changed = true;');
    clone.write('main/launcher/build.ts', 'console.error("main.tsx:1 is not a module");\nprocess.exit(1);\n');

    const { code, stderr } = await clone.run(START, BROWSER);

    expect(code).toBe(3);
    expect(stderr).toContain('The interface could not be built:\nmain.tsx:1 is not a module\n');
  });
});

describe('where npm fails', () => {
  test.each([
    ['npm error code EAI_AGAIN\nnpm error request failed', /cannot be reached from here\.\nConnect to the network/],
    ['npm ERR! code ENOTFOUND', /cannot be reached from here/],
    [
      'npm error code SELF_SIGNED_CERT_IN_CHAIN',
      /is not trusted here\.\nName the file with the authority of your network/,
    ],
    ['npm error code ENOSPC', /the disk is full\.\nMake some room/],
    ['npm error code EACCES\nnpm error path /home/me/.npm', /may not write where it has to/],
    [
      'npm error code EUSAGE\nnpm error the lock is odd',
      /It said:\nnpm error code EUSAGE\nnpm error the lock is odd\nMend that/,
    ],
  ])('%j is explained, with the next step and without a stack', async (said, expected) => {
    clone.npmDoes(`printf '%s\\n' '${said}' >&2; exit 1`);

    const { code, stdout, stderr } = await clone.run(START, BROWSER);

    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('the next start mends it', async () => {
    clone.npmDoes('mkdir -p node_modules/left; exit 1');
    await clone.run(START, BROWSER);
    clone.npmDoes(INSTALLS);

    const { code, stdout } = await clone.run(START, BROWSER);

    expect(code).toBe(0);
    expect(startedWith(stdout).argv[0]).toBe('up');
  });

  test('a home that cannot be written to gets a cache inside the clone', async () => {
    clone.npmDoes(`printf '%s' "$npm_config_cache" >cache-place\n${INSTALLS}`);

    await clone.run(START, BROWSER, { HOME: '/does/not/exist' });

    expect(readFileSync(join(clone.folder, 'cache-place'), 'utf8')).toBe(join(clone.folder, '.cache', 'npm'));
  });
});

describe('the launchers', () => {
  test.each([
    [['up'], true],
    [['up', '--json'], false],
    [['up', '--json', '--ui'], true],
    [['up', '--no-ui'], false],
    [['up', '--help'], false],
    [['status'], false],
    [['run', '--', 'docker', 'up'], false],
  ])('sealwire %j builds the interface: %s', async (args, builds) => {
    await clone.run(SEALWIRE, args);

    expect(existsSync(join(clone.folder, 'dist', 'ui', 'index.html'))).toBe(builds);
  });

  test('the sealwire script works through a link, from another folder, with odd arguments', async () => {
    await clone.run(SEALWIRE);
    const link = join(clone.folder, '..', 'bin', 'sealwire');
    symlinkSync('../my clone/sealwire', link);

    const { code, stdout, stderr } = await runToEnd('sealwire', ['run', '--', 'a b', '$HOME', '*'], {
      env: { ...clone.env },
      cwd: '/',
    });

    expect([code, stderr]).toEqual([0, '']);
    expect(startedWith(stdout).argv).toEqual(['run', '--', 'a b', '$HOME', '*']);
  });

  test('the sealwire script says what is missing where there is no Node', async () => {
    const tools = join(clone.folder, 'tools');
    mkdirSync(tools);
    for (const tool of ['dirname', 'readlink']) symlinkSync(`/usr/bin/${tool}`, join(tools, tool));

    const { code, stderr } = await runToEnd('/bin/sh', [join(clone.folder, 'sealwire'), 'status'], {
      env: { PATH: tools },
      cwd: '/',
    });

    expect(code).toBe(3);
    expect(stderr).toBe(
      'Sealwire needs Node 18 or later, and there is no "node" on the PATH.\nInstall the current LTS from https://nodejs.org, and run this again.\n',
    );
  });

  test('run.mjs runs any file of the clone and keeps its exit code', async () => {
    clone.write(
      'bench/run.ts',
      'const words: string[] = process.argv.slice(2);\nconsole.log(words.join());\nprocess.exit(9);\n',
    );

    const { code, stdout } = await clone.run('main/launcher/run.mjs', ['bench/run.ts', 'one', '--two']);

    expect([code, stdout]).toEqual([9, 'one,--two\n']);
  });
});
