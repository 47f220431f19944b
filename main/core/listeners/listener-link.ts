import type { Fact } from '../evidence/facts.ts';
import { type Crossed, crossing } from './crossing.ts';
import type {
  Answer,
  ListenerMessage,
  ListenerPorts,
  ListenerReport,
  ListenOrder,
  ListenResult,
  Question,
  SharedState,
  TokenUse,
} from './listener-messages.ts';

/** The main thread's way to one listening thread. */
export interface ListenerLink {
  /** Connections that are open there. */
  readonly connections: number;
  /** Listens, in place of what was listened on before. */
  start(order: ListenOrder): Promise<ListenResult>;
  stop(): Promise<void>;
  /** Looks whether everything is still listened on, and listens anew where it is not. */
  recheck(): Promise<ListenResult>;
  share(state: SharedState): void;
}

export interface ListenerEvents {
  didObserve(facts: readonly Fact[]): void;
  didUse(use: TokenUse): void;
  answer(question: Question): Promise<Answer>;
  /** The thread is gone. What it had open is told as closed before. */
  didEnd(): void;
}

/** Opens the way to a listening thread. After its end every order is answered as one that could not be carried out. */
export function openListenerLink({ port, state }: ListenerPorts, events: ListenerEvents): ListenerLink {
  const orders = new Map<number, (result: ListenResult) => void>();
  const open = new Set<string>();
  let ordered = 0;
  let revoked = 0;
  let isGone = false;

  const tell = (message: ListenerMessage): void => port.postMessage(message);
  const order = (make: (number: number) => ListenerMessage): Promise<ListenResult> => {
    if (isGone) return Promise.resolve(GONE);
    ordered += 1;
    const number = ordered;
    tell(make(number));
    return new Promise((resolve) => orders.set(number, resolve));
  };

  const observe = (facts: readonly Fact[]): void => {
    for (const { kind, connection } of facts) {
      if (kind === 'accepted') open.add(connection);
      else if (kind === 'closed') open.delete(connection);
    }
    events.didObserve(facts);
  };

  port.on('message', (report: ListenerReport) => {
    if (report.kind === 'observed') {
      observe(report.facts);
      for (const use of report.uses) events.didUse(use);
    } else if (report.kind === 'done') {
      orders.get(report.number)?.(report.result);
      orders.delete(report.number);
    } else {
      const { question } = report;
      const told = (answer: Answer): void => tell({ kind: 'told', question, answer });
      // A question that cannot be answered is as one about which nothing is known; whoever asked must not wait for ever.
      events.answer(report.about).then(told, () => told(null));
    }
  });
  port.once('close', () => {
    isGone = true;
    const atMs = Date.now();
    const error = 'the part of Sealwire that served it has ended';
    if (open.size > 0)
      observe(
        [...open].map((connection) => ({ kind: 'closed', connection, atMs, bytesRead: 0, error, by: 'endpoint' })),
      );
    for (const resolve of orders.values()) resolve(GONE);
    orders.clear();
    state.close();
    events.didEnd();
  });
  // The threads that listen keep the process, and not the way to them.
  port.unref();

  return {
    get connections() {
      return open.size;
    },
    start: (given) => order((number) => ({ kind: 'start', number, order: given })),
    recheck: () => order((number) => ({ kind: 'recheck', number })),
    async stop() {
      await order((number) => ({ kind: 'stop', number }));
    },
    share(shared) {
      if (isGone) return;
      state.postMessage(crossing(shared) satisfies Crossed<SharedState>);
      const news = shared.revoked.length !== revoked;
      revoked = shared.revoked.length;
      if (news) tell({ kind: 'look' });
    },
  };
}

const GONE: ListenResult = {
  failure: {
    code: 'INTERNAL',
    message: 'The part of Sealwire that listens for agents has ended.',
    fix: 'Start the endpoint again.',
  },
};
