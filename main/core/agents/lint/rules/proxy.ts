import type { Meant, Rule } from '../lint-types.ts';

const PROXY = /^https?_proxy$/i;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** Their HTTP clients go through a proxy even to this machine, which others' leave out by themselves. */
const AFFECTED = ['python', 'otel-python'];

/** A proxy that takes an agent's connections to this machine, where nothing of them arrives. */
export const proxy: Rule = {
  id: 'proxy',
  summary: 'Python goes through a proxy even to this machine, unless NO_PROXY names it.',
  source: 'reference/agents.md §10 no. 15; elastic-apm 6.26.2: elasticapm/transport/http.py',
  check: ({ meant }) =>
    meant.flatMap((each) => {
      const { written, text } = each;
      if (written.kind !== 'variable' || !PROXY.test(written.lookup) || text === '') return [];
      const beside = meant.filter((other) => other.written.scope === written.scope);
      const host = beside.map(hostOf).find((found) => found !== null);
      const exempt = beside.find((other) => /^no_proxy$/i.test(other.written.lookup));
      if (host === undefined || host === null || isExempt(exempt, host)) return [];
      const message = `${written.name} takes the connection to ${host} as well: the agent for Python uses the proxy even for this machine, so nothing arrives. Set NO_PROXY=localhost,127.0.0.1,::1 beside it.`;
      return [{ at: each, severity: 'warning' as const, message, edits: [] }];
    }),
};

/** The host of a server URL on this machine that such an agent reads; null for everything else. */
function hostOf({ known, text }: Meant): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const isAffected = known.some(({ agent, setting }) => setting.key === 'serverUrl' && AFFECTED.includes(agent.id));
  const { hostname } = new URL(text);
  return isAffected && LOOPBACK.test(hostname) ? hostname : null;
}

/** What is known only when the application runs may name it. */
function isExempt(exempt: Meant | undefined, host: string): boolean {
  if (exempt === undefined) return false;
  const names = exempt.text?.split(',').map((name) => name.trim()) ?? ['*'];
  return names.includes('*') || names.includes(host.replace(/^\[|\]$/g, ''));
}
