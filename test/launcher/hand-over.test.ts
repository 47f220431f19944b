import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, linkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SmallClone, smallClone } from './small-clone.ts';

let clone: SmallClone;
beforeEach(() => {
  clone = smallClone();
  const other = join(clone.folder, 'other-node');
  try {
    linkSync(process.execPath, other);
  } catch {
    // The temporary folder is on another disk.
    copyFileSync(process.execPath, other);
  }
  clone.write(
    'over.mjs',
    `import { handOver } from './main/launcher/hand-over.mjs';
await handOver(${JSON.stringify(other)}, ${JSON.stringify(join(clone.folder, 'child.ts'))}, process.argv.slice(2));`,
  );
  clone.write(
    'child.ts',
    `const [what]: string[] = process.argv.slice(2);
if (what === 'path') console.log(process.env.PATH);
if (what === 'exit') process.exit(5);
if (what === 'kill') process.kill(process.pid, 'SIGKILL');
if (what === 'wait') {
  process.on('SIGTERM', () => { console.log('asked'); process.exit(4); });
  console.log('waiting');
  setInterval(() => {}, 1000);
}
`,
  );
});
afterEach(() => clone.close());

describe('handing over to the fetched Node', () => {
  test('keeps the exit code, and 128 + n for a signal', async () => {
    expect((await clone.run('over.mjs', ['exit'])).code).toBe(5);
    expect((await clone.run('over.mjs', ['kill'])).code).toBe(128 + 9);
  });

  test('leaves the PATH as it was', async () => {
    expect((await clone.run('over.mjs', ['path'])).stdout.trim()).toBe(clone.env.PATH);
  });

  test('passes signals on and waits', async () => {
    const parent = spawn(process.execPath, [join(clone.folder, 'over.mjs'), 'wait'], {
      env: { ...clone.env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('waiting');

    const ended = once(parent, 'exit');
    parent.kill('SIGTERM');

    expect((await lines.next()).value).toBe('asked');
    expect((await ended)[0]).toBe(4);
  });
});
