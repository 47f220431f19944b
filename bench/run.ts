import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, BenchOptions, Finding } from './bench.ts';

/*
 * Runs every benchmark of this folder, or those whose file name holds a word of the command line, one after the other, on what it builds first. One that
 * cannot run says why in its row and lets the others go on; the exit code is 1 then. `-- intake --url URL [--ca FILE] [--token-stdin]` drives the load of the
 * intake benchmark at another server.
 */

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, ca: { type: 'string' }, 'token-stdin': { type: 'boolean', default: false } },
});
const options: BenchOptions = {
  url: values.url ?? null,
  caFile: values.ca ?? null,
  token: values['token-stdin'] ? readFileSync(0, 'utf8').trim() : null,
};
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !['bench.ts', 'run.ts'].includes(name))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));

const builder = resolve(import.meta.dirname, '..', 'main', 'launcher', 'build.ts');
const built = spawnSync(process.execPath, [builder, '--interface', '--cli'], { stdio: 'inherit' });
if (built.status !== 0) throw new Error(`the build that is to be measured ended with ${built.status ?? built.signal}`);

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log(row(['benchmark', 'figure', 'peer', 'ratio', 'target']));
for (const file of files) {
  const { bench }: { bench: Bench } = await import(join(import.meta.dirname, file));
  const found = await bench.run(options).catch((error: unknown) => error);
  const findings = Array.isArray(found) ? found : [found];
  if (!findings.every(isFinding)) {
    process.exitCode = 1;
    console.log(`${row([bench.name, 'not measured', '', '', bench.target])}  ${String(found)}`);
    continue;
  }
  for (const finding of findings) print(bench, finding);
}

function print(bench: Bench, { name = bench.name, figure, unit, peer, note }: Finding): void {
  const ratio = peer === undefined ? '' : (figure / peer.figure).toFixed(2);
  const beside = peer === undefined ? '' : `${rounded(peer.figure)} ${unit} ${peer.name}`;
  console.log(
    row([name, `${rounded(figure)} ${unit}`, beside, ratio, bench.target]) + (note === undefined ? '' : `  ${note}`),
  );
}

function isFinding(found: unknown): found is Finding {
  return typeof found === 'object' && found !== null && 'figure' in found;
}

function row(cells: readonly string[]): string {
  const widths = [44, 14, 40, 6, 10];
  return cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
}

function rounded(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(figure >= 10 ? 1 : 2);
}
