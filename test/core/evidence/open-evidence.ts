import type { Endpoint, Push, Service } from '../../../main/contract/index.ts';
import type { RememberedAttempt } from '../../../main/core/events/ports.ts';
import { type After, createEvidence } from '../../../main/core/evidence/evidence.ts';
import type { Fact } from '../../../main/core/evidence/facts.ts';
import { noOwnerLookup, type OwnerLookup } from '../../../main/core/evidence/owner-lookup.ts';
import { T0 } from './fact-stream.ts';
import { AGENTS, WIRING } from './stand-in-agents.ts';

export const LISTENING: Endpoint = {
  url: 'https://localhost:8200',
  listening: true,
  pid: 1,
  since: null,
  port: 8200,
  addresses: ['127.0.0.1', '::1'],
  problem: null,
  auth: 'token',
  connections: 0,
  ca: '/home/ada/.local/share/sealwire/workspaces/default/ca.pem',
};

export const STOPPED: Endpoint = { ...LISTENING, listening: false };

/** A store that keeps what it is told in memory. */
export interface MemoryStore {
  readonly attempts: Map<string, RememberedAttempt>;
  readonly services: Map<string, Service>;
  remember(state: { readonly attempts: readonly RememberedAttempt[]; readonly services: readonly Service[] }): void;
  recall(): Promise<{ attempts: RememberedAttempt[]; services: Service[] }>;
  forgetService(service: string | null, environment: string | null): void;
}

export function memoryStore(): MemoryStore {
  const attempts = new Map<string, RememberedAttempt>();
  const services = new Map<string, Service>();
  const key = (service: string | null, environment: string | null): string => JSON.stringify([service, environment]);
  return {
    attempts,
    services,
    remember: (state) => {
      for (const each of state.attempts) attempts.set(each.attempt.id, each);
      for (const each of state.services) services.set(key(each.service, each.environment), each);
    },
    recall: async () => ({ attempts: [...attempts.values()].reverse(), services: [...services.values()] }),
    forgetService: (service, environment) => services.delete(key(service, environment)),
  };
}

export interface OpenedEvidence {
  readonly evidence: ReturnType<typeof createEvidence>;
  readonly pushes: Push[];
  readonly logged: string[];
  take(facts: readonly Fact[]): void;
  /** Lets the timers that are due run, the given time from now at most. */
  pass(milliseconds: number): void;
  /** The one service of that name; throws where there is none or more than one. */
  service(name: string | null): Service;
  /** Its rungs as "reached ok, …". */
  rungs(name: string | null): string;
}

/** Evidence on a store in memory and a clock that a test moves. */
export function openEvidence(
  options: { readonly store?: MemoryStore; readonly owners?: OwnerLookup; readonly recall?: () => Promise<never> } = {},
): OpenedEvidence {
  const pushes: Push[] = [];
  const logged: string[] = [];
  const timers = new Map<() => void, number>();
  let passed = 0;
  const after: After = (milliseconds, run) => {
    timers.set(run, passed + milliseconds);
    return () => timers.delete(run);
  };
  const store = options.store ?? memoryStore();
  const evidence = createEvidence({
    host: { now: () => new Date(T0 + passed) },
    store: options.recall === undefined ? store : { ...store, recall: options.recall },
    agents: AGENTS,
    wiring: () => WIRING,
    owners: options.owners ?? noOwnerLookup('no look-ups in this test'),
    push: (push) => pushes.push(push),
    log: { write: (what) => logged.push(what) },
    after,
  });
  evidence.endpointChanged(LISTENING);
  const service = (name: string | null): Service => {
    const [found, ...more] = evidence.services().filter((each) => each.service === name);
    if (found === undefined || more.length > 0)
      throw new Error(`${more.length + Number(found !== undefined)} × ${name}`);
    return found;
  };
  return {
    evidence,
    pushes,
    logged,
    take: (facts) => facts.forEach(evidence.sink),
    pass: (milliseconds) => {
      passed += milliseconds;
      for (const [run, at] of timers) {
        if (at > passed) continue;
        timers.delete(run);
        run();
      }
    },
    service,
    rungs: (name) =>
      service(name)
        .steps.map(({ step, state }) => `${step} ${state}`)
        .join(', '),
  };
}
