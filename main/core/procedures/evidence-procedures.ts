import { fail, type Handlers } from '../../contract/index.ts';
import { choose } from '../agents/choose.ts';
import type { AgentDefinition, Wiring } from '../agents/definition.ts';
import type { Live } from '../live/live.ts';

type Names =
  | 'service.list'
  | 'service.forget'
  | 'attempt.list'
  | 'attempt.show'
  | 'agent.launched'
  | 'agent.logged'
  | 'wiring.open'
  | 'wiring.close';

/** Procedures about what was seen: services with their ladders, attempts, and what helps to tell whose they are. */
export function evidenceProcedures(
  live: Live,
  catalogue: readonly AgentDefinition[],
  wiringOf: (agentId: string | null) => Wiring,
): Pick<Handlers, Names> {
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
    'agent.logged': async ({ agent, service, text }) => {
      const { explainLog } = await import('../diagnose/explain-log.ts');
      const definition = choose('agent', agent, catalogue, ({ id }) => id);
      const answer = explainLog(text, catalogue, definition, (agentId) => ({ ...wiringOf(agentId), service }));
      // Words that may mean several things tell less than the endpoint saw.
      for (const { diagnosis } of answer.said) {
        if (diagnosis.confidence !== 'possible') (await evidence()).logged(service, diagnosis);
      }
      return answer;
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
