import type { AgentIdentity, Attribution } from '../../contract/index.ts';
import type { KnownAgent } from '../diagnose/known-agent.ts';
import type { AttemptState } from './attempt-state.ts';
import { type AgentHeader, readUserAgent } from './user-agent.ts';

/** Whose connection it is, and what says so. */
export interface Identity {
  readonly service: string | null;
  readonly environment: string | null;
  readonly agent: AgentIdentity | null;
  readonly agentId: string | null;
  readonly attribution: Attribution;
}

/** What is known beyond the connection itself. */
export interface IdentityHints {
  /** What the same process called itself on another connection. */
  readonly process: { readonly service: string; readonly environment: string | null } | null;
  /** The wiring that was open when the connection came. */
  readonly wiring: { readonly agent: string; readonly service: string } | null;
}

/**
 * Tells whose connection it is: its metadata, else its User-Agent, else the process that made it, else the one wiring that is open
 * (design.md §6). A process or a User-Agent that does not fit the open wiring's agent is not put down to it: a health check by curl
 * says nothing about the application.
 */
export function identify(attempt: AttemptState, hints: IdentityHints, agents: readonly KnownAgent[]): Identity {
  const header = attempt.userAgent === null ? null : readUserAgent(attempt.userAgent);
  const { metadata, owner } = attempt;
  // An exporter's version is not its SDK's, and would stand against what other connections of the service say.
  const agent = metadata?.value.agent ?? (isExporter(attempt.userAgent) ? null : header?.agent) ?? null;
  const agentId = agentIdOf(attempt, agents);
  const as = (attribution: Attribution, service: string | null, environment: string | null): Identity => ({
    service,
    environment,
    agent,
    agentId,
    attribution,
  });

  if (metadata !== null) return as('metadata', metadata.value.service, metadata.value.environment);
  if (header !== null && header.service !== null) {
    return as('user-agent', header.service, environmentOf(header.service, attempt, hints));
  }
  if (hints.process !== null) {
    return as(owner?.via === 'run' ? 'run' : 'environment', hints.process.service, hints.process.environment);
  }
  if (owner !== null && owner.service !== null) {
    return as(owner.via === 'run' ? 'run' : 'environment', owner.service, owner.environment);
  }
  if (hints.wiring !== null && fits(attempt, header, agentId, hints.wiring.agent, agents)) {
    return { ...as('wiring', hints.wiring.service, null), agentId: hints.wiring.agent };
  }
  return as('none', null, null);
}

function agentIdOf(attempt: AttemptState, agents: readonly KnownAgent[]): string | null {
  const name = attempt.metadata?.value.agent.name;
  const { userAgent } = attempt;
  const named = agents.find(({ metadataNames }) => name !== undefined && metadataNames.includes(name));
  const seen =
    agents.find((agent) => userAgent !== null && userAgent.search(agent.userAgent) >= 0) ??
    agents.find((agent) => asksFor(attempt, agent));
  // An agent that names itself and is none of ours is not what its interpreter would suggest.
  if (name !== undefined) return named?.id ?? null;
  if (seen !== undefined || isExporter(userAgent)) return seen?.id ?? null;
  const passedOn = agents.find(
    ({ relays, relayUserAgent }) =>
      (attempt.owner !== null && relays?.test(attempt.owner.command) === true) ||
      (userAgent !== null && relayUserAgent?.test(userAgent) === true),
  );
  if (passedOn !== undefined) return passedOn.id;
  if (attempt.owner !== null && attempt.owner.agentId !== null) return attempt.owner.agentId;
  const suites = attempt.hello?.suites ?? [];
  const isOpenTelemetry = attempt.owner?.isOpenTelemetry === true;
  const speaks = agents.filter(({ hello }) => hello?.(suites) === true);
  return speaks.find(({ insteadOf }) => isOpenTelemetry === (insteadOf !== undefined))?.id ?? null;
}

/** Whether it asked for a path that nobody but this agent, or the browser of its page, asks for. */
function asksFor({ requests, plainHttp }: AttemptState, { paths, preflights }: KnownAgent): boolean {
  const [plainMethod = '', plainPath = ''] = plainHttp?.requestLine.split(' ') ?? [];
  const isOfPage = [
    ...requests,
    { method: plainMethod, path: plainPath, userAgent: plainHttp?.userAgent ?? null },
  ].some(
    ({ method, path, userAgent }) =>
      preflights?.test(path) === true && (method === 'OPTIONS' || userAgent?.startsWith('Mozilla/') === true),
  );
  if (isOfPage) return true;
  if (paths === undefined) return false;
  const asked = [...requests.map(({ path }) => path), plainHttp?.requestLine.split(' ')[1] ?? ''];
  return asked.some((path) => path.search(paths) >= 0);
}

/** An exporter of OpenTelemetry runs in the same interpreters as the agents, and is none of them. */
function isExporter(userAgent: string | null): boolean {
  const header = userAgent === null ? null : readUserAgent(userAgent);
  return header?.agent.name.startsWith('opentelemetry/') ?? false;
}

/** A User-Agent names no environment; the process may. */
function environmentOf(service: string, { owner }: AttemptState, hints: IdentityHints): string | null {
  if (hints.process?.service === service) return hints.process.environment;
  return owner?.service === service ? owner.environment : null;
}

function fits(
  attempt: AttemptState,
  header: AgentHeader | null,
  agentId: string | null,
  wired: string,
  agents: readonly KnownAgent[],
): boolean {
  const isByPath = agents.some((agent) => agent.id === wired && asksFor(attempt, agent));
  // What passes a page's reports on is another program than the page, and bears the name of its browser.
  const isPassedOn = agentId === wired && agents.some((agent) => agent.id === wired && agent.relays !== undefined);
  if (attempt.userAgent !== null && header === null && !isByPath && !isPassedOn) return false;
  if (attempt.owner !== null && !isPassedOn && (attempt.owner.agentId ?? agentId) !== wired) return false;
  return agentId === null || agentId === wired;
}
