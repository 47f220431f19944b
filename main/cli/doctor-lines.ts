import type { DoctorCheck, DoctorReport } from '../contract/doctor-shapes.ts';
import type { Output } from './output.ts';
import type { Paint } from './paint.ts';
import { plain, table } from './table.ts';

const WORDS = { ok: 'ok', warning: 'warning', failed: 'failed', skipped: 'skipped' } as const;

/** A report as a person reads it: a line a check, and under those that need it the evidence, what differs, and the cure. */
export function doctorLines(
  { url, checks, verdict, ms }: DoctorReport,
  { paint, typed }: Pick<Output, 'paint' | 'typed'>,
): string[] {
  const rows = checks.map((check) => [`  ${stateWord(check.state, paint)}`, check.title, check.summary]);
  const lines = table(['', '', ''], rows).slice(1);
  return [
    `${paint.strong(plain(url))}, examined in ${(ms / 1000).toFixed(1)} s`,
    '',
    ...checks.flatMap((check, at) => [lines[at] ?? '', ...moreLines(check, paint, typed)]),
    '',
    verdictLine(checks, verdict, paint),
  ];
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
  return `${paint.bad('Agents cannot use this server as it is.')} ${counts}.`;
}

function stateWord(state: DoctorCheck['state'], paint: Paint): string {
  if (state === 'ok') return paint.good(WORDS.ok);
  if (state === 'failed') return paint.bad(WORDS.failed);
  return state === 'warning' ? paint.attention(WORDS.warning) : paint.dim(WORDS.skipped);
}
