import { spawnSync } from 'node:child_process';

/** Why a test that needs Python with these modules cannot run here, or null. */
export function pythonLacks(...modules: string[]): string | null {
  const { status } = spawnSync('python3', ['-c', modules.map((name) => `import ${name}`).join('\n')]);
  return status === 0 ? null : `python3 with ${modules.join(' and ')} is not installed`;
}

/** What a Python program prints that is given `input` as JSON; throws with what it says on stderr. */
export function python(program: string, input: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(
    'python3',
    ['-c', `import json, sys\ngiven = json.load(sys.stdin)\n${program}`],
    {
      input: JSON.stringify(input),
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', PYTHONUTF8: '1' },
    },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
