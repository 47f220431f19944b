import type { Rule } from '../lint-types.ts';

/** Two places for an authority, of which Node.js looks at one. */
export const extraCa: Rule = {
  id: 'extra-ca',
  summary: 'Where the agent for Node.js is given a CA file, it trusts nothing else, NODE_EXTRA_CA_CERTS included.',
  source: 'reference/agents.md §3 (Node), §10 no. 22',
  check: ({ meant }) =>
    meant.flatMap((each) => {
      const { written } = each;
      if (written.lookup !== 'NODE_EXTRA_CA_CERTS') return [];
      const own = meant.find(
        (other) =>
          other.written.scope === written.scope &&
          other.known.some(({ agent, setting }) => agent.id === 'nodejs' && setting.key === 'caFile'),
      );
      if (own === undefined || own.written.value?.reveal() === written.value?.reveal()) return [];
      const message = `The agent for Node.js does not look into ${written.name} where ${own.written.name} is set. Put every authority that its server may have into the one file that ${own.written.name} names.`;
      return [{ at: each, severity: 'note' as const, message, edits: [] }];
    }),
};
