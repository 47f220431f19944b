#!/usr/bin/env node
import { quietWarnings } from '../cli/quiet-warnings.ts';
import { runCli } from '../cli/run-cli.ts';
import { thisProgram } from '../cli/this-program.ts';
import { realHost } from '../core/host/real-host.ts';

quietWarnings();
const host = realHost();
const { stdin, stdout, stderr } = process;
process.exit(
  await runCli({
    argv: process.argv.slice(2),
    host,
    program: thisProgram(host, import.meta.filename),
    stdout,
    stderr,
    terminal: stdin.isTTY && stderr.isTTY ? { input: stdin, output: stderr } : null,
  }),
);
