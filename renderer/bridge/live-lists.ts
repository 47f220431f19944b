import type { Attempt, ProcedureInput, Service, StoredEvent } from '../../main/contract/index.ts';

/** The services with this one put in the place of its former state, or first where it is new. */
export function withService(services: readonly Service[], service: Service): Service[] {
  const isSame = (other: Service): boolean =>
    other.service === service.service && other.environment === service.environment;
  return services.some(isSame) ? services.map((other) => (isSame(other) ? service : other)) : [service, ...services];
}

/** A list of attempts, newest first, with this one in it where it belongs to the list's filter; never longer than the list's limit. */
export function withAttempt(
  attempts: readonly Attempt[],
  attempt: Attempt,
  filter: ProcedureInput<'attempt.list'>,
): Attempt[] {
  const others = attempts.filter(({ id }) => id !== attempt.id);
  if (!belongs(attempt, filter)) return others;
  const place = others.findIndex(({ at }) => at <= attempt.at);
  const list = place === -1 ? [...others, attempt] : others.toSpliced(place, 0, attempt);
  return list.slice(0, filter.limit ?? 200);
}

/** A list of events, newest first, with these added where they belong to the list's filter. */
export function withEvents(
  events: readonly StoredEvent[],
  added: readonly StoredEvent[],
  filter: ProcedureInput<'event.list'>,
): StoredEvent[] {
  const known = new Set(events.map(({ sequence }) => sequence));
  const fresh = added
    .filter((event) => !known.has(event.sequence))
    .filter((event) => filter.service === undefined || event.service === filter.service)
    .filter((event) => filter.kind === undefined || event.kind === filter.kind)
    .filter((event) => filter.trace === undefined || event.traceId === filter.trace)
    .toSorted((one, other) => other.sequence - one.sequence);
  return [...fresh, ...events].slice(0, filter.limit ?? 100);
}

function belongs(attempt: Attempt, { service, outcome, text }: ProcedureInput<'attempt.list'>): boolean {
  if (service !== undefined && attempt.service !== service) return false;
  if (outcome !== undefined && attempt.outcome !== outcome) return false;
  return text === undefined || words(attempt).includes(text.toLowerCase());
}

/** What of an attempt a text filter looks at. */
function words({ service, agent, remote, process, alert, diagnosis }: Attempt): string {
  return [service, agent?.name, agent?.version, remote, process?.command, alert, diagnosis?.summary]
    .filter((word) => word !== null && word !== undefined)
    .join(' ')
    .toLowerCase();
}
