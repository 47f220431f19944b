import type { TrustAdvice, TrustLeftover, TrustLines, TrustPlan, TrustResult, TrustStore } from '../contract/index.ts';
import type { Paint } from './paint.ts';
import { plain, table } from './table.ts';

const WORDS = {
  absent: 'absent',
  'not-installed': 'not installed',
  installed: 'installed',
  verified: 'verified',
} as const;

/** Stores as a table, with what stands behind each state below it. */
export function storeLines(stores: readonly TrustStore[], paint: Paint): string[] {
  if (stores.length === 0) return ['No trust store was found on this machine.'];
  const colour = (state: TrustStore['state']): string =>
    state === 'verified' ? paint.good(WORDS[state]) : state === 'absent' ? paint.dim(WORDS[state]) : WORDS[state];
  return [
    ...table(
      ['STORE', 'STATE', 'NEEDS', 'PATH'],
      stores.map(({ id, state, needs, path }) => [id, colour(state), needs, path]),
    ),
    '',
    ...stores.flatMap(({ id, evidence, problem, checks, isProven }) => [
      plain(`${id}: ${evidence}`),
      ...(problem === null ? [] : [plain(`  ${problem.fix}`)]),
      ...checkLines(checks),
      ...(isProven ? [] : ['  Not proven on the real system: its steps were only tested with recorded output.']),
    ]),
  ];
}

/** Changes that wait: what was interrupted or has lost its store, each with what finishes it and what takes it back. */
export function leftoverLines(leftovers: readonly TrustLeftover[]): string[] {
  return leftovers.flatMap(({ ledgerId, what, where, why, finishIn }) => [
    plain(`Not finished: ${what} (${where})${why === 'store-gone' ? '. Its store is not found any more' : ''}.`),
    ...(finishIn === null ? [] : [plain(`  \`sealwire trust install ${finishIn}\` finishes it.`)]),
    `  \`sealwire ledger undo ${ledgerId}\` takes it back.`,
  ]);
}

/** One line for each program that was made to connect. */
export function checkLines(checks: TrustStore['checks']): string[] {
  return checks.map(({ client, outcome, reason }) => plain(`  ${client}: ${outcome}. ${reason}`));
}

/** A plan, change by change and command by command, as a person is asked to agree to it. */
export function planLines(plan: TrustPlan): string[] {
  const steps = plan.steps.flatMap(({ store, title, needs, does, commands, byHand, asks }) => [
    plain(`${store} (${title})`),
    ...(byHand
      ? [
          `  Needs ${needs === 'admin' ? "an administrator's rights" : 'other rights'}, so Sealwire changes nothing. Run this yourself:`,
        ]
      : does.map((line) => plain(`  ${line}`))),
    ...commands.map((command) => plain(`    ${command}`)),
    ...(asks === '' ? [] : [plain(`  ${asks}`)]),
  ]);
  const skipped = plan.skipped.map(({ store, reason }) => plain(`${store}: ${reason}`));
  return [...steps, ...(skipped.length > 0 && steps.length > 0 ? [''] : []), ...skipped];
}

/** What became of each store. */
export function resultLines(results: readonly TrustResult[], paint: Paint): string[] {
  if (results.length === 0) return ['Nothing was done.'];
  return results.flatMap(({ store, outcome, said, fix, commands, checks, lines }) => [
    `${outcome === 'done' ? paint.good('done') : outcome === 'failed' ? paint.bad('failed') : outcome}  ${plain(`${store}: ${said}`)}`,
    ...(fix === null ? [] : [plain(`  ${fix}`)]),
    ...commands.map((command) => plain(`    ${command}`)),
    ...checkLines(checks),
    ...setLines(lines),
  ]);
}

function setLines(lines: readonly TrustLines[]): string[] {
  return lines.flatMap(({ title, content }) => [
    plain(`  ${title}`),
    ...content
      .trimEnd()
      .split('\n')
      .map((line) => plain(`    ${line}`)),
  ]);
}

/** Agents that are told by a setting of their own need no store at all. */
export function adviceLines(advice: readonly TrustAdvice[]): string[] {
  const own = advice.filter(({ needsStore }) => !needsStore);
  if (own.length === 0) return [];
  const names = own.map(({ title }) => title).join(', ');
  return [
    `No store has to trust the authority for agents that have a setting of their own for it: ${names}. \`sealwire agent show AGENT\` has the line.`,
  ];
}
