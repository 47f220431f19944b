import type { ConfigEntry } from '../../contract/index.ts';

/** A value at the moment of which it is evidence. */
interface Seen {
  readonly value: string;
  readonly at: string;
}

type Options = ReadonlyMap<string, Seen>;

/** How far central configuration got with one service in one environment. Moments are ISO 8601. */
export interface TakeUp {
  readonly service: string;
  readonly environment: string;
  /** Tag of what it was answered with last. */
  readonly etag: string;
  readonly state: 'sent' | 'applied';
  readonly sentAt: string | null;
  readonly appliedAt: string | null;
  readonly lastAskedAt: string;
  /** What it was last seen to hold, by the tag that it named. An option has its moment from when it first held that value. */
  readonly held: { readonly etag: string; readonly options: Options } | null;
  readonly sent: Options;
}

/** One poll: what it is answered from, as far as whoever asks may know, and the tag that it names. */
export interface Poll {
  readonly service: string;
  readonly environment: string;
  readonly etag: string;
  readonly told: Readonly<Record<string, string>>;
  readonly tagAsked: string;
  readonly now: string;
}

/**
 * What is known after a poll. One that names the current tag holds everything it was told. One that names the tag it held before holds that still, so what has not
 * changed since stays taken. Any other tag, or none, as after a restart, is evidence of nothing.
 */
export function afterPoll(before: TakeUp | null, poll: Poll): TakeUp {
  const { service, environment, etag, told, tagAsked, now } = poll;
  const same = before?.etag === etag ? before : null;
  const isTaken = tagAsked === etag;
  const held = isTaken ? { etag, options: kept(before?.held?.options, told, now) } : stillHeld(before, tagAsked);
  return {
    service,
    environment,
    etag,
    state: isTaken ? 'applied' : 'sent',
    sentAt: isTaken ? (same?.sentAt ?? null) : now,
    // The first poll that names the tag is the moment of evidence; later ones only repeat it.
    appliedAt: isTaken ? (same?.appliedAt ?? now) : null,
    lastAskedAt: now,
    held,
    sent: isTaken ? (before?.sent ?? new Map()) : sentNow(before, held?.options, told, now),
  };
}

/** The same for each option of an entry; one that has not reached anybody with its present value has no agents. */
export function optionStates(
  settings: Readonly<Record<string, string>>,
  asking: readonly TakeUp[],
): ConfigEntry['options'] {
  return Object.entries(settings).map(([name, value]) => ({
    name,
    agents: asking.flatMap(({ service, environment, held, sent }) => {
      const taken = momentOf(held?.options, name, value);
      const sentAt = momentOf(sent, name, value);
      if (taken === null && sentAt === null) return [];
      return [{ service, environment, state: taken === null ? 'sent' : 'applied', sentAt, appliedAt: taken }];
    }),
  }));
}

function stillHeld(before: TakeUp | null, tagAsked: string): TakeUp['held'] {
  return before?.held?.etag === tagAsked ? before.held : null;
}

/** The told options, each with the moment of before where its value is the same. */
function kept(before: Options | undefined, told: Poll['told'], now: string): Options {
  return new Map(
    Object.entries(told).map(([name, value]) => [name, { value, at: momentOf(before, name, value) ?? now }]),
  );
}

/** What is held already was not sent anew, though it was part of the answer. */
function sentNow(before: TakeUp | null, held: Options | undefined, told: Poll['told'], now: string): Options {
  const options = new Map<string, Seen>();
  for (const [name, value] of Object.entries(told)) {
    const isHeld = momentOf(held, name, value) !== null;
    const at = isHeld ? momentOf(before?.sent, name, value) : now;
    if (at !== null) options.set(name, { value, at });
  }
  return options;
}

function momentOf(options: Options | undefined, name: string, value: string): string | null {
  const seen = options?.get(name);
  return seen?.value === value ? seen.at : null;
}
