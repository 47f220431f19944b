import { rename } from '../edits.ts';
import type { Rule } from '../lint-types.ts';

/** Names that were given up before the versions that definitions describe: what is written now, and for which agents. */
const OLD: Readonly<
  Record<string, { readonly now: string; readonly since: string; readonly agents: readonly string[] }>
> = {
  ELASTIC_APM_SERVER_CA_CERT: {
    now: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
    since: '3.13.0 of the agent for Ruby',
    agents: ['ruby'],
  },
  server_ca_cert: { now: 'server_ca_cert_file', since: '3.13.0 of the agent for Ruby', agents: ['ruby'] },
  validateServerCert: { now: 'verifyServerCert', since: '1.0 of the agent for Node.js', agents: ['nodejs'] },
};

/** A name that has been renamed: newer agents pass over the old one, most of them in silence. */
export const oldName: Rule = {
  id: 'old-name',
  summary: 'A setting under a name that it had once is passed over.',
  source: 'reference/agents.md §1.2, §9',
  check: ({ meant }) =>
    meant.flatMap((each) => {
      const { written, known, readers } = each;
      const old = Object.hasOwn(OLD, written.lookup) ? OLD[written.lookup] : undefined;
      const isRead =
        written.agents.length === 0
          ? readers.length !== 1 || old?.agents.includes(readers[0]?.id ?? '') === true
          : written.agents.some((id) => old?.agents.includes(id) === true);
      if (old === undefined || known.length > 0 || !isRead) return [];
      const message = `${written.name} is called ${old.now} since ${old.since}; the old name is passed over.`;
      return [{ at: each, severity: 'error' as const, message, edits: rename(written, old.now) }];
    }),
};
