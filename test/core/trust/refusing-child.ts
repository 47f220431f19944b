import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realHost } from '../../../main/core/host/real-host.ts';
import { store as firefox } from '../../../main/core/trust/stores/firefox.ts';
import { store as java } from '../../../main/core/trust/stores/java.ts';
import { withoutReaders } from '../../support/cuttable-host.ts';
import { benchAuthority, trustBench } from '../../support/trust-bench.ts';

/* Runs in a private root: a profile of Firefox and a Java on a disk of their own, which is full, then read-only, then neither. Tells what it saw as one line of JSON. */

const home = mkdtempSync(join(process.env.HOME ?? '', 'full-'));
const disk = join(home, '.mozilla');
mkdirSync(disk);
mkdirSync(join(home, '.jdks'));
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', disk]);
const profile = join(disk, 'firefox', 'a.default');
mkdirSync(profile, { recursive: true });
execFileSync('certutil', ['-N', '--empty-password', '-d', `sql:${profile}`]);

const host = realHost({ PATH: process.env.PATH, HOME: home });
const pair = await benchAuthority(host, home);
const ids = ['firefox:a.default'];
const package_ = process.argv[2] ?? '';
const jdk = join(home, '.jdks', 'own');
if (package_ !== '') {
  execFileSync('cp', ['-as', package_, jdk]);
  const security = join(jdk, 'lib', 'security');
  execFileSync('rm', ['-r', security]);
  mkdirSync(join(disk, 'security'));
  execFileSync('ln', ['-s', join(disk, 'security'), security]);
  cpSync(join(package_, 'lib', 'security', 'cacerts'), join(disk, 'security', 'cacerts'));
  ids.push(`java:${jdk}`);
}
const { trust, ledger } = trustBench(host, home, withoutReaders([firefox, java]), pair);
const names = (): string[] => readdirSync(disk, { recursive: true, encoding: 'utf8' }).sort();
const install = async (): Promise<string[]> =>
  (await trust.install(pair.authority, ids, {})).map(({ outcome, said }) => `${outcome}: ${said}`);

const before = names();
const { bavail, bsize } = statfsSync(disk);
const filler = join(disk, 'filler');
writeFileSync(filler, Buffer.alloc(bavail * bsize));
const full = await install();
execFileSync('rm', [filler]);
const afterFull = names();
execFileSync('mount', ['-o', 'remount,ro', disk]);
const readOnly = await install();
execFileSync('mount', ['-o', 'remount,rw', disk]);
const states = ledger.list().map(({ state }) => state);
const works = await install();
await trust.uninstall(pair.authority, ids, {});
process.stdout.write(`${JSON.stringify({ before, full, afterFull, readOnly, states, works, after: names() })}\n`);
