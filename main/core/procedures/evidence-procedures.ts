import { fail, type Handlers } from '../../contract/index.ts';
import type { Live } from '../live/live.ts';

type Names =
  | 'service.list'
  | 'service.forget'
  | 'attempt.list'
  | 'attempt.show'
  | 'agent.launched'
  | 'wiring.open'
  | 'wiring.close';

/** Procedures about what was seen: services with their ladders, attempts, and what helps to tell whose they are. */
export function evidenceProcedures(live: Live): Pick<Handlers, Names> {
  const evidence = async () => (await live.open()).evidence;
  return {
    'service.list': async () => ({ services: (await evidence()).services() }),
    'service.forget': async ({ service, environment }) => {
      (await evidence()).forget(service, environment);
      return { done: true };
    },
    'attempt.list': async (query) => ({ attempts: (await evidence()).attempts(query) }),
    'attempt.show': async ({ id }) => {
      const attempt = (await evidence()).attempt(id);
      if (attempt !== null) return attempt;
      throw fail('NOT_FOUND', { what: 'attempt', id, fix: 'See those that are kept: sealwire attempts list' });
    },
    'agent.launched': async (process) => {
      (await evidence()).launched(process);
      return { done: true };
    },
    'wiring.open': async (wiring) => {
      (await evidence()).openWiring(wiring);
      return { done: true };
    },
    'wiring.close': async () => {
      (await evidence()).openWiring(null);
      return { done: true };
    },
  };
}
