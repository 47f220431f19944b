import type { Attempt, AttemptDetail } from '../../contract/index.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import type { KnownAgent } from '../diagnose/known-agent.ts';
import type { Finding } from '../diagnose/rule.ts';
import type { RememberedAttempt } from '../events/ports.ts';
import { type AttemptState, perService, reduceAttempt } from './attempt-state.ts';
import { type Conclusions, viewAttempt, viewAttemptDetail } from './attempt-view.ts';
import { dropOldest } from './drop-oldest.ts';
import type { ConnectionOwner, Fact, SocketAddress } from './facts.ts';
import { type IdentityHints, identify } from './identity.ts';
import { keepFact } from './kept-facts.ts';
import { ladderOfAttempt } from './ladder-of-attempt.ts';
import { isOwnMachine } from './own-machine.ts';
import { condenseSums, type ServiceSum, serviceKey, sumOfAttempt } from './service-sum.ts';
import type { Surroundings } from './service-view.ts';

/** One connection of this run. */
interface Entry {
  state: AttemptState;
  readonly facts: Fact[];
  readonly wiring: IdentityHints['wiring'];
  /** Services left out of ladders until something new is seen, because the person had the service forgotten. */
  forgotten: ReadonlySet<string>;
  concluded: { readonly shown: Attempt; readonly sums: readonly ServiceSum[] } | null;
  readonly block: Block;
}

/** Entries that began one after the other, with what they add up to as long as none of them changes: most of many connections are idle. */
interface Block {
  readonly entries: Set<Entry>;
  sums: readonly ServiceSum[] | null;
}

export interface AttemptBook {
  /** Takes one fact; `wiring` is the one that is open now. */
  take(fact: Fact, wiring: IdentityHints['wiring']): void;
  /** Draws conclusions from what is new and yields the attempts that changed since the last call. */
  settle(): readonly Attempt[];
  /** The attempts of this run, newest first. */
  list(): readonly Attempt[];
  detail(id: string): AttemptDetail | null;
  remembered(id: string): RememberedAttempt | null;
  /** What the attempts add up to, in fewer sums than there are attempts. */
  sums(): readonly ServiceSum[];
  /** Owners of the connections of this run, with their connection. */
  owners(): readonly { readonly connection: string; readonly owner: ConnectionOwner }[];
  /** Where a connection came from, while nobody has told whose it is; null otherwise. */
  ownerless(connection: string): SocketAddress | null;
  forget(isMeant: (sum: ServiceSum) => boolean): void;
  /** Whether a connection is known to be that service's before it has said so itself: by its process or, from another machine, because nobody else has named itself from there. */
  isOf(connection: string, target: ServiceKey): boolean;
  /** Open connections that have spoken for that service. */
  openOf(target: ServiceKey): readonly string[];
  /** Takes a connection out as if it had never been. */
  drop(connection: string): void;
}

/** A service in an environment. */
export interface ServiceKey {
  readonly service: string | null;
  readonly environment: string | null;
}

export interface AttemptBookOptions {
  readonly agents: readonly KnownAgent[];
  readonly wiringFor: Surroundings['wiringFor'];
  readonly most: number;
  /** Called with the sum of an attempt that is dropped to make room. */
  didDrop(sum: ServiceSum): void;
}

const ENTRIES_A_BLOCK = 32;
const MOST_PROCESS_NAMES = 500;
const NONE: ReadonlySet<string> = new Set();

/** Keeps the newest connections of this run and what they add up to. Conclusions are drawn only when someone asks for them. */
export function createAttemptBook({ agents, wiringFor, most, didDrop }: AttemptBookOptions): AttemptBook {
  const entries = new Map<string, Entry>();
  const blocks = new Set<Block>();
  let newest: Block | null = null;
  const changed = new Set<string>();
  const processNames = new Map<string, NonNullable<IdentityHints['process']>>();

  const conclude = (entry: Entry): NonNullable<Entry['concluded']> => {
    if (entry.concluded !== null) return entry.concluded;
    const { state } = entry;
    const { owner } = state;
    const process = owner === null ? null : (processNames.get(processKey(owner)) ?? null);
    const concludeAs = (as: AttemptState, whole: Finding | null): Conclusions => {
      const identity = identify(as, { process, wiring: entry.wiring }, agents);
      return { identity, finding: whole, ladder: ladderOfAttempt(as, whole) };
    };
    const identity = identify(state, { process, wiring: entry.wiring }, agents);
    const finding = findingOf(state, identity);
    const shown = viewAttempt(state, concludeAs(state, finding));
    // What stopped the newest request is put down to the newest service alone.
    const sums = perService(state).map((as, index) =>
      sumOfAttempt(as, concludeAs(as, index === 0 ? finding : null), shown),
    );
    entry.concluded = { shown, sums };
    return entry.concluded;
  };

  const findingOf = (attempt: AttemptState, { agentId, service }: Conclusions['identity']): Finding | null =>
    diagnose({
      attempt,
      definition: agents.find(({ id }) => id === agentId) ?? null,
      wiring: wiringFor(agentId, service),
    });

  const touch = (entry: Entry): void => {
    entry.concluded = null;
    entry.block.sums = null;
    changed.add(entry.state.id);
  };

  /** A process that has named itself gives its name to its other connections, also to those that failed before. */
  const learnName = ({ state: { owner, metadata } }: Entry): void => {
    if (owner === null || metadata === null) return;
    const { service, environment } = metadata.value;
    const key = processKey(owner);
    const known = processNames.get(key);
    if (known?.service === service && known.environment === environment) return;
    processNames.delete(key);
    processNames.set(key, { service, environment });
    dropOldest(processNames, MOST_PROCESS_NAMES);
    for (const entry of entries.values()) {
      if (entry.state.owner !== null && processKey(entry.state.owner) === key) touch(entry);
    }
  };

  const remaining = (entry: Entry): readonly ServiceSum[] =>
    conclude(entry).sums.filter(({ service, environment }) => !entry.forgotten.has(serviceKey(service, environment)));

  const blockForNext = (): Block => {
    if (newest === null || newest.entries.size >= ENTRIES_A_BLOCK) {
      newest = { entries: new Set(), sums: null };
      blocks.add(newest);
    }
    return newest;
  };

  const sumsOf = (block: Block): readonly ServiceSum[] => {
    block.sums ??= condenseSums([...block.entries].flatMap(remaining));
    return block.sums;
  };

  const makeRoom = (): void => {
    if (entries.size <= most) return;
    const oldest = [...entries.values()].find(({ state }) => state.closed !== null) ?? entries.values().next().value;
    if (oldest === undefined) return;
    for (const sum of remaining(oldest)) didDrop(sum);
    remove(oldest);
  };

  const remove = (entry: Entry): void => {
    const { block } = entry;
    entries.delete(entry.state.id);
    block.entries.delete(entry);
    block.sums = null;
    if (block.entries.size === 0 && block !== newest) blocks.delete(block);
    changed.delete(entry.state.id);
  };

  /** Who has named itself from an address, in metadata or in a User-Agent. */
  const namedFrom = (address: string): readonly ServiceSum[] =>
    [...entries.values()]
      .filter(({ state }) => state.remote?.address === address)
      .flatMap((entry) => conclude(entry).sums)
      .filter(({ attribution }) => attribution === 'metadata' || attribution === 'user-agent');

  return {
    take: (fact, wiring) => {
      const known = entries.get(fact.connection);
      const state = reduceAttempt(known?.state ?? null, fact);
      const entry = known ?? { state, facts: [], wiring, forgotten: NONE, concluded: null, block: blockForNext() };
      entry.block.entries.add(entry);
      entry.state = state;
      entry.forgotten = NONE;
      keepFact(entry.facts, fact);
      entries.set(fact.connection, entry);
      touch(entry);
      if (fact.kind === 'metadata' || fact.kind === 'owner') learnName(entry);
      makeRoom();
    },
    settle: () => {
      const shown = [...changed].flatMap((id) => {
        const entry = entries.get(id);
        return entry === undefined ? [] : [conclude(entry).shown];
      });
      changed.clear();
      return shown;
    },
    list: () => [...entries.values()].map((entry) => conclude(entry).shown).reverse(),
    detail: (id) => {
      const entry = entries.get(id);
      return entry === undefined ? null : viewAttemptDetail(conclude(entry).shown, entry.facts);
    },
    remembered: (id) => {
      const entry = entries.get(id);
      return entry === undefined ? null : { attempt: conclude(entry).shown, facts: JSON.stringify(entry.facts) };
    },
    sums: () => [...blocks].flatMap(sumsOf),
    owners: () =>
      [...entries.values()].flatMap(({ state: { id, owner } }) => (owner === null ? [] : [{ connection: id, owner }])),
    ownerless: (connection) => {
      const state = entries.get(connection)?.state;
      return state?.owner === null ? state.remote : null;
    },
    forget: (isMeant) => {
      for (const entry of entries.values()) {
        const meant = conclude(entry).sums.filter(isMeant);
        entry.block.sums = null;
        entry.forgotten = new Set([
          ...entry.forgotten,
          ...meant.map(({ service, environment }) => serviceKey(service, environment)),
        ]);
      }
    },
    isOf: (connection, target) => {
      const entry = entries.get(connection);
      if (entry === undefined) return false;
      const { shown } = conclude(entry);
      if (shown.attribution === 'run' || shown.attribution === 'environment') return isSameService(shown, target);
      const { remote, local } = entry.state;
      if (remote === null || isOwnMachine(remote) || remote.address === local?.address) return false;
      const named = namedFrom(remote.address);
      return named.length > 0 && named.every((each) => isSameService(each, target));
    },
    openOf: (target) =>
      [...entries.values()]
        .filter(
          (entry) => entry.state.closed === null && conclude(entry).sums.some((sum) => isSameService(sum, target)),
        )
        .map(({ state }) => state.id),
    drop: (connection) => {
      const entry = entries.get(connection);
      if (entry !== undefined) remove(entry);
    },
  };
}

/** What does not know its environment is of the one that is meant. */
function isSameService({ service, environment }: ServiceKey, target: ServiceKey): boolean {
  return service === target.service && (environment === null || environment === target.environment);
}

/** The command as well, because the system hands out the number of a process again once it has ended. */
function processKey({ pid, command }: ConnectionOwner): string {
  return `${pid} ${command}`;
}
