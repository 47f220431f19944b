import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { asSealwireError } from '../../contract/errors.ts';
import { createEndpoint } from '../endpoint/endpoint.ts';
import { listenOnAll } from '../endpoint/listen.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import type { RateLimiter } from '../endpoint/rate-limit.ts';
import { DEFAULT_TLS_SETTINGS } from '../endpoint/tls/tls-settings.ts';
import type { StoreChunks } from '../events/body-desk.ts';
import { openLocalIntake } from '../events/local-intake.ts';
import { realHost } from '../host/real-host.ts';
import type { EndpointService } from '../parts.ts';
import { type Crossed, crossed } from './crossing.ts';
import { openFactPost } from './fact-post.ts';
import type {
  Answer,
  ListenerMessage,
  ListenerPorts,
  ListenerReport,
  ListenOrder,
  ListenResult,
  Question,
  SharedState,
} from './listener-messages.ts';

const NOTHING: ListenResult = { port: 0, addresses: [] };

/** No handshake waits longer than this for a main thread that has much to do. */
const HEARD_MS = 100;

/** How long answers may take to leave a thread that has failed. */
const FAREWELL_MS = 100;

/**
 * A listening thread's side: an endpoint of its own, of which the main thread hears every fact, and which asks it for what only it knows. `store` commits what comes in.
 * A fault of ours that nothing catches answers what is in flight with 503 and then ends the thread.
 */
export function serveListener(ports: ListenerPorts, store: StoreChunks): { close(): Promise<void> } {
  const { port } = ports;
  const report = (message: ListenerReport): void => port.postMessage(message);
  const intake = openLocalIntake(store);
  const post = openFactPost((facts, uses) => report({ kind: 'observed', facts, uses }));
  const questions = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  let endpoint: EndpointService | null = null;

  const ask = (about: Question): Promise<Answer> =>
    new Promise((resolve) => {
      asked += 1;
      questions.set(asked, resolve);
      report({ kind: 'asks', question: asked, about });
    });

  const state = followState(ports.state, (identity) => endpoint?.present(identity));

  const start = async ({ settings, name }: ListenOrder): Promise<ListenResult> => {
    await endpoint?.close();
    let known = state.now().tls;
    endpoint = createEndpoint({
      host: realHost(),
      name,
      identity: () => state.now().identity,
      revoked: () => state.latest().revoked,
      tokenBook: {
        accepted: () => state.now().accepted,
        retired: () => state.now().retired,
        didUse: (id, service) => post.didUse({ id, service }),
      },
      sink: post.sink,
      intake,
      agentConfig: async (service, environment, tag, mayKnow) => {
        const answer = await ask({ about: 'configuration', service, environment, tag, mayKnow });
        return typeof answer === 'boolean' ? null : answer;
      },
      rateLimiter: remoteLimiter(ask),
      heard: () => within(HEARD_MS, ask({ about: 'facts' })),
      canary: {
        armed: () => state.now().canary?.identity ?? null,
        claims: async (connection) => (await ask({ about: 'canary', connection })) === true,
        ending: () => state.now().canary?.ending ?? [],
      },
      tls: known,
      freshTls: () => {
        const before = known;
        known = state.now().tls;
        return known === before ? null : known;
      },
      listenOn: (addresses, wanted, take) =>
        listenOnAll(
          addresses,
          wanted,
          (socket) => {
            // A certificate that was renewed is presented from the next connection on.
            state.now();
            take(socket);
          },
          { isShared: true },
        ),
      didChange: () => undefined,
    });
    try {
      const { port: listening, addresses } = await endpoint.start(crossed(settings));
      return { port: listening, addresses };
    } catch (error) {
      return { failure: asSealwireError(error).toShape() };
    }
  };

  const recheck = async (): Promise<ListenResult> => {
    const state = await endpoint?.recheck();
    if (state === undefined) return NOTHING;
    const { port: listening, addresses, problem } = state;
    return problem === null ? { port: listening, addresses } : { failure: problem };
  };

  const stop = async (): Promise<void> => {
    await endpoint?.close();
    post.flush();
  };

  port.on('message', (message: ListenerMessage) => {
    if (message.kind === 'look') {
      state.now();
      return;
    }
    if (message.kind === 'told') {
      questions.get(message.question)?.(message.answer);
      questions.delete(message.question);
      return;
    }
    const { number } = message;
    const done = (result: ListenResult): void => report({ kind: 'done', number, result });
    if (message.kind === 'start') void start(message.order).then(done);
    else if (message.kind === 'recheck') void recheck().then(done);
    else void stop().then(() => done(NOTHING));
  });

  process.once('uncaughtException', (error) => {
    void stop();
    // Once it no longer keeps connections, so that each answer is the last on its own.
    setImmediate(intake.giveUp);
    setTimeout(() => {
      throw error;
    }, FAREWELL_MS);
  });

  return {
    async close() {
      await stop();
      await intake.idle();
      port.close();
    },
  };
}

/** Resolves with `answer`, or when the time is over. */
function within(milliseconds: number, answer: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void answer.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The newest state that was sent. */
function followState(
  port: MessagePort,
  didRenew: (identity: ServerIdentity) => void,
): {
  now(): SharedState;
  /** Without looking whether there is a newer one. */
  latest(): SharedState;
} {
  let current: SharedState = {
    identity: null,
    tls: DEFAULT_TLS_SETTINGS,
    accepted: [],
    retired: [],
    revoked: [],
    canary: null,
  };
  return {
    now() {
      for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
        // The main thread's side sends nothing else.
        current = crossed(next.message as Crossed<SharedState>);
        if (current.identity !== null) didRenew(current.identity);
      }
      return current;
    },
    latest: () => current,
  };
}

/** Allowances are the main thread's, because an address may come to any listener. */
function remoteLimiter(ask: (about: Question) => Promise<Answer>): RateLimiter {
  return {
    allowanceFor: (address) => {
      const take = async (events: number | 'request'): Promise<boolean> =>
        (await ask({ about: 'allowance', address, events })) === true;
      return { takeOne: () => take('request'), take };
    },
  };
}
