import { type Diagnosis, STEPS, type Step } from '../../contract/index.ts';

/** The newest time a rung was seen to hold. `applies` is false where the rung cannot apply (no token is asked for). */
export interface Mark {
  readonly atMs: number;
  readonly evidence: string;
  readonly applies: boolean;
}

/**
 * The newest time something stopped at a rung. `atMs` is when the connection, or the request, that failed began: something that began
 * before a success and fails after it says nothing new.
 */
export interface Stop {
  readonly atMs: number;
  readonly evidence: string;
  readonly diagnosis: Diagnosis;
}

export type Rungs<Value> = Readonly<Record<Step, Value>>;

/**
 * What all connections of a service showed, rung by rung. Only newest observations are held, so ladders can be merged in any order,
 * any number of times, with the same result: that is what keeps interleaved connections from making it flap.
 */
export interface Ladder {
  readonly marks: Rungs<Mark | null>;
  readonly stops: Rungs<Stop | null>;
}

/** A ladder read at one moment: the stop that stands, if any, and the highest rung that holds (-1 for none). */
export interface Reading {
  readonly stoppedAt: Step | null;
  readonly stop: Stop | null;
  readonly height: number;
}

/** The same value on every rung. */
export function rungs<Value>(value: (step: Step) => Value): Rungs<Value> {
  return {
    reached: value('reached'),
    encrypted: value('encrypted'),
    trusted: value('trusted'),
    authorised: value('authorised'),
    identified: value('identified'),
    reporting: value('reporting'),
  };
}

export const EMPTY_LADDER: Ladder = { marks: rungs(() => null), stops: rungs(() => null) };

/** The ladder of a service: everything in `base`, and what its attempts showed. */
export function foldLadder(base: Ladder, attempts: readonly Ladder[]): Ladder {
  return attempts.reduce(mergeLadders, base);
}

/** The newest of both, rung by rung; associative, commutative and idempotent. */
export function mergeLadders(one: Ladder, other: Ladder): Ladder {
  return {
    marks: rungs((step) => newest(one.marks[step], other.marks[step])),
    stops: rungs((step) => weightier(one.stops[step], other.stops[step])),
  };
}

/**
 * Reads a ladder. A stop stands until its rung, or a higher one, was seen to hold by something newer; success on a lower rung does not lift it.
 * A stop that is only possibly a failure never stands against a service that once got past it. The lowest stop that stands is the one to mend first.
 */
export function readLadder({ marks, stops }: Ladder): Reading {
  const stoppedAt = STEPS.find((step, index) => {
    const stop = stops[step];
    if (stop === null) return false;
    const passed = Math.max(...STEPS.slice(index).map((each) => marks[each]?.atMs ?? -Infinity));
    return isPossible(stop) ? passed === -Infinity : stop.atMs > passed;
  });
  const climbed = STEPS.findLastIndex((step) => marks[step] !== null);
  return {
    stoppedAt: stoppedAt ?? null,
    stop: stoppedAt === undefined ? null : stops[stoppedAt],
    height: stoppedAt === undefined ? climbed : STEPS.indexOf(stoppedAt) - 1,
  };
}

/** The newest stop, but a mere possibility never covers up a stop that has something behind it. */
function weightier(one: Stop | null, other: Stop | null): Stop | null {
  if (one === null || other === null || isPossible(one) === isPossible(other)) return newest(one, other);
  return isPossible(one) ? other : one;
}

function isPossible(stop: Stop): boolean {
  return stop.diagnosis.confidence === 'possible';
}

function newest<Seen extends Mark | Stop>(one: Seen | null, other: Seen | null): Seen | null {
  if (one === null || other === null) return one ?? other;
  if (one.atMs !== other.atMs) return one.atMs > other.atMs ? one : other;
  // Two observations of the same instant: any fixed order will do, as long as it does not depend on which came first.
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}
