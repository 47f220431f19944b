import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ConfigEntry, Notice } from '../../contract/index.ts';
import type { AgentConfigSource, CentralSettings, Reached } from '../endpoint/routes/route.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../host/host.ts';
import { keepAside } from '../host/keep-aside.ts';
import { afterPoll, optionStates, type Poll, type TakeUp } from './take-up.ts';

const storedEntry = z.object({
  service: z.string().nullable(),
  environment: z.string().nullable(),
  settings: z.record(z.string(), z.string()),
  changedAt: z.string(),
});
const storedFile = z.object({ entries: z.array(storedEntry) });

type Stored = z.infer<typeof storedEntry>;
type Key = Pick<Stored, 'service' | 'environment'>;

/** The central configuration of one workspace, and who took it up. */
export interface AgentConfigBook {
  /** Best match first, as agents are answered. */
  entries(): ConfigEntry[];
  /** Replaces the settings of one entry; none takes it away. Written before it returns; throws `DISK_FAILED` and then nothing changed. */
  replace(key: Key, settings: Readonly<Record<string, string>>): void;
  /** What the endpoint answers from; every question is remembered. */
  readonly source: (...asked: Parameters<AgentConfigSource>) => CentralSettings | null;
  notices(): Notice[];
}

/** More services than this asking at once are answered all the same, only not remembered. */
const MOST_ASKING = 10_000;

/** Opens `agent-config.json` in the workspace's folder. A file that cannot be read is kept aside and said in a notice. */
export function openAgentConfigBook(host: Host, folder: string, didChange: () => void): AgentConfigBook {
  const path = join(folder, 'agent-config.json');
  const found = readEntries(host, path);
  let stored: readonly Stored[] = found.entries;
  const asking = new Map<string, TakeUp>();

  const remember = (poll: Poll): Reached => {
    const key = JSON.stringify([poll.service, poll.environment]);
    const before = asking.get(key) ?? null;
    const next = afterPoll(before, poll);
    const isNew = before?.etag !== next.etag || before.state !== next.state;
    if (before !== null || asking.size < MOST_ASKING) {
      asking.set(key, next);
      if (isNew) didChange();
    }
    if (next.state === 'sent') return 'sent';
    return isNew ? 'echoed' : null;
  };

  return {
    entries: () =>
      [...stored]
        .sort((one, other) => rank(one) - rank(other) || named(one).localeCompare(named(other)))
        .map((entry) => {
          const etag = etagOf(entry.settings);
          const asked = [...asking.values()].filter(
            ({ service, environment }) => best(stored, service, environment) === entry,
          );
          return {
            ...entry,
            etag,
            agents: asked
              .filter((each) => each.etag === etag)
              .map(({ service, environment, state, sentAt, appliedAt, lastAskedAt }) => ({
                service,
                environment,
                state,
                sentAt,
                appliedAt,
                lastAskedAt,
              })),
            options: optionStates(entry.settings, asked),
          };
        }),
    replace: (key, settings) => {
      const others = stored.filter((entry) => !isSame(entry, key));
      const { service, environment } = key;
      const changedAt = host.now().toISOString();
      const own =
        Object.keys(settings).length === 0 ? [] : [{ service, environment, settings: { ...settings }, changedAt }];
      const next = [...others, ...own];
      makeFolder(host, folder);
      writeAtomically(host, path, `${JSON.stringify({ entries: next }, null, 2)}\n`);
      stored = next;
      didChange();
    },
    source: (service, environment, tagAsked, mayKnow) => {
      const entry = best(stored, service, environment);
      if (entry === null) {
        asking.delete(JSON.stringify([service, environment]));
        return null;
      }
      const { settings } = entry;
      const etag = etagOf(settings);
      const told =
        mayKnow === null
          ? settings
          : Object.fromEntries(Object.entries(settings).filter(([name]) => mayKnow.has(name)));
      const now = host.now().toISOString();
      return { etag, settings, reached: remember({ service, environment, etag, told, tagAsked, now }) };
    },
    notices: () => found.notices,
  };
}

/** Name and environment, name, environment, neither: the real server's order (reference A4). */
function best(stored: readonly Stored[], service: string, environment: string): Stored | null {
  const fitting = stored.filter(
    (entry) =>
      (entry.service === null || entry.service === service) &&
      (entry.environment === null || entry.environment === environment),
  );
  return fitting.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

function rank({ service, environment }: Key): number {
  return (service === null ? 2 : 0) + (environment === null ? 1 : 0);
}

function named({ service, environment }: Key): string {
  return `${service ?? ''}/${environment ?? ''}`;
}

function isSame(one: Key, other: Key): boolean {
  return one.service === other.service && one.environment === other.environment;
}

/** The same settings have the same tag, whenever and in whatever order they were set. */
function etagOf(settings: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32);
}

function makeFolder({ disk }: Host, folder: string): void {
  if (disk.facts(folder) !== null) return;
  disk.makeFolder(folder, 0o700);
  disk.sync(dirname(folder));
}

function readEntries(host: Host, path: string): { entries: readonly Stored[]; notices: Notice[] } {
  const bytes = host.disk.read(path);
  if (bytes === null) return { entries: [], notices: [] };
  const parsed = storedFile.safeParse(parsedJson(bytes));
  if (parsed.success) return { entries: parsed.data.entries, notices: [] };
  const notice = (text: string): Notice => ({
    id: 'agent-config-damaged',
    level: 'attention',
    title: 'The central configuration was damaged',
    text: `Agents are told nothing until it is set again. ${text}`,
    screen: null,
  });
  try {
    return { entries: [], notices: [notice(`The file that was found is kept as ${keepAside(host, path)}.`)] };
  } catch (error) {
    // A read-only folder: the file stays where it is, which loses nothing either.
    const why = error instanceof Error ? error.message : String(error);
    return { entries: [], notices: [notice(`The file stays at ${path}: ${why}`)] };
  }
}

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    // Not JSON: half-written or edited by hand. No schema takes undefined, so the caller keeps the file aside.
    return undefined;
  }
}
