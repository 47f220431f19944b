import type { RumState, Settings } from '../../../main/contract/index.ts';

/** The real server's limit where nothing else is set (reference E2). */
const USUAL_LIMIT = 300;
const MOST_EVENTS = 1_000_000;

/** A typed list of names or origins as single ones. */
export function listOf(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((part) => part !== ''))];
}

/** Why a list of origins cannot be used, or null. An origin is scheme, name and port, and nothing after them (RFC 6454 §6.2). */
export function originsFault(text: string): string | null {
  const origins = listOf(text);
  if (origins.length === 0) return 'Type at least one origin, or * for every page.';
  const wrong = origins.find((origin) => origin !== '*' && !/^[a-z*][a-z0-9+.*-]*:\/\/[^/?#]+$/i.test(origin));
  if (wrong === undefined) return null;
  return /^[a-z*][a-z0-9+.*-]*:\/\/[^/?#]+[/?#]/i.test(wrong)
    ? `"${wrong}" must end after the name or the port.`
    : `"${wrong}" must begin with http:// or https://.`;
}

/** Why a number of events a second cannot be used, or null. */
export function eventLimitFault(text: string): string | null {
  const isWhole = /^\d{1,7}$/.test(text.trim());
  return isWhole && Number(text) >= 1 && Number(text) <= MOST_EVENTS ? null : `Type a number from 1 to ${MOST_EVENTS}.`;
}

/** Whether pages of any site may report. */
export function isOpenToAll(origins: string): boolean {
  return listOf(origins).some((origin) => /^(\*|https?:\/\/\*)$/.test(origin));
}

/** Whether it is what `--rum` alone amounts to. */
export function isRealDefault({ origins, services, eventLimit }: Settings['rum']): boolean {
  return origins.join() === '*' && services.length === 0 && eventLimit === USUAL_LIMIT;
}

/** The lines of an `apm-server.yml` that amount to the same. */
export function rumFile({ origins, services, eventLimit }: Settings['rum']): string {
  const anonymous = [
    ...(services.length === 0 ? [] : [`    allow_service: ${yamlList(services)}`]),
    ...(eventLimit === USUAL_LIMIT ? [] : [`    rate_limit.event_limit: ${eventLimit}`]),
  ];
  return [
    'apm-server:',
    '  rum:',
    '    enabled: true',
    `    allow_origins: ${yamlList(origins)}`,
    ...(anonymous.length === 0 ? [] : ['  auth.anonymous:', ...anonymous]),
  ].join('\n');
}

/** JSON's strings are YAML's as well. */
function yamlList(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
}

/** Names in a row, or the word for none. */
export function namesOr(names: readonly string[], none: string): string {
  return names.length === 0 ? none : names.join(', ');
}

/** How much one address may send. */
export function limitWords({ eventLimit, ipLimit }: Pick<RumState, 'eventLimit' | 'ipLimit'>): string {
  const addresses = `${ipLimit.toLocaleString('en')} addresses are told apart`;
  return eventLimit === 0
    ? 'Nothing: the limit is 0.'
    : `${eventLimit.toLocaleString('en')} events a second from one address, ${(eventLimit * 3).toLocaleString('en')} at once; ${addresses}.`;
}
