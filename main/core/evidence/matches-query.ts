import type { Attempt, ParsedInput } from '../../contract/index.ts';

/** Whether an attempt fits what was asked for; `text` is looked for in everything that the list shows, whatever its case. */
export function matchesQuery(attempt: Attempt, { service, outcome, text }: ParsedInput<'attempt.list'>): boolean {
  if (service !== undefined && attempt.service !== service) return false;
  if (outcome !== undefined && attempt.outcome !== outcome) return false;
  return text === undefined || shownText(attempt).includes(text.toLowerCase());
}

function shownText(attempt: Attempt): string {
  const { service, environment, agent, process, diagnosis } = attempt;
  return [
    service,
    environment,
    agent?.name,
    agent?.version,
    process?.command,
    process?.pid,
    attempt.remote,
    attempt.alert,
    attempt.status,
    attempt.tls?.sni,
    diagnosis?.code,
    diagnosis?.summary,
  ]
    .join(' ')
    .toLowerCase();
}
