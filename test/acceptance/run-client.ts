import { spawn } from 'node:child_process';

/** Runs a program to its end; what it wrote to both, together. */
export function run(
  file: string,
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const { NODE_OPTIONS: _node, ...own } = process.env;
    const child = spawn(file, [...args], { env: { ...own, NO_PROXY: '*', no_proxy: '*', ...env } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
    // EPIPE: a program that asks for no input ends before it has read it.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
