import type { QueryClient } from '@tanstack/react-query';
import type { ChangedTopic, ProcedureInput, ProcedureName, ProcedureOutput, Push } from '../../main/contract/index.ts';
import type { Bridge } from './bridge.ts';
import { didCheck } from './checked.ts';
import { useLink } from './link.ts';
import { withAttempt, withEvents, withService } from './live-lists.ts';
import { useMissed } from './missed.ts';
import { useProgress } from './progress.ts';

/** Pushes are applied together at most this often, so that a busy endpoint costs a few renders a second. */
const GATHER_MS = 50;

/** Which answers a topic makes out of date. */
const STALE: Readonly<Record<ChangedTopic, readonly ProcedureName[]>> = {
  status: ['status', 'init.plan'],
  vault: ['status', 'vault.status', 'init.plan', 'settings.get'],
  endpoint: ['status', 'init.plan', 'settings.get', 'agent.show'],
  certificates: [
    'status',
    'certificate.list',
    'certificate.show',
    'certificate.suggest',
    'certificate.check',
    'authority.list',
    'agent.show',
  ],
  tokens: ['status', 'token.list'],
  services: ['status', 'service.list'],
  attempts: ['attempt.list', 'attempt.show'],
  events: ['event.list'],
  ledger: ['ledger.list', 'command.status'],
  settings: ['settings.get', 'status'],
  configuration: ['config.list'],
  trust: ['trust.list', 'trust.plan'],
};

/**
 * Follows the core's pushes into the cache; on every (re)connection all answers are asked for again. `onBack` is called when the link was lost and is there
 * again. Returns what ends it.
 */
export function followPushes(bridge: Bridge, cache: QueryClient, onBack: () => void = () => undefined): () => void {
  let gathered: Push[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  function apply(): void {
    timer = null;
    const pushes = gathered;
    gathered = [];
    const stale = new Set<ProcedureName>();
    for (const push of pushes) applyPush(cache, push, stale);
    for (const name of stale) void cache.invalidateQueries({ queryKey: [name] });
  }

  const end = bridge.listen(
    (push) => {
      if (push.topic === 'stopping') useLink.setState({ isStopped: true });
      gathered.push(push);
      timer ??= setTimeout(apply, GATHER_MS);
    },
    (state, problem = null) => {
      const former = useLink.getState().state;
      useLink.setState(state === 'open' ? { state, isStopped: false, problem: null } : { state, problem });
      if (state !== 'open') return;
      void cache.invalidateQueries();
      if (former === 'lost') onBack();
    },
  );

  return () => {
    if (timer !== null) clearTimeout(timer);
    end();
  };
}

function applyPush(cache: QueryClient, push: Push, stale: Set<ProcedureName>): void {
  switch (push.topic) {
    case 'changed':
      for (const topic of push.what) for (const name of STALE[topic]) stale.add(name);
      break;
    case 'service':
      update(cache, 'service.list', (answer) => ({ services: withService(answer.services, push.service) }));
      update(cache, 'status', (answer) => ({ ...answer, services: withService(answer.services, push.service) }));
      break;
    case 'attempt':
      update(cache, 'attempt.list', (answer, input) => ({
        attempts: withAttempt(answer.attempts, push.attempt, input),
      }));
      void cache.invalidateQueries({ queryKey: ['attempt.show', { id: push.attempt.id }] });
      break;
    case 'events':
      update(cache, 'event.list', (answer, input) => ({ events: withEvents(answer.events, push.events, input) }));
      break;
    case 'missed':
      useMissed.setState(({ attempts, events }) => ({
        attempts: attempts + push.attempts,
        events: events + push.events,
      }));
      // The lists have a hole where the missed ones belong.
      if (push.events > 0) stale.add('event.list');
      if (push.attempts > 0) stale.add('attempt.list');
      break;
    case 'progress':
      useProgress.setState({ job: push.job, done: push.done, total: push.total });
      break;
    case 'checked':
      didCheck(push.job, push.check);
      break;
    case 'stopping':
      break;
  }
}

function update<Name extends ProcedureName>(
  cache: QueryClient,
  name: Name,
  change: (answer: ProcedureOutput<Name>, input: ProcedureInput<Name>) => ProcedureOutput<Name>,
): void {
  for (const [key, answer] of cache.getQueriesData<ProcedureOutput<Name>>({ queryKey: [name] })) {
    // Keys are made by `useAnswer` alone: [procedure, input].
    const input = key[1] as ProcedureInput<Name>;
    if (answer !== undefined) cache.setQueryData<ProcedureOutput<Name>>(key, change(answer, input));
  }
}
