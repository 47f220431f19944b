import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrustResult } from '../../../main/contract/index.ts';
import type { Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { store as java } from '../../../main/core/trust/stores/java.ts';
import { store as debian } from '../../../main/core/trust/stores/system-debian.ts';
import { cuttableHost, withoutReaders } from '../../support/cuttable-host.ts';
import { DEBIAN, debianMachine } from '../../support/debian-machine.ts';
import { type BenchAuthority, benchAuthority, type TrustBench, trustBench } from '../../support/trust-bench.ts';

/* Runs in a private root, where it may change the system's store as it likes; tells what it saw as one line of JSON. */

const { anchors: ANCHORS, bundle: BUNDLE, javaCopy: JAVA_COPY } = DEBIAN;

const given = process.env.SEALWIRE_BENCH === undefined ? null : JSON.parse(process.env.SEALWIRE_BENCH);
const home: string = given?.home ?? mkdtempSync(join(tmpdir(), 'sealwire-debian-'));
const host: Host = realHost({ ...process.env, HOME: home });
const kinds = [debian, java];
/** Java's copy costs seconds at each change, and these scenarios are not about it. */
const withoutJava = (): void => {
  rmSync('/etc/ca-certificates/update.d', { recursive: true, force: true });
  rmSync('/etc/ssl/certs/java', { recursive: true, force: true });
};
const refresh = (): unknown => execFileSync('update-ca-certificates', { stdio: 'pipe' });
const openBench = (pair: BenchAuthority, on: Host = host, own = withoutReaders(kinds)): TrustBench =>
  trustBench(on, home, own, pair);
const spoken = (results: readonly TrustResult[]): string[] => results.map(({ outcome, said }) => `${outcome}: ${said}`);

const SCENARIOS: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Installed, verified, and taken out again. */
  round: async () => {
    refresh();
    const { trust, authority, ledger } = openBench(await benchAuthority(host, home), host, kinds);
    const before = debianMachine();
    const installed = await trust.install(authority, ['system'], {});
    const between = debianMachine();
    const javas = await trust.check(authority, ['java']);
    const removed = await trust.uninstall(authority, ['system'], {});
    return {
      before,
      between,
      after: debianMachine(),
      checks: installed.flatMap(({ checks }) => checks),
      javas: javas.flatMap(({ checks }) => checks),
      states: ledger.list().map(({ state }) => state),
      said: spoken([...installed, ...removed]),
      mode: lstatSync(BUNDLE).mode & 0o777,
    };
  },

  /** The way of other tools: the file removed by hand and the tool run, which leaves Java's copy and links behind. */
  gone: async () => {
    refresh();
    const { trust, authority } = openBench(await benchAuthority(host, home));
    const before = debianMachine();
    await trust.install(authority, ['system'], {});
    rmSync(join(ANCHORS, `sealwire-${authority.tag}.crt`));
    refresh();
    const left = debianMachine();
    const removed = await trust.uninstall(authority, ['system'], {});
    return { before, left, after: debianMachine(), said: spoken(removed), tag: authority.tag };
  },

  /** Java's store alone, with the other Javas of the machine reading the same file. */
  java: async () => {
    const { trust, authority } = openBench(await benchAuthority(host, home), host, kinds);
    const before = debianMachine();
    const installed = await trust.install(authority, ['java'], {});
    const between = debianMachine();
    const facts = lstatSync(JAVA_COPY);
    const removed = await trust.uninstall(authority, ['java'], {});
    const said = spoken([...installed, ...removed]);
    const checks = installed.flatMap((each) => each.checks);
    return { before, between, after: debianMachine(), said, checks, mode: facts.mode & 0o777, tag: authority.tag };
  },

  /** What others do in between stays, and what is in the way is left alone. */
  others: async () => {
    withoutJava();
    refresh();
    const first = openBench(await benchAuthority(host, home));
    const stranger = (await benchAuthority(host, home)).authority;
    const own = join(ANCHORS, `sealwire-${first.authority.tag}.crt`);
    await first.trust.install(first.authority, ['system'], {});
    writeFileSync(join(ANCHORS, 'stranger.crt'), stranger.pem);
    refresh();
    await first.trust.uninstall(first.authority, ['system'], {});
    const keepsStranger = readFileSync(BUNDLE, 'utf8').includes(stranger.pem.trim());

    symlinkSync('/etc/hostname', own);
    const linked = await first.trust.install(first.authority, ['system'], {});
    rmSync(own);
    writeFileSync(own, 'something else\n');
    const foreign = await first.trust.install(first.authority, ['system'], {});
    const isUntouched = readFileSync(own, 'utf8') === 'something else\n';
    rmSync(own);

    const { steps } = await first.trust.plan('install', first.authority, ['system']);
    appendFileSync(BUNDLE, stranger.pem);
    const seen = { system: steps[0]?.seen ?? '' };
    const changed = await first.trust.install(first.authority, ['system'], seen);

    await first.trust.install(first.authority, ['system'], {});
    writeFileSync(own, stranger.pem);
    const replaced = await first.trust.uninstall(first.authority, ['system'], {});
    const isReplacedKept = readFileSync(own, 'utf8') === stranger.pem;
    return {
      keepsStranger,
      isUntouched,
      isReplacedKept,
      linked: spoken(linked),
      foreign: spoken(foreign),
      changed: spoken(changed),
      replaced: spoken(replaced),
      open: first.ledger.list().filter(({ state }) => state !== 'undone').length,
    };
  },

  /** What a killed run of the tool leaves, which its next one goes on from; and a tool that somebody else runs at the moment. */
  unfinished: async () => {
    withoutJava();
    refresh();
    const { trust, authority } = openBench(await benchAuthority(host, home));
    const before = debianMachine();
    await trust.install(authority, ['system'], {});
    const half = readFileSync(BUNDLE, 'utf8').slice(0, 100_000);
    writeFileSync(`${BUNDLE}.new`, `${half.slice(0, half.lastIndexOf('-----BEGIN'))}${authority.pem}`);
    const removed = await trust.uninstall(authority, ['system'], {});
    const after = debianMachine();

    const tool = join(home, 'update-ca-certificates');
    writeFileSync(tool, 'echo at work\nread line\n');
    const other = spawn('sh', [tool], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(other.stdout, 'data');
    const busy = await trust.install(authority, ['system'], {});
    other.stdin.end();
    await once(other, 'exit');
    const done = await trust.install(authority, ['system'], {});
    await trust.uninstall(authority, ['system'], {});
    return { before, after, removed: spoken(removed), busy: spoken(busy), done: spoken(done), last: debianMachine() };
  },

  /** Java's copy, as a kill in the moment in which the hook writes it leaves it: cut at some length, with its package set up by half. The next run mends both. */
  cutShort: async () => {
    // The tool starts a program for each of them, and this is not about them.
    writeFileSync('/etc/ca-certificates.conf', 'mozilla/ACCVRAIZ1.crt\n');
    refresh();
    const pair = await benchAuthority(host, home);
    const { authority } = pair;
    const alias = `java debian:sealwire-${authority.tag}.pem`;
    const before = debianMachine();
    const whole = readFileSync(JAVA_COPY);
    const facts = lstatSync(JAVA_COPY);
    const tools = join(home, 'tools');
    mkdirSync(tools);
    // Java is started by the package's set-up. This one has begun to write, and then everything that belongs to the run is killed.
    const java = `#!/bin/sh\ncase "$*" in *ca-certificates-java.jar*) head -c "$SEALWIRE_CUT" ${home}/whole > ${JAVA_COPY}; kill -s KILL -- -$(ps -o pgid= -p $$ | tr -d ' ');; *) exec /usr/bin/java "$@";; esac\n`;
    writeFileSync(join(home, 'whole'), whole);
    writeFileSync(join(tools, 'java'), java, { mode: 0o755 });
    const seen: unknown[] = [];
    for (const [action, bytes] of [
      ['install', 0],
      ['install', 3],
      ['uninstall', 70_000],
      ['uninstall', whole.length - 1],
    ] as const) {
      const given = { SEALWIRE_CUT: String(bytes), SEALWIRE_BENCH: JSON.stringify({ home, authority }) };
      const killed = spawn(process.execPath, [import.meta.filename, 'install'], {
        env: { ...process.env, ...given, PATH: `${tools}:${process.env.PATH}` },
        // A process group of its own, which ends as a whole.
        detached: true,
        stdio: 'ignore',
      });
      const [, signal] = await once(killed, 'exit');
      const left = readFileSync(JAVA_COPY).length;
      const next = openBench(pair);
      const state = debianMachine()['ca-certificates-java'];
      const said = spoken(await next.trust[action](authority, ['system'], {}));
      const isIn = debianMachine()[alias] !== undefined;
      const { mode, uid } = lstatSync(JAVA_COPY);
      if (action === 'install') await next.trust.uninstall(authority, ['system'], {});
      seen.push({
        signal,
        left: left === bytes,
        state,
        said,
        isIn,
        isSame: mode === facts.mode && uid === facts.uid,
        isAsBefore: JSON.stringify(debianMachine()) === JSON.stringify(before),
        kept: readdirSync(join(home, 'undo')),
        open: next.ledger.list().filter(({ state: each }) => each !== 'undone').length,
      });
    }
    return seen;
  },

  /** Installs what a bench of another process is about. */
  install: async () => {
    const { trust } = openBench({ ...(await benchAuthority(host, home)), authority: given?.authority });
    return trust.install(given?.authority, ['system'], {});
  },

  /** A store that cannot be written, and a disk that is full: one sentence, and nothing half there. */
  refusing: async () => {
    withoutJava();
    refresh();
    const { trust, authority, ledger } = openBench(await benchAuthority(host, home));
    const before = debianMachine();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'none', ANCHORS]);
    writeFileSync(join(ANCHORS, 'filler'), Buffer.alloc(4096));
    const full = await trust.install(authority, ['system'], {});
    const leftInFull = readdirSync(ANCHORS);
    execFileSync('mount', ['-o', 'remount,ro', ANCHORS]);
    const readOnly = await trust.install(authority, ['system'], {});
    execFileSync('umount', [ANCHORS]);
    refresh();
    const states = ledger.list().map(({ state }) => state);
    return { before, after: debianMachine(), full: spoken(full), readOnly: spoken(readOnly), leftInFull, states };
  },

  /** Killed at every effect of installing and of uninstalling, with a quick stand-in for the tool; the next run finishes. */
  kills: async () => {
    withoutJava();
    const tools = join(home, 'tools');
    mkdirSync(tools);
    const script = `#!/bin/sh\ncat /usr/share/ca-certificates/mozilla/[A-C]*.crt > ${BUNDLE}.new\nfor f in ${ANCHORS}/*.crt; do test -e "$f" && cat "$f" >> ${BUNDLE}.new; done\nmv ${BUNDLE}.new ${BUNDLE}\n`;
    writeFileSync(join(tools, 'update-ca-certificates'), script, { mode: 0o755 });
    const quick: Host = realHost({ PATH: `${tools}:/usr/bin:/bin`, HOME: home });
    execFileSync(join(tools, 'update-ca-certificates'));
    const pair = await benchAuthority(quick, home);
    const { authority } = pair;
    const before = JSON.stringify(debianMachine());
    const wrong: string[] = [];
    let kills = 0;
    for (const action of ['install', 'uninstall'] as const) {
      let isCut = true;
      for (let at = 1; isCut; at += 1) {
        if (action === 'uninstall') await openBench(pair, quick).trust.install(authority, ['system'], {});
        const cut = cuttableHost(quick, at, at % 2 === 0);
        try {
          await openBench(pair, cut.host).trust[action](authority, ['system'], {});
        } catch (error) {
          if (!cut.wasCut()) throw error;
        }
        isCut = cut.wasCut();
        if (isCut) kills += 1;
        const next = openBench(pair, quick);
        const isKnown = next.ledger.list().some(({ state }) => state !== 'undone');
        if (JSON.stringify(debianMachine()) !== before && !isKnown)
          wrong.push(`${action} ${at}: changed, and not in the ledger`);
        if (at % 2 === 0) await next.trust.install(authority, ['system'], {});
        await next.trust.uninstall(authority, [], {});
        if (JSON.stringify(debianMachine()) !== before) wrong.push(`${action} ${at}: not as before`);
        if (next.ledger.list().some(({ state }) => state !== 'undone'))
          wrong.push(`${action} ${at}: left in the ledger`);
      }
    }
    return { kills, wrong };
  },
};

const scenario = SCENARIOS[process.argv[2] ?? ''];
if (scenario === undefined) throw new Error(`no scenario ${process.argv[2]}`);
process.stdout.write(`${JSON.stringify(await scenario())}\n`);
rmSync(home, { recursive: true, force: true });
