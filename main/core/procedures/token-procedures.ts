import { fail, type Handlers } from '../../contract/index.ts';
import { sealwireLine } from '../agents/shell-dialect.ts';
import type { Host } from '../host/host.ts';
import type { Live } from '../live/live.ts';
import type { Agents, Security } from '../parts.ts';
import { rehearsedIdentity } from '../rehearsal/rehearsed-identity.ts';
import { readRelayTarget } from '../relay/read-target.ts';
import type { ServerFile } from '../server/read-server-file.ts';
import { tokenPlan } from '../server/token-plan.ts';

type Names =
  | 'token.list'
  | 'token.show'
  | 'token.rotate'
  | 'token.retire'
  | 'token.plan'
  | 'rehearsal.run'
  | 'rehearsal.end';

/** Procedures of the secret tokens, and of changes that are played before they are made. */
export function tokenProcedures(parts: {
  readonly host: Pick<Host, 'now'>;
  readonly security: Security;
  readonly agents: Agents;
  readonly live: Live;
  readonly serverFile: ServerFile | null;
}): Pick<Handlers, Names> {
  const { host, security, agents, live, serverFile } = parts;

  /** Services whose last request came with that token. */
  const usersOf = async (id: string): Promise<string[]> => {
    const services = (await live.open()).evidence.services();
    return services.filter(({ tokenId }) => tokenId === id).map(({ service }) => service ?? 'an unidentified client');
  };

  return {
    'token.list': async () => ({ tokens: security.tokens() }),
    'token.show': async () => ({ token: (await security.showToken()).reveal() }),
    'token.rotate': async ({ until }) => security.rotateToken(until ?? null),
    'token.retire': async ({ id, force }) => {
      const token = security.tokens().find((each) => each.id === id);
      const isOver = token?.until != null && Date.parse(token.until) <= host.now().getTime();
      const users = force || isOver || token?.state !== 'retiring' ? [] : await usersOf(id);
      if (users.length > 0) throw fail('TOKEN_IN_USE', { id, who: users.join(', ') });
      await security.retireToken(id);
      return { done: true };
    },
    'token.plan': async ({ server }) => {
      const { origin } = readRelayTarget({ url: server, ca: null, credential: null }, null, '--server');
      const wiring = agents.wiring(null);
      const sealwire = sealwireLine(wiring, '').trim();
      return tokenPlan(origin, sealwire, (await live.open()).evidence.services());
    },
    'rehearsal.run': async ({ change, seconds, certificate }) => {
      const { endpoint, rehearsal } = await live.open();
      if (!endpoint.state().listening) {
        throw fail('REHEARSAL_REFUSED', {
          why: 'The endpoint is stopped, so nothing can be played on it.',
          fix: 'Start it with `sealwire up`.',
        });
      }
      if (change === 'certificate') {
        if (serverFile?.tls?.identity != null) {
          throw fail('REHEARSAL_REFUSED', {
            why: 'The certificate of this run is that of a settings file.',
            fix: 'Start Sealwire without --config, and play the change there.',
          });
        }
        const identity = certificate === undefined ? await security.successor() : rehearsedIdentity(certificate);
        const services = await rehearsal.run({ kind: 'certificate', identity }, seconds * 1000);
        return { change, seconds, services };
      }
      const retiring = security.tokens().filter(({ state }) => state === 'retiring');
      if (retiring.length === 0) {
        throw fail('REHEARSAL_REFUSED', {
          why: 'There is one token only, which nobody would do without.',
          fix: 'Make its successor first (`sealwire token rotate`) and give it to your agents; this then shows who still uses the old one.',
        });
      }
      const refused = new Set(retiring.map(({ id }) => id));
      return { change, seconds, services: await rehearsal.run({ kind: 'token', refused }, seconds * 1000) };
    },
    'rehearsal.end': async () => ({ ended: (await live.open()).rehearsal.end() }),
  };
}
