import type { AgentIdentity } from '../../contract/index.ts';

/** What an agent's User-Agent says about it; `service` is null where the header names none. */
export interface AgentHeader {
  readonly agent: AgentIdentity;
  readonly service: string | null;
}

const AGENT = /^(?:apm-agent-([a-z]+)|elastic-apm-(ruby))\/([^\s(]+)(?: \(([^()]*)\))?/;

/**
 * Reads the User-Agent of an APM agent (reference/agents.md §5); null for every other client. The bracket holds `name [version]`, parted at
 * the last space because a name may hold spaces itself.
 */
export function readUserAgent(header: string): AgentHeader | null {
  const match = AGENT.exec(header);
  if (match === null) return null;
  const [, name, ruby, version = '', bracket = ''] = match;
  const space = bracket.lastIndexOf(' ');
  const service = (space > 0 ? bracket.slice(0, space) : bracket).trim();
  return { agent: { name: name ?? ruby ?? '', version }, service: service === '' ? null : service };
}
