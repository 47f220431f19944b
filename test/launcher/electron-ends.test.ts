import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeEach, describe, expect, test } from 'vitest';
import { PROGRAM } from './desktop-clone.ts';
import { desktopStarts, instead, opensBrowser, opensWindow } from './desktop-starts.ts';

const START = join('main', 'launcher', 'start.mjs');

const at = desktopStarts();

describe('an Electron that ends before its window', () => {
  beforeEach(async () => {
    await at().start();
  });

  test.each([
    ['a crash', 'process.exit(9)', 'Electron ended with code 9 before its window showed'],
    ['a signal', "process.kill(process.pid, 'SIGSEGV')", 'Electron was ended by SIGSEGV before its window showed'],
    ['its last words', "console.error('a\\nno GPU.'); process.exit(1)", 'Electron ended with code 1 and said: no GPU'],
    ['a quiet end', '', 'Electron ended with code 0 before its window showed'],
    [
      'a missing library',
      "console.error('electron: error while loading shared libraries: libnss3.so: cannot open shared object file'); process.exit(127)",
      'Electron needs libnss3.so, which is not installed here',
    ],
  ])('by %s falls back, and says so', async (_, script, because) => {
    at().clone.shellDoes(script);

    const ended = await at().start();

    expect(ended).toMatchObject(opensBrowser);
    expect(ended.stderr).toContain(instead(because));
  });

  test('is tried again by the next start', async () => {
    at().clone.shellDoes('process.exit(1)');
    await at().start();
    at().clone.shellDoes(
      'require(\'node:fs\').writeSync(3, \'{"event":"window"}\\n\'); console.log(\'{"window":true}\');',
    );

    expect(await at().start()).toMatchObject(opensWindow);
  });

  test('because it cannot be started at all falls back too', async () => {
    chmodSync(join(join(at().electron, 'dist'), PROGRAM), 0o644);

    const ended = await at().start();

    expect(ended).toMatchObject(opensBrowser);
    expect(ended.stderr).toContain(instead('this system does not let Electron be started from its folder'));
  });

  test('leaves the browser nothing of its core to meet', async () => {
    at().clone.shellDoes(
      `const { spawn } = require('node:child_process');
const core = spawn(process.execPath, ['-e', 'process.stdin.resume().on("end", () => setTimeout(() => process.exit(), 300)); console.log(1)'],
  { stdio: ['pipe', 'pipe', 'inherit'] });
require('node:fs').writeFileSync('core.pid', String(core.pid));
core.stdout.once('data', () => process.exit(1));`,
    );
    at().clone.write(
      'main/entry/cli.ts',
      "import { readFileSync } from 'node:fs';\nlet isThere = true;\ntry { process.kill(Number(readFileSync('core.pid', 'utf8')), 0); } catch { isThere = false; }\nconsole.log(JSON.stringify({ isThere }));\n",
    );

    const { stdout } = await at().clone.run(START, [], { ...at().clone.person });

    expect(stdout).toBe('{"isThere":false}\n');
  });
});

describe('Ctrl+C', () => {
  const WAITS = `
require('node:fs').writeSync(3, '{"event":"window"}\\n');
const { spawn } = require('node:child_process');
const core = spawn(process.execPath, ['-e', 'process.stdin.resume().on("end", () => process.exit()); console.log("core")'], { stdio: ['pipe', 'inherit', 'inherit'] });
console.log(JSON.stringify({ electron: process.pid, core: core.pid }));
process.on('SIGINT', () => { console.log('asked'); core.on('exit', () => process.exit(0)); core.stdin.end(); });
setInterval(() => {}, 1000);
`;

  test('ends the window in good order and leaves no process', async () => {
    at().clone.shellDoes(WAITS);
    const child = at().spawn();
    const lines = linesOf(child);
    const pids: { electron: number; core: number } = JSON.parse(await lines.next());
    await lines.next();

    const ended = once(child, 'exit');
    child.kill('SIGINT');

    expect(await lines.next()).toBe('asked');
    expect(await ended).toEqual([0, null]);
    expect([isAlive(pids.electron), isAlive(pids.core)]).toEqual([false, false]);
  });

  test('before the window opens no browser', async () => {
    at().clone.shellDoes("console.log('starting'); setInterval(() => {}, 1000);");
    const child = at().spawn();
    const lines = linesOf(child);
    expect(await lines.next()).toBe('starting');

    const ended = once(child, 'exit');
    child.kill('SIGINT');

    expect(await ended).toEqual([130, null]);
    expect(await lines.next()).toBe('');
  });
});

function linesOf(child: ChildProcess): { next(): Promise<string> } {
  if (child.stdout === null) throw new Error('no stdout');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { next: async () => (await lines.next()).value ?? '' };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH: it has ended.
    return false;
  }
}
