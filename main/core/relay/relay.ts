import type { Notice, RelayState } from '../../contract/index.ts';
import { openWorker } from '../events/worker-calls.ts';
import type { RelayCalls, RelayReport } from './messages.ts';
import type { Relay } from './ports.ts';
import { relayWords } from './relay-words.ts';
import { NOTHING_SENT } from './sender-state.ts';
import type { UpstreamTarget } from './upstream.ts';

export interface RelayOptions {
  readonly target: UpstreamTarget;
  /** Path of the queue. */
  readonly path: string;
  readonly isDurable: boolean;
  /** What may wait at the most. */
  readonly limitBytes: number;
  nowMs(): number;
  didChange(): void;
  didDie(error: Error): void;
}

export interface OpenedRelay extends Relay {
  notices(): Notice[];
}

/** So long the real server lets a request wait for room before it refuses it (reference A2). */
const ROOM_WAIT_MS = 1000;

const NOTHING: RelayReport = {
  state: NOTHING_SENT,
  size: { requests: 0, bytes: 0, oldestAtMs: null },
};

/**
 * Opens the relay to the server behind: what an earlier run left in the queue goes first. Rejects where the queue cannot be opened. The thread that sends is another, so that a slow server
 * holds up nobody; where that one dies, nothing more is taken and the state says so.
 */
export async function openRelay(options: RelayOptions): Promise<OpenedRelay> {
  const { target, limitBytes } = options;
  const { credential } = target;
  let last = NOTHING;
  /** Bytes that were handed over and are not in a report yet. */
  let underWayBytes = 0;
  let death: Error | null = null;
  const waiting = new Set<() => void>();
  const link = await openWorker<RelayCalls, never, RelayReport>({
    folder: 'relay',
    name: 'relay-thread',
    start: {
      path: options.path,
      isDurable: options.isDurable,
      target: {
        ...target,
        credential: credential === null ? null : { ...credential, value: credential.value.reveal() },
      },
    },
    didReport(report) {
      last = report;
      for (const look of [...waiting]) look();
      options.didChange();
    },
    didDie(error) {
      death = error;
      for (const look of [...waiting]) look();
      options.didDie(error);
    },
  });
  const opened = await link.call('opened', null);
  last = { ...last, size: opened.size };

  const hasRoom = (bytes: number): boolean => last.size.bytes + underWayBytes + bytes <= limitBytes;

  /** Takes room for a request, in which those that waited together do not come in together. As the real server does it, one waits a second for room, and is refused then. */
  const room = (bytes: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const take = (): void => {
        underWayBytes += bytes;
        resolve();
      };
      if (hasRoom(bytes)) {
        take();
        return;
      }
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        waiting.delete(look);
        settle();
      };
      const look = (): void => {
        if (death !== null) end(() => reject(death));
        else if (hasRoom(bytes)) end(take);
      };
      const timer = setTimeout(() => end(() => reject(new Error('the queue is full'))), ROOM_WAIT_MS);
      waiting.add(look);
    });

  const state = (): RelayState =>
    relayWords({ origin: target.origin, limitBytes, report: last, hasDied: death !== null });

  return {
    async put(head, body) {
      await room(body.length);
      try {
        await link.call('put', { head, body, atMs: options.nowMs() });
      } finally {
        underWayBytes -= body.length;
      }
    },
    ask: (head, body, timeoutMs) => link.call('ask', { head, body, timeoutMs }),
    state,
    notices: () => [
      ...(opened.keptAside === null ? [] : [keptAsideNotice(opened.keptAside)]),
      ...opened.forOthers.map(({ origin, requests }) => othersNotice(origin, requests)),
    ],
    close: () => link.close(),
  };
}

function keptAsideNotice(path: string): Notice {
  return {
    id: 'relay-damaged',
    level: 'attention',
    title: 'The queue of the relay was damaged',
    text: `Sealwire began a new one and kept the old file as ${path}. Requests that had not been passed on are in that file only.`,
    screen: null,
  };
}

function othersNotice(origin: string, requests: number): Notice {
  return {
    id: `relay-others-${origin}`,
    level: 'attention',
    title: `${requests} requests wait for another server`,
    text: `They were taken for ${origin} and are sent once Sealwire relays there again: sealwire up --relay ${origin}`,
    screen: null,
  };
}
