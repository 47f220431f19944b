import type { Client } from '../../contract/client.ts';
import type { DesktopLink, DesktopProblem } from '../../contract/desktop.ts';
import { asSealwireError } from '../../contract/errors.ts';
import type { ControlClient } from '../../transport/control-calls.ts';
import { attemptCore, type CoreAttempt } from './attempt-core.ts';
import type { CoreProcess } from './core-process.ts';
import type { CoreProgram, FoundCore } from './find-core.ts';
import { died, diesAlways, errorOf, hangs, refused, stopped } from './problems.ts';
import { watchPulse } from './pulse.ts';
import { restartPolicy } from './restart-policy.ts';

/** What supervising works with; a test gives its own. */
export interface SuperviseParts {
  readonly version: string;
  /** Looked for anew at every start: an installation may have been repaired meanwhile. */
  readonly find: () => FoundCore;
  readonly start: (program: CoreProgram) => CoreProcess;
  readonly connect: () => Promise<ControlClient | null>;
  /** Calls once after so many milliseconds; returns what takes it back. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
  readonly log: (line: string) => void;
  readonly limits: SuperviseLimits;
}

/** All in milliseconds. */
export interface SuperviseLimits {
  /** Between two heartbeats. */
  readonly pulseMs: number;
  /** How long a heartbeat may go unanswered. */
  readonly silenceMs: number;
  /** How long a core may take to say its first line; a keychain may be asking the person meanwhile. */
  readonly startMs: number;
  /** How long each step of a stop may take. */
  readonly stopMs: number;
}

export const LIMITS: SuperviseLimits = { pulseMs: 5_000, silenceMs: 10_000, startMs: 45_000, stopMs: 4_000 };

/** The core of this window, from its first start to the end of the app. */
export interface Supervision {
  link(): DesktopLink;
  onLink(listener: (link: DesktopLink) => void): () => void;
  /** Called with each client that there is to talk to, the present one at once. */
  onClient(listener: (client: Client) => void): () => void;
  /** The present client, or the next one while a core is starting; rejects where none comes by itself. */
  client(): Promise<Client>;
  /** Kills our own core where there is one, waits for its end, and starts anew. */
  restart(): Promise<void>;
  /** Ends our own core, and leaves one alone that another Sealwire serves. Nothing starts afterwards. */
  close(): Promise<void>;
}

/**
 * Starts a core and keeps one there: one that died is started again, the third quick death in a row leaves it to the person, and so does one that hangs or
 * cannot work. Where another Sealwire serves the home it is talked to; when that one ends, our own takes its place.
 */
export function supervise(parts: SuperviseParts): Supervision {
  const { limits, after } = parts;
  const policy = restartPolicy();
  const linkListeners = new Set<(link: DesktopLink) => void>();
  const clientListeners = new Set<(client: Client) => void>();
  let link: DesktopLink = { state: 'opening', problem: null };
  let own: CoreProcess | null = null;
  let client: ControlClient | null = null;
  let next = Promise.withResolvers<Client>();
  /** Which run is meant; one that was overtaken by a restart, or by the end, goes on no more. */
  let run = 0;

  const show = (state: DesktopLink['state'], problem: DesktopProblem | null): void => {
    link = { state, problem };
    if (problem !== null) parts.log(`${problem.message} ${problem.fix}`);
    for (const listener of [...linkListeners]) listener(link);
  };

  const giveUp = (problem: DesktopProblem): void => {
    // Nobody may be waiting; whoever is, and whoever asks from now on, gets the rejection.
    next.promise.catch(() => undefined);
    next.reject(errorOf(problem));
    show('lost', problem);
  };

  const attempt = async (): Promise<CoreAttempt> => {
    const found = parts.find();
    if ('problem' in found) return { kind: 'problem', problem: found.problem };
    const process = parts.start(found.found);
    own = process;
    const late = Promise.withResolvers<void>();
    const takeBack = after(limits.startMs, late.resolve);
    const { version, connect } = parts;
    const outcome = await attemptCore(process, { version, connect, late: late.promise, stopMs: limits.stopMs });
    takeBack();
    return outcome;
  };

  /** Resolves when the conversation is over. */
  const talk = async (open: Extract<CoreAttempt, { kind: 'open' }>): Promise<{ isOrderly: boolean; how: string }> => {
    client = open.client;
    next.resolve(client);
    show('open', null);
    for (const listener of [...clientListeners]) listener(client);
    const stopPulse = watchPulse({
      ask: () => open.client.call('app.info', {}),
      everyMs: limits.pulseMs,
      withinMs: limits.silenceMs,
      after,
      didFallSilent: () => show('lost', hangs(open.word)),
      didAnswerAgain: () => show('open', null),
    });
    // A process that hung up on us is of no use, whether it knows or not.
    open.client.closed.then(() => own?.stop(limits.stopMs));
    const end = await open.over;
    stopPulse();
    return end;
  };

  const keepOne = async (mine: number): Promise<void> => {
    for (;;) {
      const startedAt = parts.elapsed();
      const outcome = await attempt();
      if (mine !== run) return outcome.kind === 'open' ? outcome.client.close() : undefined;
      if (outcome.kind === 'problem') return giveUp(outcome.problem);
      const end = outcome.kind === 'open' ? await talk(outcome) : { isOrderly: false, how: outcome.how };
      if (mine !== run) return;
      letGo();
      if (end.isOrderly) return giveUp(stopped());
      const waitMs = policy.didDie(parts.elapsed() - startedAt);
      if (waitMs === null) return giveUp(diesAlways(end.how));
      show('lost', died(end.how));
      await new Promise<void>((resume) => after(waitMs, resume));
      if (mine !== run) return;
    }
  };

  const letGo = (): void => {
    const last = client;
    client = null;
    if (last === null) return;
    next = Promise.withResolvers();
    last.close().catch((error: unknown) => parts.log(asSealwireError(error).message));
  };

  const begin = (): void => {
    keepOne(++run).catch((error: unknown) => giveUp(refused(asSealwireError(error))));
  };

  begin();
  return {
    link: () => link,
    onLink: (listener) => added(linkListeners, listener),
    onClient: (listener) => {
      if (client !== null) listener(client);
      return added(clientListeners, listener);
    },
    client: () => next.promise,
    restart: async () => {
      const mine = ++run;
      policy.reset();
      letGo();
      next.promise.catch(() => undefined);
      next.reject(errorOf(died('it was restarted')));
      next = Promise.withResolvers();
      show('opening', null);
      await own?.kill();
      if (mine === run) begin();
    },
    close: async () => {
      run++;
      letGo();
      await own?.stop(limits.stopMs);
    },
  };
}

function added<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
