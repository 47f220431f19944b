import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEntry } from '../../main/contract/index.ts';
import { entry } from './entry.ts';

/** Where the command line runs, what it is told to change, and how the machine is looked at. */
export interface KilledTrust {
  /** Sealwire's own folder, with an authority already. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly uid?: number;
  /** Ids of the stores. */
  readonly stores: readonly string[];
  /** Everything that the stores hold, by the name of the store; a store is as before where its text is. */
  machine(): Promise<Readonly<Record<string, string>>>;
  /** By what the path in the ledger of a store is known. */
  readonly pathOf: Readonly<Record<string, string>>;
}

export interface KilledRounds {
  /** Rounds in which the process was killed before it had ended by itself. */
  readonly kills: number;
  /** Rounds in which a store was changed when the process was killed. */
  readonly inTheMidst: number;
  /** What was not as it must be, in words. */
  readonly wrong: readonly string[];
}

/** One round: a kill after the other, of what the one before has left. */
const TURNS = [
  { action: 'install', scope: 'group' },
  { action: 'install', scope: 'process' },
  { action: 'uninstall', scope: 'process' },
  { action: 'uninstall', scope: 'group' },
] as const;

/**
 * SIGKILL at random moments of `trust install` and `trust uninstall`, to the process alone, whose tools then run on, and to everything that it started. After each the ledger must be
 * true, and after some of them one uninstall must leave the machine as it was.
 */
export async function killRounds(on: KilledTrust, rounds: number, random: () => number): Promise<KilledRounds> {
  const before = await on.machine();
  const wrong: string[] = [];
  let kills = 0;
  let inTheMidst = 0;
  let whole = {
    install: await msUntilDone(on, 'install', wrong),
    uninstall: await msUntilDone(on, 'uninstall', wrong),
  };
  for (let round = 0; round < rounds; round += 1) {
    let told = '';
    for (const { action, scope } of TURNS) {
      const moment = whole[action] * (0.3 + 0.8 * random());
      told = `round ${round}, ${action} killed with its ${scope} after ${Math.round(moment)} ms of ${Math.round(whole[action])}`;
      if (await killed(on, action, moment, scope)) kills += 1;
      const changed = changedStores(before, await on.machine());
      if (changed.length > 0) inTheMidst += 1;
      wrong.push(...falseLines(on, action, changed).map((line) => `${told}: ${line}`));
    }
    const { code, said, ms } = await finished(on, 'uninstall');
    // Other work on the machine comes and goes; where there was something to take out, it tells how long that takes by now.
    if (ms > 0) whole = { install: (whole.install * ms) / whole.uninstall, uninstall: ms };
    if (code !== 0) wrong.push(`${told}: the next run exited with ${code}: ${said}`);
    const left = changedStores(before, await on.machine());
    if (left.length > 0)
      wrong.push(`${told}: not as before: ${differences(before, await on.machine()).join(', ')}: ${said}`);
    const standing = ledgerOf(on.home).filter(({ state }) => state !== 'undone');
    if (standing.length > 0) wrong.push(`${told}: still in the ledger: ${standing.map(({ what }) => what).join(', ')}`);
  }
  return { kills, inTheMidst, wrong };
}

/** What the ledger says that is not so. */
function falseLines(
  { stores, pathOf, home }: KilledTrust,
  action: 'install' | 'uninstall',
  changed: readonly string[],
): string[] {
  const entries = ledgerOf(home);
  return stores.flatMap((store) => {
    const standing = entries.filter(({ where, state }) => where === pathOf[store] && state !== 'undone');
    const isDone = standing.some(({ state }) => state === 'done');
    if (changed.includes(store) && standing.length === 0) return [`${store} is changed, and the ledger does not know`];
    // An uninstall may be killed between the change and the word on it; its next run finds nothing left to do.
    const isTold = action === 'install' && isDone && !changed.includes(store);
    return isTold ? [`${store} is done in the ledger, but not changed`] : [];
  });
}

/** The last state of each change. A line that a kill cut short counts for nothing. */
function ledgerOf(home: string): LedgerEntry[] {
  const path = join(home, 'ledger.jsonl');
  const last = new Map<string, LedgerEntry>();
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    try {
      const each: LedgerEntry = JSON.parse(line);
      last.set(each.id, each);
    } catch {
      // SyntaxError: half a line.
    }
  }
  return [...last.values()];
}

function changedStores(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return Object.keys(before).filter((store) => before[store] !== after[store]);
}

/** Lines of one and not of the other, a few of them. */
function differences(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  const linesOf = (machine: Readonly<Record<string, string>>): string[] =>
    Object.values(machine).join('\n').split('\n');
  const [old, now] = [new Set(linesOf(before)), new Set(linesOf(after))];
  const gone = [...old].filter((line) => !now.has(line)).map((line) => `- ${line}`);
  const come = [...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`);
  return [...gone, ...come].slice(0, 6);
}

function start(on: KilledTrust, action: string, under: readonly string[]): ReturnType<typeof spawn> {
  const [file = '', ...args] = [...under, process.execPath, entry, 'trust', action, ...on.stores, '--yes', '--json'];
  return spawn(file, args, {
    env: on.env,
    cwd: on.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(on.uid === undefined ? {} : { uid: on.uid, gid: on.uid }),
  });
}

/** Runs and kills it at that moment; whether it was still running then. */
function killed(on: KilledTrust, action: string, moment: number, scope: 'process' | 'group'): Promise<boolean> {
  const foreground = scope === 'process' ? ['--foreground'] : [];
  const child = start(on, action, ['timeout', ...foreground, '--signal=KILL', `${moment / 1000}s`]);
  child.stdout?.resume();
  child.stderr?.resume();
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal === 'SIGKILL' || code === 137)));
}

/** Runs it to its end; `ms` until the last line that it wrote into the ledger, and not above 0 where it wrote none. */
async function finished(
  on: KilledTrust,
  action: string,
): Promise<{ readonly code: number | null; readonly said: string; readonly ms: number }> {
  const startedAt = Date.now();
  const child = start(on, action, []);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said, ms: statSync(join(on.home, 'ledger.jsonl')).mtimeMs - startedAt };
}

/** How long it takes until the last line of the ledger is written. */
async function msUntilDone(on: KilledTrust, action: string, wrong: string[]): Promise<number> {
  const { code, said, ms } = await finished(on, action);
  if (code !== 0) wrong.push(`without a kill: ${action} exited with ${code}: ${said}`);
  return ms;
}
