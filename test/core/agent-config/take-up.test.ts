import { describe, expect, test } from 'vitest';
import { afterPoll, optionStates, type TakeUp } from '../../../main/core/agent-config/take-up.ts';

/** One agent over a list of polls, each `[tag of the answer, what is told, tag that is named]`, at the seconds 1, 2, 3 … */
function polled(...polls: readonly (readonly [string, Readonly<Record<string, string>>, string])[]): TakeUp | null {
  return polls.reduce<TakeUp | null>(
    (before, [etag, told, tagAsked], at) =>
      afterPoll(before, { service: 'shop', environment: '', etag, told, tagAsked, now: `second ${at + 1}` }),
    null,
  );
}

/** What is known of each option: `sent@2` or `applied@3`, nothing where it has reached nobody. */
function known(settings: Readonly<Record<string, string>>, takeUp: TakeUp | null): Record<string, string> {
  const states = optionStates(settings, takeUp === null ? [] : [takeUp]);
  return Object.fromEntries(
    states.map(({ name, agents: [agent] }) => [
      name,
      agent === undefined ? '' : `${agent.state}@${(agent.appliedAt ?? agent.sentAt)?.replace('second ', '')}`,
    ]),
  );
}

const A1 = { a: '1' };
const AB = { a: '1', b: '1' };
const AB2 = { a: '1', b: '2' };

describe('an option', () => {
  test('is sent, then applied from the first poll that names its tag', () => {
    expect(known(AB, null)).toEqual({ a: '', b: '' });
    expect(known(AB, polled(['E', AB, '']))).toEqual({ a: 'sent@1', b: 'sent@1' });
    expect(known(AB, polled(['E', AB, ''], ['E', AB, 'E'], ['E', AB, 'E']))).toEqual({
      a: 'applied@2',
      b: 'applied@2',
    });
  });

  test('that has not changed stays applied while another is on its way', () => {
    const first = [
      ['E', AB, ''],
      ['E', AB, 'E'],
    ] as const;

    // Changed, and nobody has asked since.
    expect(known(AB2, polled(...first))).toEqual({ a: 'applied@2', b: '' });
    expect(known(AB2, polled(...first, ['F', AB2, 'E']))).toEqual({ a: 'applied@2', b: 'sent@3' });
    expect(known(AB2, polled(...first, ['F', AB2, 'E'], ['F', AB2, 'F']))).toEqual({ a: 'applied@2', b: 'applied@4' });
  });

  test('is no longer known to be held once the agent names another tag or none, as after a restart', () => {
    const taken = [
      ['E', AB, ''],
      ['E', AB, 'E'],
    ] as const;

    expect(known(AB, polled(...taken, ['E', AB, '']))).toEqual({ a: 'sent@3', b: 'sent@3' });
    expect(known(AB2, polled(...taken, ['F', AB2, 'other']))).toEqual({ a: 'sent@3', b: 'sent@3' });
    expect(known(AB, polled(...taken, ['E', AB, ''], ['E', AB, 'E']))).toEqual({ a: 'applied@4', b: 'applied@4' });
  });

  test('that was taken away and comes back is applied only where it was held all the while', () => {
    const taken = [
      ['E', AB, ''],
      ['E', AB, 'E'],
      ['G', A1, 'E'],
    ] as const;

    // The agent never named G, so it holds E still.
    expect(known(AB, polled(...taken, ['E', AB, 'E']))).toEqual({ a: 'applied@2', b: 'applied@2' });
    expect(known(AB, polled(...taken, ['G', A1, 'G']))).toEqual({ a: 'applied@2', b: '' });
    expect(known(AB, polled(...taken, ['G', A1, 'G'], ['E', AB, 'G']))).toEqual({ a: 'applied@2', b: 'sent@5' });
  });

  test('that the agent may not know is not said to have reached it', () => {
    expect(known(AB, polled(['E', A1, ''], ['E', A1, 'E']))).toEqual({ a: 'applied@2', b: '' });
  });

  test('of an agent that holds the tag already when it is first seen was sent by nobody that is known', () => {
    const [option] = optionStates(
      A1,
      [polled(['E', A1, 'E'])].filter((each) => each !== null),
    );

    expect(option?.agents).toEqual([
      { service: 'shop', environment: '', state: 'applied', sentAt: null, appliedAt: 'second 1' },
    ]);
  });
});
