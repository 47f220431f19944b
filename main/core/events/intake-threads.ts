import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import type { Notice } from '../../contract/index.ts';
import type { Greet } from '../listeners/listener-messages.ts';
import type { ListenerThreads } from '../listeners/spread-endpoint.ts';
import { createIntakePool, type Hand } from './intake-pool.ts';
import type {
  DecoderCalls,
  DecoderStart,
  IntakeMessage,
  IntakeReport,
  WorkerStart,
  WriterCalls,
  WriterStart,
} from './messages.ts';
import type { Intake } from './ports.ts';
import { openWorker, type WorkerLink } from './worker-calls.ts';
import { turnsMemory } from './write-turns.ts';

/** Threads that decode, the writer among them. One a core; more than four have not been measured. */
const MOST_HANDS = Math.min(4, Math.max(2, availableParallelism()));
/** A decoder costs some 15 MB, so it ends when nothing has needed it for so long. */
const IDLE_MS = 30_000;
/** A writer that dies this often within that time is not started again. */
const MOST_DEATHS = 3;
const DEATHS_WITHIN_MS = 60_000;

export interface IntakeThreads extends ListenerThreads {
  readonly intake: Intake;
  /** A call to the writer; rejects where it is gone. */
  readonly call: WorkerLink<WriterCalls, IntakeMessage>['call'];
  close(): Promise<void>;
}

interface Decoder {
  readonly link: WorkerLink<DecoderCalls, IntakeMessage>;
  readonly hand: Hand;
  /** Listens for agents, and therefore stays. */
  readonly isListener: boolean;
}

/**
 * Starts the thread that writes the store, and further ones that decode when one is not enough. Rejects where the store cannot be opened. A thread that dies is started
 * again, and `notify` hears of it; bodies that it had are answered 503.
 */
export async function openIntakeThreads(
  opening: WorkerStart,
  { didStore, notify }: { didStore(): void; notify(notice: Notice): void },
): Promise<IntakeThreads> {
  const start: WriterStart = { ...opening, turns: turnsMemory() };
  const decoders = new Set<Decoder>();
  const deaths: number[] = [];
  let starting: Promise<void> | null = null;
  let greeting: Greet | null = null;
  let isClosing = false;
  /** Threads that take the place of others which died. */
  const reviving = new Set<Promise<void>>();

  const pool = createIntakePool(() => {
    if (starting !== null || isClosing || decoders.size + 1 >= MOST_HANDS) return;
    starting = startDecoder(false)
      // A machine that has no room for a further thread goes on with those that it has.
      .catch(() => undefined)
      .finally(() => {
        starting = null;
      });
  });

  const hear = (report: IntakeReport): void => {
    if (report.kind === 'notice') {
      notify(report.notice);
      return;
    }
    if (report.kind === 'committed') didStore();
    else pool.hear(report);
  };

  const startWriter = async (): Promise<{ link: WorkerLink<WriterCalls, IntakeMessage>; hand: Hand }> => {
    const link = await openWorker<WriterCalls, IntakeMessage, IntakeReport>({
      name: 'intake-worker',
      start,
      didReport: hear,
      didDie: (error) => {
        pool.remove(writer.hand);
        if (!isClosing) revive(restart(error));
      },
    });
    if (greeting !== null) greet(link);
    return { link, hand: pool.add(link.tell) };
  };

  const greet = ({ tell }: Pick<WorkerLink<WriterCalls, IntakeMessage>, 'tell'>): void => {
    const orders = new MessageChannel();
    const state = new MessageChannel();
    tell({ kind: 'listener', port: orders.port1, state: state.port1 }, [orders.port1, state.port1]);
    greeting?.({ port: orders.port2, state: state.port2 });
  };

  const startDecoder = async (isListener: boolean): Promise<void> => {
    const { port1, port2 } = new MessageChannel();
    const current = writer;
    // Threads listen on Linux alone; elsewhere a file that two have open could not be kept aside.
    const beside = isListener ? { path: start.path, turns: start.turns } : null;
    current.link.tell({ kind: 'decoder', store: port1 }, [port1]);
    const link = await openWorker<DecoderCalls, IntakeMessage, IntakeReport>({
      name: 'decode-worker',
      start: { store: port2, beside } satisfies DecoderStart,
      transfer: [port2],
      didReport: hear,
      didDie: () => {
        drop(decoder);
        if (isClosing) return;
        notify(DECODER_DIED);
        if (isListener) revive(replaceListener());
      },
    });
    const decoder: Decoder = { link, hand: pool.add(link.tell), isListener };
    decoders.add(decoder);
    // The writer that it was to write through has died meanwhile.
    if (writer !== current) leadTo(writer, decoder);
    if (isListener) greet(link);
  };

  const revive = (work: Promise<void>): void => {
    reviving.add(work);
    void work.finally(() => reviving.delete(work));
  };

  const drop = (decoder: Decoder): void => {
    pool.remove(decoder.hand);
    decoders.delete(decoder);
  };
  const end = async (decoder: Decoder): Promise<void> => {
    drop(decoder);
    await decoder.link.close();
  };

  /** Whether one more death is one too many. */
  const isHopeless = (): boolean => {
    const nowMs = performance.now();
    deaths.push(nowMs);
    return deaths.filter((at) => nowMs - at < DEATHS_WITHIN_MS).length >= MOST_DEATHS;
  };

  const replaceListener = async (): Promise<void> => {
    if (isHopeless()) return;
    // A machine that has no room for it goes on with those that listen.
    await startDecoder(true).catch(() => undefined);
  };

  const leadTo = (to: typeof writer, { link }: Decoder): void => {
    const { port1, port2 } = new MessageChannel();
    to.link.tell({ kind: 'decoder', store: port1 }, [port1]);
    link.tell({ kind: 'writer', store: port2 }, [port2]);
  };

  /** What decoders have sent to a writer that died is lost with it; they say so to whoever sent it, and go on with the next one. */
  const restart = async (error: Error): Promise<void> => {
    if (isHopeless()) {
      notify(stoppedNotice(error));
      return;
    }
    try {
      writer = await startWriter();
      for (const decoder of decoders) leadTo(writer, decoder);
      notify(restartedNotice(error));
    } catch (again) {
      notify(stoppedNotice(again instanceof Error ? again : error));
    }
  };

  let writer = await startWriter();
  const sweep = setInterval(() => {
    const longAgo = performance.now() - IDLE_MS;
    for (const decoder of decoders) {
      const isIdle = decoder.hand.open === 0 && decoder.hand.usedMs < longAgo;
      if (isIdle && !decoder.isListener) void end(decoder);
    }
  }, IDLE_MS).unref();

  return {
    intake: pool,
    call: (name, input) => writer.link.call(name, input),
    async listenIn(count, given) {
      if (greeting === null) {
        greeting = given;
        greet(writer.link);
      }
      const listening = [...decoders].filter(({ isListener }) => isListener).length;
      for (let more = 1 + listening; more < count && !isClosing; more += 1) {
        const started = startDecoder(true);
        revive(started.catch(() => undefined));
        await started;
      }
    },
    async close() {
      if (isClosing) return;
      isClosing = true;
      clearInterval(sweep);
      await starting;
      await Promise.all(reviving);
      await Promise.all([...decoders].map(end));
      pool.remove(writer.hand);
      await writer.link.close();
    },
  };
}

const DECODER_DIED: Notice = {
  id: 'events-decoder',
  level: 'attention',
  title: 'Some events were not taken',
  text: 'A part of Sealwire that reads events has ended and is started again when it is needed. What it had was answered with 503.',
  screen: null,
};

function restartedNotice(error: Error): Notice {
  return {
    id: 'events-restarted',
    level: 'attention',
    title: 'Some events were not stored',
    text: `The part that stores events ended (${error.message}) and was started again. What it had was answered with 503.`,
    screen: null,
  };
}

function stoppedNotice(error: Error): Notice {
  return {
    id: 'events-stopped',
    level: 'failed',
    title: 'Events are no longer stored',
    text: `The part that stores events has ended (${error.message}). Restart Sealwire.`,
    screen: null,
  };
}
