import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.ts';

/* Runs every benchmark of this folder, or those whose file name holds a word of the command line, one after the other. */

const words = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !['bench.ts', 'run.ts'].includes(name))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log(row(['benchmark', 'figure', 'peer', 'ratio', 'target']));
for (const file of files) {
  const { bench }: { bench: Bench } = await import(join(import.meta.dirname, file));
  const { figure, unit, peer, note } = await bench.run();
  const ratio = peer === undefined ? '' : (figure / peer.figure).toFixed(2);
  const beside = peer === undefined ? '' : `${rounded(peer.figure)} ${unit} ${peer.name}`;
  console.log(
    row([bench.name, `${rounded(figure)} ${unit}`, beside, ratio, bench.target]) +
      (note === undefined ? '' : `  ${note}`),
  );
}

function row(cells: readonly string[]): string {
  const widths = [44, 14, 40, 6, 10];
  return cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
}

function rounded(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(figure >= 10 ? 1 : 2);
}
