import type { DoctorCheck, DoctorReport } from '../contract/doctor-shapes.ts';
import type { Output } from './output.ts';
import type { Paint } from './paint.ts';
import { plain, table } from './table.ts';

const WORDS = { ok: 'ok', warning: 'warning', failed: 'failed', skipped: 'skipped' } as const;

/** A report as a person reads it: a line a check, and under those that need it the evidence, what differs, and the cure. Checks that were skipped for one reason share a line. */
export function doctorLines(
  { url, checks, verdict, ms }: DoctorReport,
  { paint, typed }: Pick<Output, 'paint' | 'typed'>,
): string[] {
  const groups = groupsOf(checks);
  const rows = groups.map(([first, ...others]) => {
    const title = others.length === 0 ? first.title : `${others.length + 1} checks`;
    return [`  ${stateWord(first.state, paint)}`, title, first.summary];
  });
  const lines = table(['', '', ''], rows).slice(1);
  return [
    `${paint.strong(plain(url))}, examined in ${(ms / 1000).toFixed(1)} s`,
    '',
    ...groups.flatMap((group, at) => [
      lines[at] ?? '',
      ...(group.length === 1
        ? moreLines(group[0], paint, typed)
        : [paint.dim(`           ${group.map(({ title }) => title).join(', ')}`)]),
    ]),
    '',
    verdictLine(checks, verdict, paint),
  ];
}

type Group = readonly [DoctorCheck, ...DoctorCheck[]];

/** Checks in their order; those that follow each other and were skipped for the same reason together. */
function groupsOf(checks: readonly DoctorCheck[]): Group[] {
  const groups: Group[] = [];
  for (const check of checks) {
    const last = groups.at(-1);
    const isSame = check.state === 'skipped' && last?.[0].state === 'skipped' && last[0].summary === check.summary;
    if (last !== undefined && isSame) groups[groups.length - 1] = [...last, check];
    else groups.push([check]);
  }
  return groups;
}

/** What stands below a check's line; nothing below one that is as it should be, but its evidence. */
function moreLines({ state, evidence, details, fix }: DoctorCheck, paint: Paint, typed: Output['typed']): string[] {
  const needsMore = state === 'warning' || state === 'failed';
  const told = details.filter((each) => each.state === 'warning' || each.state === 'failed');
  return [
    ...(evidence === '' || state === 'skipped' ? [] : [paint.dim(`           ${plain(evidence)}`)]),
    ...(needsMore ? told.map(({ what, text }) => `           ${plain(what)}: ${plain(text)}`) : []),
    ...(fix === null ? [] : [`           → ${plain(typed(fix))}`]),
  ];
}

function verdictLine(checks: readonly DoctorCheck[], verdict: DoctorReport['verdict'], paint: Paint): string {
  const count = (state: DoctorCheck['state']): number => checks.filter((check) => check.state === state).length;
  const counts = (['ok', 'warning', 'failed', 'skipped'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} ${WORDS[state]}`)
    .join(', ');
  if (verdict === 'ok') return `${paint.good('Agents can use this server.')} ${counts}.`;
  if (verdict === 'warning')
    return `${paint.attention('Agents can use this server, and something should be mended.')} ${counts}.`;
  return `${paint.bad('Something does not work on this server as it is.')} ${counts}.`;
}

function stateWord(state: DoctorCheck['state'], paint: Paint): string {
  if (state === 'ok') return paint.good(WORDS.ok);
  if (state === 'failed') return paint.bad(WORDS.failed);
  return state === 'warning' ? paint.attention(WORDS.warning) : paint.dim(WORDS.skipped);
}
