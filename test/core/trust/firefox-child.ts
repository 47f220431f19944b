import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { realHost } from '../../../main/core/host/real-host.ts';
import { store as policies } from '../../../main/core/trust/stores/firefox-policies.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { benchAuthority, trustBench } from '../../support/trust-bench.ts';

/* Runs in a private root: a policy in `/etc`, and Firefox started on a profile of this home as a person would. Tells what it saw as one line of JSON. */

const home = process.env.HOME ?? '';
const profile = join(home, '.mozilla', 'firefox', 'a.default');
mkdirSync(profile, { recursive: true });
const host = realHost(process.env);
const pair = await benchAuthority(host, home);
const { trust } = trustBench(host, home, [policies], pair);
const names = (): string[] =>
  execFileSync('certutil', ['-L', '-d', `sql:${profile}`], { encoding: 'utf8' })
    .split('\n')
    .slice(4)
    .filter((line) => line.trim() !== '');

const [installed] = await trust.install(pair.authority, ['firefox-policies'], {});
const program = isOnPath('firefox') ? 'firefox' : 'firefox-esr';
const shot = ['--screenshot', join(home, 'page.png'), 'about:blank'];
execFileSync(program, ['--headless', '--no-remote', '--profile', profile, ...shot], {
  stdio: 'pipe',
  timeout: 120_000,
});
const copied = names();
const removed = await trust.uninstall(pair.authority, [], {});
const seen = {
  checks: installed?.checks,
  copied,
  removed,
  left: names(),
  hasPolicies: existsSync('/etc/firefox/policies'),
};
process.stdout.write(`${JSON.stringify(seen)}\n`);
