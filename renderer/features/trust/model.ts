import type {
  Service,
  TrustAdvice,
  TrustCheck,
  TrustGroup,
  TrustLeftover,
  TrustStore,
} from '../../../main/contract/index.ts';
import { timeAgo } from '../../ui/format.ts';
import type { Tone } from '../../ui/state-icon.tsx';

/** What a group of stores is called, in the order of the screen: what most people look for first. */
const GROUPS: readonly (readonly [TrustGroup, string])[] = [
  ['system', 'System'],
  ['browser', 'Browsers'],
  ['java', 'Java'],
  ['subsystem', 'Windows and WSL'],
  ['environment', 'Environment variables'],
  ['container', 'Containers'],
  ['device', 'Emulators and simulators'],
];

/** One line on what is different about a group; those that speak for themselves have none. */
const GROUP_WORDS: Readonly<Partial<Record<TrustGroup, string>>> = {
  environment: 'Sealwire writes the file, you set the variable where the program is started. Nothing else changes.',
  container: 'Sealwire writes the files, you start your containers with them.',
  device: 'Sealwire prints what to do; the device is changed by you.',
};

export interface StoreGroup {
  readonly title: string;
  readonly words: string | null;
  readonly stores: readonly TrustStore[];
}

/** The stores by what reads them; groups without a store are left out. */
export function groupsOf(stores: readonly TrustStore[]): StoreGroup[] {
  return GROUPS.map(([group, title]) => ({
    title,
    words: GROUP_WORDS[group] ?? null,
    stores: stores.filter((store) => store.group === group),
  })).filter((group) => group.stores.length > 0);
}

/** Whether it is files of Sealwire's own, which do nothing until the person points a program to them; else it is a store that programs read by themselves. */
export function isFilesAlone({ group }: Pick<TrustStore, 'group'>): boolean {
  return group === 'environment' || group === 'container';
}

/** How a store stands, as its badge says it. A store that some programs refuse is not shown as if all took it. */
export function stateOf(store: TrustStore): { readonly tone: Tone; readonly words: string } {
  const { state, checks, problem } = store;
  const isRefused = checks.some(({ outcome }) => outcome === 'refused');
  if (isFilesAlone(store) && !isRefused && problem === null) {
    if (state === 'installed') return { tone: 'waiting', words: 'files written' };
    if (state === 'not-installed') return { tone: 'n/a', words: 'no files' };
  }
  switch (state) {
    case 'verified':
      return isRefused ? { tone: 'attention', words: 'verified in part' } : { tone: 'ok', words: 'verified' };
    case 'installed':
      return isRefused ? { tone: 'failed', words: 'refused' } : { tone: 'waiting', words: 'installed' };
    case 'not-installed':
      return problem === null
        ? { tone: 'n/a', words: 'not installed' }
        : { tone: 'attention', words: 'cannot be changed' };
    case 'absent':
      return problem === null ? { tone: 'n/a', words: 'not here' } : { tone: 'attention', words: 'cannot be used' };
  }
}

/** The line below a store's name: who was seen to take or refuse it and when, else who reads it or why nobody can. */
export function standing(store: TrustStore, nowMs: number): string {
  const { state, checks, problem, evidence, serves } = store;
  if (problem !== null) return problem.message;
  if (state === 'absent') return evidence;
  if (state === 'not-installed') {
    if (serves.length === 0) return evidence;
    return `${isFilesAlone(store) ? 'For' : 'Read by'} ${listed(serves)}`;
  }
  const seen = [
    seenWords(checks, 'verified', 'finished a handshake'),
    seenWords(checks, 'refused', 'refused it'),
    seenWords(checks, 'unclear', 'could not tell'),
  ].filter((words) => words !== null);
  const last = lastCheck(checks);
  // No program of this machine reads what lies in a container, so no handshake could show it.
  if (last === null && store.group === 'container') return evidence;
  return last === null ? 'No handshake has shown it yet' : `${seen.join('; ')} · ${timeAgo(last, nowMs)}`;
}

/** When the newest handshake was made, or null where there was none. */
export function lastCheck(checks: readonly TrustCheck[]): string | null {
  return (
    checks
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? null
  );
}

function seenWords(checks: readonly TrustCheck[], outcome: TrustCheck['outcome'], words: string): string | null {
  const clients = checks.filter((check) => check.outcome === outcome).map(({ client }) => client);
  return clients.length === 0 ? null : `${listed(clients)} ${words}`;
}

/** A program that refused the authority, and the store that it reads in place of this one, where there is one. */
export interface Refusal {
  readonly client: string;
  readonly instead: TrustStore | null;
}

/** Who refused it, and where each would take it from: some programs keep authorities of their own and ask no store that others read. */
export function refusalsOf(store: TrustStore, checks: readonly TrustCheck[], stores: readonly TrustStore[]): Refusal[] {
  return checks
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ client }) => {
      const isReadBy = ({ serves }: TrustStore): boolean => serves.some((program) => client.startsWith(program));
      const instead = isReadBy(store) ? undefined : stores.find((other) => other.id !== store.id && isReadBy(other));
      return { client, instead: instead ?? null };
    });
}

/** Whether the plan for trusting can hold this store. */
export function canTrust({ state, problem }: TrustStore): boolean {
  return state === 'not-installed' && problem === null;
}

/** Whether something may be taken back: it trusts the authority, or a change of it was begun. The plan says where it is not Sealwire's. */
export function canTakeBack({ state, ledgerId }: TrustStore): boolean {
  return state === 'installed' || state === 'verified' || ledgerId !== null;
}

/** What of a store is told about the rights that a change takes; null where the person has them. */
export function rightsOf({
  needs,
  isByHand,
}: {
  readonly needs: TrustStore['needs'];
  readonly isByHand: boolean;
}): string | null {
  if (isByHand) return needs === 'admin' ? 'needs admin' : 'by hand';
  return needs === 'admin' ? 'as administrator' : null;
}

/** What becomes of a store, as the button for it says it: files alone are trusted by nobody yet. */
export function actionWords(store: TrustStore): { readonly label: string; readonly name: string } {
  return isFilesAlone(store)
    ? { label: 'Write files…', name: `Write files: ${store.title}…` }
    : { label: 'Trust…', name: `Trust: ${store.title}…` };
}

/** Why a change waits, and what can be done about it. */
export function leftoverWords({ why, finishIn }: TrustLeftover): string {
  if (why === 'store-gone') return 'The store is not found any more. Taking it back clears what is left of the change.';
  return finishIn === null
    ? 'It was begun and not finished, for an authority that is not the current one any more. Take back what is there.'
    : 'It was begun and not finished, so it may be there in part. Finish it, or take back what is there.';
}

/** How many stores hold the authority, and how many of them were seen to be believed. */
export function countsLine(stores: readonly TrustStore[]): string {
  const trusting = stores.filter(({ state }) => state === 'installed' || state === 'verified').length;
  const verified = stores.filter(({ state }) => state === 'verified').length;
  const all = stores.length === 1 ? '1 store' : `${stores.length} stores`;
  if (trusting === 0) return `None of ${all} on this machine trusts your authority.`;
  return `${trusting} of ${all} ${trusting === 1 ? 'holds' : 'hold'} your authority; ${verified === 0 ? 'none' : verified} verified by a real handshake.`;
}

/** An agent with what it needs, and the services that were seen to use it. */
export interface AgentAdvice extends TrustAdvice {
  readonly usedBy: readonly string[];
}

/** What each agent needs; those that were seen here first. */
export function adviceFor(advice: readonly TrustAdvice[], services: readonly Service[]): AgentAdvice[] {
  const all = advice.map((each) => ({
    ...each,
    usedBy: services.filter(({ agentId }) => agentId === each.agent).flatMap(({ service }) => service ?? []),
  }));
  return [...all.filter(({ usedBy }) => usedBy.length > 0), ...all.filter(({ usedBy }) => usedBy.length === 0)];
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
