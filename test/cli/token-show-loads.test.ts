import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sources } from '../support/entry.ts';
import { type RunningSealwire, runToEnd, startSealwire } from '../support/running-sealwire.ts';

let sealwire: RunningSealwire;
beforeAll(async () => {
  sealwire = await startSealwire();
});
afterAll(() => sealwire.stop());

/** Every module that `args` loads, as Node resolves it. */
async function loadedBy(...args: string[]): Promise<string[]> {
  const report = join(sealwire.home, 'loaded');
  const hook = `import { registerHooks } from 'node:module';
import { appendFileSync } from 'node:fs';
registerHooks({ resolve(name, context, next) { const found = next(name, context); appendFileSync(${JSON.stringify(report)}, found.url + '\\n'); return found; } });`;
  writeFileSync(report, '');
  const { code } = await runToEnd(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, sources, ...args],
    { env: sealwire.env, cwd: sealwire.home },
  );
  expect(code).toBe(0);
  return readFileSync(report, 'utf8').trimEnd().split('\n');
}

describe('token show against a running instance', () => {
  test('loads neither schemas nor a core nor a database, which would cost more than all the rest', async () => {
    const loaded = await loadedBy('token', 'show');

    expect(loaded.some((url) => url.endsWith('/main/cli/commands/token/show.ts'))).toBe(true);
    for (const heavy of [
      '/node_modules/',
      '/core/core.ts',
      '/contract/shapes.ts',
      'node:sqlite',
      '/cli/ask.ts',
      '/cli/up/',
    ]) {
      expect(
        loaded.filter((url) => url.includes(heavy)),
        heavy,
      ).toEqual([]);
    }
  });

  test('loads no other command', async () => {
    const commands = (await loadedBy('token', 'show')).filter((url) => url.includes('/cli/commands/'));

    expect(new Set(commands).size).toBe(1);
  });
});
