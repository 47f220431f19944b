#!/usr/bin/env node
import { quietWarnings } from '../cli/quiet-warnings.ts';
import { thisProgram } from '../cli/this-program.ts';
import { runForWindow } from '../cli/up/run-for-window.ts';
import { realHost } from '../core/host/real-host.ts';

quietWarnings();
const host = realHost();
const { stdin, stdout, stderr } = process;
process.exit(await runForWindow({ host, program: thisProgram(host, import.meta.filename), stdin, stdout, stderr }));
