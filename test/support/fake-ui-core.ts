import {
  type Attempt,
  type ConfigEntry,
  fail,
  type Handlers,
  type ProcedureName,
  type ProcedureOutput,
  type Push,
  type Service,
  type Settings,
  type Status,
  type TrustStore,
} from '../../main/contract/index.ts';
import { loadCatalogue } from '../../main/core/agents/catalogue.ts';
import { lintPasted } from '../../main/core/agents/lint/lint-pasted.ts';
import { explainLog } from '../../main/core/diagnose/explain-log.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { tokenPlan } from '../../main/core/server/token-plan.ts';
import type { CoreFace } from '../../main/transport/core-face.ts';
import { applyHandlers } from './fake-ui-apply.ts';
import { canaryAnswers, verificationNotice, verificationOff } from './fake-ui-canary.ts';
import { certificateHandlers } from './fake-ui-certificates.ts';
import { configHandlers } from './fake-ui-config.ts';
import * as data from './fake-ui-data.ts';
import { doctorHandlers } from './fake-ui-doctor.ts';
import { serverHandlers } from './fake-ui-server.ts';
import * as traffic from './fake-ui-traffic.ts';
import { trustHandlers, trustStores } from './fake-ui-trust.ts';
import { undoPlanOf } from './fake-ui-undo.ts';
import { SAMPLE_WIRING } from './sample-wiring.ts';

/** A core in memory with a state that the screens can be driven through, and that answers as the real one would. */
export interface FakeUiCore extends CoreFace {
  /** What `status` answers; a test may put anything into it and say so by `push`. */
  readonly world: World;
  /** Every call that reached the core, by name. */
  readonly calls: ProcedureName[];
  push(push: Push): void;
  /** A service that is new or has changed, in the world and as a push. */
  show(service: Service): void;
  /** A new attempt, in the world and as a push. */
  record(attempt: Attempt): void;
  /** From now on this procedure answers so. */
  answer<Name extends ProcedureName>(name: Name, handler: Handlers[Name]): void;
}

export interface World {
  status: Status;
  settings: Settings;
  plan: ProcedureOutput<'init.plan'>;
  attempts: Attempt[];
  ledger: ProcedureOutput<'ledger.list'>['entries'];
  command: ProcedureOutput<'command.status'>;
  projects: ProcedureOutput<'project.list'>['projects'];
  /** Central configuration, best match first. */
  configuration: ConfigEntry[];
  trust: readonly TrustStore[];
  /** The connection comes that the canary waits for; null while none waits. */
  answerCanary: ((result: 'verified' | 'off') => void) | null;
}

/** The states in which the interface is looked at. */
export type Scene = 'first-run' | 'living' | 'empty';

const done = { done: true } as const;

/** A fresh fake core in one of the scenes; `living` has one service that reports and one that fails. */
export function fakeUiCore(scene: Scene): FakeUiCore {
  const world = worldOf(scene);
  const calls: ProcedureName[] = [];
  const listeners = new Set<(push: Push) => void>();
  const push = (message: Push): void => {
    for (const listener of [...listeners]) listener(message);
  };
  const answers = handlersOf(world, push);
  const recorded = Object.fromEntries(
    Object.entries(answers).map(([name]) => [
      name,
      (input: never) => {
        calls.push(name as ProcedureName);
        return answers[name as ProcedureName](input);
      },
    ]),
  ) as Handlers;

  return {
    world,
    calls,
    push,
    handlers: recorded,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (service) => {
      const others = world.status.services.filter((other) => other.service !== service.service);
      world.status = { ...world.status, services: [service, ...others] };
      push({ topic: 'service', service });
    },
    record: (attempt) => {
      world.attempts = [attempt, ...world.attempts];
      push({ topic: 'attempt', attempt });
    },
    answer: (name, handler) => {
      Object.assign(answers, { [name]: handler });
    },
  };
}

function worldOf(scene: Scene): World {
  const isMade = scene !== 'first-run';
  return {
    status: {
      workspace: 'default',
      initialised: isMade,
      endpoint: isMade ? data.endpoint : null,
      rum: data.rumState(data.rumSettings),
      relay: null,
      authorities: isMade ? [data.authority] : [],
      certificates: isMade ? [data.certificate, ...(scene === 'living' ? [data.olderCertificate] : [])] : [],
      tokens: isMade ? [tokenOf('tok-1', scene === 'living')] : [],
      vault: data.keyring,
      services: scene === 'living' ? [data.failing, data.reporting] : [],
      notices: [],
      version: '0.1.0',
      home: '/home/ada/.local/share/sealwire',
    },
    settings: {
      theme: 'system',
      endpoint: { port: 8200, hosts: [] },
      rum: data.rumSettings,
      vault: null,
      retention: { days: 7, megabytes: 1024 },
    },
    plan: {
      initialised: isMade,
      authority: {
        commonName: data.authority.commonName,
        permitted: ['localhost', 'names that end in .test, .internal', 'loopback and private addresses'],
      },
      names: [
        { name: 'localhost', reason: 'how applications on this machine reach it' },
        { name: 'this-laptop', reason: 'the name of this machine' },
        { name: '127.0.0.1', reason: 'loopback' },
        { name: '::1', reason: 'loopback, IPv6' },
      ],
      url: data.endpoint.url,
      portProblem: null,
      vault: data.keyring,
    },
    attempts: scene === 'living' ? [traffic.okAttempt, traffic.failedAttempt, ...traffic.manyAttempts(400)] : [],
    ledger: scene === 'living' ? [data.ledgerEntry] : [],
    command: data.commandPlace,
    configuration: [],
    trust: trustStores,
    answerCanary: null,
    projects:
      scene === 'living'
        ? [
            {
              folder: '/home/ada/shop-api',
              name: 'shop-api',
              agent: 'python',
              framework: 'flask',
              installed: true,
              start: 'flask run',
            },
          ]
        : [],
  };
}

function tokenOf(id: string, isUsed: boolean): Status['tokens'][number] {
  return {
    id,
    state: 'active',
    createdAt: data.authority.notBefore,
    lastUsedAt: isUsed ? data.reporting.lastSeenAt : null,
    usedBy: isUsed ? ['shop-web'] : [],
    until: null,
  };
}

function handlersOf(world: World, push: (push: Push) => void): Handlers {
  const change = (part: Partial<Status>, ...what: Extract<Push, { topic: 'changed' }>['what']): void => {
    world.status = { ...world.status, ...part };
    push({ topic: 'changed', what });
  };
  const listen = (port: number): typeof data.endpoint => {
    const endpoint = { ...data.endpoint, port, url: `https://localhost:${port}` };
    const isOfSettings = world.status.rum.by === 'settings';
    change({ endpoint, ...(isOfSettings ? { rum: data.rumState(world.settings.rum) } : {}) }, 'endpoint', 'status');
    return endpoint;
  };
  return {
    'app.info': async () => ({
      version: '0.1.0',
      home: world.status.home,
      platform: 'linux',
      hostname: 'this-laptop',
      user: 'ada',
      startedIn: '/home/ada',
      terminal: { available: true, reason: '' },
      command: 'sealwire',
    }),
    'app.stop': async () => done,
    'app.wake': async () => ({ listening: world.status.endpoint?.listening === true }),
    'desktop.login': async () => ({ entry: null }),
    'app.open': async () => ({ ui: null }),
    'app.remove': async ({ confirm }) => ({
      removed: confirm,
      plan: ['The secret token in GNOME keyring', `The folder ${world.status.home} with every file in it`],
    }),
    'app.diagnostics': async () => ({ filename: 'sealwire-diagnostics.json', content: '{\n  "version": "0.1.0"\n}\n' }),
    status: async () => world.status,
    'init.plan': async () => ({ ...world.plan, initialised: world.status.initialised }),
    'init.run': async ({ names, vault, port = 8200 }) => {
      if (world.plan.portProblem !== null && port === 8200) {
        throw fail('PORT_TAKEN', { port, address: '127.0.0.1', owner: 'apm-server (process 812)', next: 8201 });
      }
      const certificate = { ...data.certificate, names: names ?? data.certificate.names };
      const kept =
        vault === 'passphrase'
          ? { ...data.keyring, kind: 'passphrase', label: 'A file with a passphrase' }
          : data.keyring;
      change(
        {
          initialised: true,
          authorities: [data.authority],
          certificates: [certificate],
          tokens: [tokenOf('tok-1', false)],
          vault: kept,
        },
        'status',
      );
      return {
        authority: { ...data.authority, milliseconds: 4.1 },
        certificate: { ...certificate, milliseconds: 2.2 },
        token: { ...tokenOf('tok-1', false), milliseconds: 0.6 },
        endpoint: { ...listen(port), milliseconds: 11 },
        vault: kept,
      };
    },
    'vault.status': async () => world.status.vault,
    'vault.use': async () => world.status.vault,
    'vault.unlock': async ({ passphrase }) => {
      if (passphrase !== 'correct horse') throw fail('PASSPHRASE_WRONG');
      const vault = { ...world.status.vault, state: 'ready' } as const;
      change({ vault }, 'vault', 'status');
      return vault;
    },
    'endpoint.start': async ({ port = 8200 }) => listen(port),
    'endpoint.stop': async () => {
      const endpoint = { ...data.endpoint, listening: false, since: null };
      change({ endpoint }, 'endpoint');
      return endpoint;
    },
    ...certificateHandlers(world, change),
    'token.list': async () => ({ tokens: world.status.tokens }),
    'token.show': async () => ({ token: data.UI_TOKEN }),
    'token.rotate': async () => {
      const next = tokenOf('tok-2', false);
      change(
        { tokens: [...world.status.tokens.map((token) => ({ ...token, state: 'retiring' as const })), next] },
        'tokens',
      );
      return next;
    },
    'token.plan': async ({ server }) => tokenPlan(server, 'sealwire', world.status.services),
    'rehearsal.run': async ({ change, seconds }) => ({ change, seconds, services: [] }),
    'rehearsal.end': async () => ({ ended: false }),
    'token.retire': async ({ id }) => {
      change({ tokens: world.status.tokens.filter((token) => token.id !== id) }, 'tokens');
      return done;
    },
    'service.list': async () => ({ services: world.status.services }),
    'attempt.canary': ({ service, environment = null }) =>
      new Promise((resolve) => {
        world.answerCanary = (result) => {
          const answer = canaryAnswers[result];
          const verifies = { result, at: data.ago(0), how: answer.how, alert: answer.alert };
          const services = world.status.services.map((each) =>
            each.service === service
              ? { ...each, verifies, diagnosis: result === 'off' ? verificationOff : each.diagnosis }
              : each,
          );
          const notices = result === 'off' ? [...world.status.notices, verificationNotice] : world.status.notices;
          change({ services, notices }, 'services', 'status');
          resolve({ service, environment, result, at: data.ago(0), ...answer });
        };
      }),
    'attempt.recall': async () => {
      const recalled = world.answerCanary !== null;
      world.answerCanary = null;
      return { recalled };
    },
    'service.forget': async ({ service }) => {
      change({ services: world.status.services.filter((other) => other.service !== service) }, 'services');
      return done;
    },
    'attempt.list': async ({ service, outcome, text, limit }) => ({
      attempts: world.attempts
        .filter((attempt) => service === undefined || attempt.service === service)
        .filter((attempt) => outcome === undefined || attempt.outcome === outcome)
        .filter((attempt) => text === undefined || JSON.stringify(attempt).toLowerCase().includes(text.toLowerCase()))
        .slice(0, limit),
    }),
    'attempt.show': async ({ id }) => {
      if (id === traffic.okDetail.id) return traffic.okDetail;
      if (id === traffic.failedDetail.id) return traffic.failedDetail;
      throw fail('NOT_FOUND', {
        what: 'attempt',
        id,
        fix: 'It may have been dropped; the newest are on the Traffic screen.',
      });
    },
    'event.list': async ({ kind, limit }) => ({
      events: traffic.events.filter((event) => kind === undefined || event.kind === kind).slice(0, limit),
    }),
    'event.export': async () => ({ bodies: [], next: null }),
    'event.purge': async () => ({ removed: 583 }),
    'agent.list': async () => ({ agents: data.agents }),
    'agent.show': async ({ agent, as = 'env', service = 'my-service', reveal }) =>
      data.snippetOf({ agent, as, service, reveal }),
    ...applyHandlers(world, push),
    // What is found depends on nothing but the text, so the real rules look it over.
    'agent.lint': async (input) => lintPasted({ disk: realHost().disk }, await loadCatalogue(), input),
    'agent.explain': async ({ text, agent }) => {
      const catalogue = await loadCatalogue();
      return explainLog(text, catalogue, catalogue.find(({ id }) => id === agent) ?? null, () => SAMPLE_WIRING);
    },
    'agent.launch': async () => {
      throw fail('INTERNAL', { why: 'the interface starts no processes' });
    },
    'agent.launched': async () => done,
    'agent.logged': async () => ({ agent: null, candidates: [], said: [] }),
    'project.list': async () => ({ projects: world.projects }),
    ...serverHandlers(),
    'wiring.open': async () => done,
    'wiring.close': async () => done,
    'terminal.run': async () => done,
    'probe.run': async () => ({ endpoint: data.endpoint.url, steps: data.ladder(null), ms: 21 }),
    ...doctorHandlers(push),
    'command.status': async () => world.command,
    'command.install': async () => {
      world.command = { ...world.command, state: 'installed', isOurs: true, plan: [] };
      push({ topic: 'changed', what: ['ledger'] });
      return world.command;
    },
    'command.uninstall': async () => {
      world.command = data.commandPlace;
      push({ topic: 'changed', what: ['ledger'] });
      return world.command;
    },
    'ledger.list': async () => ({ entries: world.ledger }),
    'ledger.plan': async ({ id }) => {
      const entry = world.ledger.find((each) => each.id === id);
      if (entry === undefined) throw fail('NOTHING_TO_UNDO', { why: 'There is no change that could be undone.' });
      return undoPlanOf(entry);
    },
    'ledger.undo': async ({ id }) => {
      const entry = world.ledger.find((each) => each.id === id);
      if (entry === undefined) throw fail('NOTHING_TO_UNDO', { why: 'There is no change that could be undone.' });
      const undone = { ...entry, state: 'undone' } as const;
      world.ledger = world.ledger.map((each) => (each === entry ? undone : each));
      push({ topic: 'changed', what: ['ledger'] });
      return { entry: undone, said: `${entry.where} is as it was before.` };
    },
    ...configHandlers(world, push),
    ...trustHandlers(world, push),
    'settings.get': async () => world.settings,
    'settings.set': async (part) => {
      world.settings = { ...world.settings, ...given(part) };
      push({ topic: 'changed', what: ['settings'] });
      return world.settings;
    },
  };
}

/** A change without the fields that were left out, which schemas hand on as `undefined`. */
function given(part: Parameters<Handlers['settings.set']>[0]): Partial<Settings> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}
