import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DEBIAN, debianMachine } from '../support/debian-machine.ts';
import { killRounds } from '../support/trust-kills.ts';
import { seeded } from './seeded.ts';

/* Runs in a private root, where it may change the system's store as it likes; tells what it saw as one line of JSON. */

const { home, env, cwd, rounds, seed, hasJava } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
if (hasJava) {
  // The tool starts programs for each authority; with one of them most of its time is the hook's, which is where a kill does the most harm.
  writeFileSync('/etc/ca-certificates.conf', 'mozilla/ACCVRAIZ1.crt\n');
} else {
  // Java's copy costs many seconds at each change.
  rmSync('/etc/ca-certificates/update.d', { recursive: true, force: true });
  rmSync(dirname(DEBIAN.javaCopy), { recursive: true, force: true });
}
execFileSync('update-ca-certificates', { stdio: 'pipe' });
const result = await killRounds(
  {
    home,
    env,
    cwd,
    stores: ['system'],
    pathOf: { system: DEBIAN.anchors },
    machine: async () => ({ system: JSON.stringify(debianMachine(), null, 1) }),
  },
  rounds,
  seeded(seed),
);
process.stdout.write(`${JSON.stringify(result)}\n`);
