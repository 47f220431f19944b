import { judgeAnswer } from './judge-answer.ts';
import type { RelayedHead, Upstream } from './ports.ts';
import type { QueuedRequest, RelayQueue } from './relay-queue.ts';
import { NOTHING_SENT, type SenderState } from './sender-state.ts';

export interface SenderOptions {
  readonly queue: Pick<RelayQueue, 'next' | 'remove' | 'tried'>;
  readonly upstream: Upstream;
  nowMs(): number;
  /** Runs something once after so long, unless the function it returns is called before. */
  after(milliseconds: number, run: () => void): () => void;
  /** From 0 up to 1, to spread the retries of several. */
  random(): number;
  didChange(state: SenderState): void;
}

export interface RelaySender {
  /** Finds out whether the server is there at all, so that a wrong address is known before anything is lost to it. */
  greet(): void;
  /** Something was put into the queue. */
  wake(): void;
  state(): SenderState;
  /** Sends nothing more, and resolves once what is on its way has been answered or given up. */
  close(): Promise<void>;
}

/** Requests on their way at a time while all is well; one where it is not, to find out. */
const AT_ONCE = 4;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** A server may take its time over a large body; it gives up by itself after 30 s of silence. */
const ANSWER_MS = 60_000;
const GREETING_MS = 10_000;
/** What any APM Server answers, with a token and without (reference A3). */
const GREETING: RelayedHead = { method: 'GET', target: '/', headers: {}, isAuthorised: true };
/** A body at which the server fails so often, while it takes others, will never be taken. */
const MOST_FAILURES = 5;
/** The status by which the server says that it failed itself, in place of having no room. */
const FAILED = /^it answered 500\b/;

/**
 * Sends what is queued to the server behind, oldest first, until it has been taken. Where that server cannot be reached, has no room or lets us in no more, everything stays in the queue and one request is tried again after a
 * second, two, four, up to a minute. One that was answered before the answer arrived is sent twice: the intake protocol has no way to tell.
 */
export function createRelaySender(options: SenderOptions): RelaySender {
  const { queue, upstream, nowMs, after, random, didChange } = options;
  const onTheWay = new Map<number, Promise<void>>();
  let state = NOTHING_SENT;
  let failures = 0;
  let stopWaiting: (() => void) | null = null;
  let isClosed = false;
  let isGreeting = false;

  const become = (change: Partial<SenderState>): void => {
    state = { ...state, ...change };
    didChange(state);
  };

  const pump = (): void => {
    const most = state.kind === 'passing' ? AT_ONCE : 1;
    while (!isClosed && stopWaiting === null && onTheWay.size < most) {
      const request = nextQueued();
      if (request === null) break;
      onTheWay.set(request.id, send(request));
    }
    // With nothing to send, a question tells when the server is back.
    if (!isClosed && stopWaiting === null && onTheWay.size === 0 && state.kind === 'waiting') void greet();
  };

  const greet = async (): Promise<void> => {
    if (isGreeting) return;
    isGreeting = true;
    try {
      await upstream.ask(GREETING, new Uint8Array(0), GREETING_MS);
      if (onTheWay.size === 0 && state.kind === 'waiting') recover({});
    } catch (error) {
      wait('waiting', { code: 'UNREACHABLE', why: reasonOf(error) }, null);
    } finally {
      isGreeting = false;
    }
  };

  const nextQueued = (): QueuedRequest | null => {
    try {
      return queue.next([...onTheWay.keys()]);
    } catch (error) {
      wait('waiting', { code: 'QUEUE', why: reasonOf(error) }, null);
      return null;
    }
  };

  const send = async (request: QueuedRequest): Promise<void> => {
    try {
      const judgement = await upstream.ask(request.head, request.body, ANSWER_MS).then(
        (answer) => judgeAnswer(answer, request.head),
        (error: unknown) => ({ kind: 'unreachable', why: reasonOf(error) }) as const,
      );
      settle(request, judgement);
    } catch (error) {
      // It could not be taken off the queue, so it will be sent again; for what cannot be written there is nothing better.
      wait('waiting', { code: 'QUEUE', why: reasonOf(error) }, null);
    } finally {
      onTheWay.delete(request.id);
      pump();
    }
  };

  const settle = (
    request: QueuedRequest,
    judgement: ReturnType<typeof judgeAnswer> | { readonly kind: 'unreachable'; readonly why: string },
  ): void => {
    const { why } = judgement.kind === 'taken' ? { why: '' } : judgement;
    switch (judgement.kind) {
      case 'taken':
        queue.remove(request.id);
        recover({ sent: state.sent + 1, eventsRefused: state.eventsRefused + judgement.errors });
        return;
      case 'refused':
        dismiss(request, why);
        return;
      case 'later':
        if (FAILED.test(why)) {
          queue.tried(request.id);
          if (request.tries + 1 >= MOST_FAILURES) {
            dismiss(request, why);
            return;
          }
        }
        wait('waiting', { code: 'UNAVAILABLE', why }, judgement.afterMs);
        return;
      case 'held':
        wait('held', { code: judgement.code, why }, null);
        return;
      default:
        wait('waiting', { code: 'UNREACHABLE', why }, null);
    }
  };

  const dismiss = (request: QueuedRequest, why: string): void => {
    queue.remove(request.id);
    recover({ refused: state.refused + 1, lastRefusal: { atMs: nowMs(), why } });
  };

  /** The server answered as one that takes requests. */
  const recover = (counts: Partial<SenderState>): void => {
    failures = 0;
    become({ ...counts, ...(stopWaiting === null ? { kind: 'passing', problem: null, nextTryAtMs: null } : {}) });
  };

  const wait = (kind: 'waiting' | 'held', problem: SenderState['problem'], afterMs: number | null): void => {
    // Those that were on their way together fail together; that is one failure.
    if (stopWaiting !== null || isClosed) return;
    const usual = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
    failures += 1;
    const milliseconds = Math.max(afterMs ?? 0, usual * (0.5 + random() / 2));
    stopWaiting = after(milliseconds, () => {
      stopWaiting = null;
      pump();
    });
    become({ kind, problem, nextTryAtMs: nowMs() + milliseconds });
  };

  return {
    greet: () => void greet(),
    wake: pump,
    state: () => state,
    async close() {
      isClosed = true;
      stopWaiting?.();
      await Promise.allSettled(onTheWay.values());
    },
  };
}

/** The words of an error of the network or of TLS, with its code where they leave it out. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it does not answer';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  // One address after the other was tried (`AggregateError` of node:net), and has no words of its own.
  const words = error.message === '' && error instanceof AggregateError ? reasonOf(error.errors[0]) : error.message;
  return code === null || words.includes(code) ? words : `${words} (${code})`;
}
