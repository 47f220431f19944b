import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetPath } from '../../../main/core/agents/assets.ts';

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-preload-')));
  writeFileSync(join(folder, 'agent.cjs'), 'console.log("agent loaded")');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function outputOf(
  script: string,
  environment: Record<string, string> = { SEALWIRE_NODE_AGENT: join(folder, 'agent.cjs') },
): string {
  const path = join(folder, script);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'console.log("script ran")');
  return run(path, environment);
}

function run(path: string, environment: Record<string, string>): string {
  return execFileSync(process.execPath, ['--require', assetPath('preload/node.cjs'), path], {
    env: environment,
  }).toString();
}

describe('the preload of Node.js processes', () => {
  test.each(['app.js', 'server.cjs', 'npm-check.js', 'yarn-audit.js', 'node_modules/next/dist/bin/next'])(
    'loads the agent into %s',
    (script) => {
      expect(outputOf(script)).toBe('agent loaded\nscript ran\n');
    },
  );

  test.each([
    'bin/npm-cli.js',
    'bin/npx-cli.js',
    'bin/npm',
    'bin/yarn.js',
    'bin/pnpm.cjs',
    'bin/corepack.js',
    'node_modules/npm/lib/cli.js',
    'corepack/v1/yarn/4.5.0/main.js',
  ])('leaves the package manager %s alone', (script) => {
    expect(outputOf(script)).toBe('script ran\n');
  });

  test('knows a package manager behind a link', () => {
    outputOf('node_modules/pnpm/bin/start.js');
    symlinkSync(join(folder, 'node_modules/pnpm/bin/start.js'), join(folder, 'p'));

    expect(run(join(folder, 'p'), { SEALWIRE_NODE_AGENT: join(folder, 'agent.cjs') })).toBe('script ran\n');
  });

  test('does nothing where no agent is named', () => {
    expect(outputOf('plain.js', {})).toBe('script ran\n');
  });
});
