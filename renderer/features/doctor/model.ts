import type { DoctorCheck, DoctorReport, DoctorState } from '../../../main/contract/index.ts';
import { plural } from '../../ui/format.ts';
import type { Tone } from '../../ui/state-icon.tsx';

/** A row of the list: a check that was made, is being made, or is still to come. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly check: DoctorCheck | null;
  readonly isNow: boolean;
}

export const TONES: Readonly<Record<DoctorState, Tone>> = {
  ok: 'ok',
  warning: 'attention',
  failed: 'failed',
  skipped: 'n/a',
};

export const STATE_WORDS: Readonly<Record<DoctorState, string>> = {
  ok: 'ok',
  warning: 'warning',
  failed: 'failed',
  skipped: 'skipped',
};

/** Every check that is planned, with what was found of it so far; the first without is the one that is being made. */
export function rowsOf(
  planned: readonly { readonly id: string; readonly title: string }[],
  found: readonly DoctorCheck[],
  isRunning: boolean,
): Row[] {
  const first = planned.find(({ id }) => !found.some((check) => check.id === id));
  return planned.map(({ id, title }) => ({
    id,
    title,
    check: found.find((check) => check.id === id) ?? null,
    isNow: isRunning && id === first?.id,
  }));
}

/** What an examination comes to, in one sentence. */
export function verdictSentence(verdict: DoctorReport['verdict']): string {
  if (verdict === 'ok') return 'Agents can use this server.';
  return verdict === 'warning'
    ? 'Agents can use this server, and something should be mended.'
    : 'Something does not work on this server as it is.';
}

/** "18 ok, 2 warnings, 1 failed, 1 skipped", without those that are none. */
export function countsLine(checks: readonly DoctorCheck[]): string {
  const count = (state: DoctorState): number => checks.filter((check) => check.state === state).length;
  const parts = [
    count('ok') === 0 ? null : `${count('ok')} ok`,
    count('warning') === 0 ? null : plural(count('warning'), 'warning', 'warnings'),
    count('failed') === 0 ? null : `${count('failed')} failed`,
    count('skipped') === 0 ? null : `${count('skipped')} skipped`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** Why a URL cannot be examined, as far as that is seen at once; null where it can. */
export function urlFault(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return null;
  return URL.canParse(typed) && /^https?:\/\//i.test(typed)
    ? null
    : 'Write it with its scheme, such as https://apm.corp.example:8200.';
}
