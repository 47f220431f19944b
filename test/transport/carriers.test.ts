import { describe, expect, test } from 'vitest';
import {
  type Client,
  fail,
  PROCEDURES,
  type ProcedureInput,
  type ProcedureName,
  type Push,
  SealwireError,
} from '../../main/contract/index.ts';
import { NOT_FOR_BROWSERS } from '../../main/transport/browser-exclusions.ts';
import { NOT_FOR_WINDOWS } from '../../main/transport/window-exclusions.ts';
import { CARRIERS } from '../support/carriers.ts';
import { FAKE_TOKEN, fakeCore } from '../support/fake-core.ts';
import * as data from '../support/fake-data.ts';
import { SAMPLE_INPUTS } from '../support/sample-inputs.ts';

const NAMES = Object.keys(PROCEDURES) as ProcedureName[];

describe.each(CARRIERS)('the contract over: $title', (carrier) => {
  const withheld: Readonly<Record<string, typeof NOT_FOR_WINDOWS>> = {
    'loopback HTTP': NOT_FOR_BROWSERS,
    'Electron IPC': NOT_FOR_WINDOWS,
  };
  const offered = NAMES.filter((name) => withheld[carrier.title]?.[name] === undefined);

  test('every procedure answers what the core answers', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);

    for (const name of offered) {
      const input = SAMPLE_INPUTS[name].takes;
      const parsed = PROCEDURES[name].input.parse(input);
      const direct = await answerAnything(core, name, parsed);
      expect(await callAnything(client, name, input), name).toEqual(direct);
      expect(core.calls.at(-1), name).toEqual({ name, input: parsed });
    }
  });

  test('every procedure that asks for something refuses what does not fit, naming the field and not the value', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);

    for (const name of offered) {
      const { refuses } = SAMPLE_INPUTS[name];
      if (refuses === undefined) continue;
      const error = await refusal(callAnything(client, name, refuses.input));
      expect(error.code, name).toBe('INPUT_INVALID');
      expect(error.message).toContain(`"${refuses.field}" of ${name}`);
      expect(error.message).toMatch(/^[^\n]{10,200}\.$/);
    }
    expect(core.calls).toEqual([]);
  });

  test.each([null, [], 'text', 42, true])('no procedure takes %j for an input', async (input) => {
    const core = fakeCore();
    const client = await carrier.connect(core);

    for (const name of offered) {
      const error = await refusal(callAnything(client, name, input));
      expect(error.message).toBe(`The input of ${name} must be an object.`);
    }
    expect(core.calls).toEqual([]);
  });

  test.each(['nothing.here', '__proto__', 'constructor', 'toString', ''])('does not know "%s"', async (name) => {
    const client = await carrier.connect(fakeCore());

    const error = await refusal(callAnything(client, name as ProcedureName, {}));

    expect(error.code).toBe('PROCEDURE_UNKNOWN');
    expect(error.message).toContain(`"${name}"`);
  });

  test('a secret is carried to whoever asks for it and repeated in no error', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    core.answer('vault.unlock', async () => {
      throw fail('PASSPHRASE_WRONG');
    });

    expect(await client.call('token.show', {})).toEqual({ token: FAKE_TOKEN });
    const wrong = await refusal(client.call('vault.unlock', { passphrase: 'hunter2-hunter2' }));
    const invalid = await refusal(callAnything(client, 'vault.use', { use: 'hunter2-hunter2' }));

    expect(JSON.stringify([wrong.toShape(), invalid.toShape()])).not.toContain('hunter2');
  });

  test('errors of the catalogue arrive with code, message, fix and exit code intact', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    const thrown = fail('PORT_TAKEN', { port: 8200, address: '127.0.0.1', owner: 'node (pid 4)', next: 8201 });
    core.answer('endpoint.start', async () => {
      throw thrown;
    });

    const error = await refusal(client.call('endpoint.start', {}));

    expect(error.toShape()).toEqual(thrown.toShape());
    expect(error.exit).toBe(1);
  });

  test('an error that the core did not expect arrives as INTERNAL', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    core.answer('status', async () => {
      throw new RangeError('index 3 of 2');
    });

    const error = await refusal(client.call('status', {}));

    expect(error.code).toBe('INTERNAL');
    expect(error.message).toContain('index 3 of 2');
  });

  test('an answer holds what the contract names and nothing else', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    core.answer('token.rotate', async () => Object.assign({}, data.token, { text: FAKE_TOKEN }));

    expect(await client.call('token.rotate', {})).toEqual(data.token);
  });

  test('an answer that breaks the contract is an error, not an answer', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    core.answer('event.purge', async () => JSON.parse('{"removed":"three"}'));

    const error = await refusal(client.call('event.purge', {}));

    expect(error.message).toContain('its answer to event.purge does not fit the contract at "removed"');
  });

  test('calls run side by side and each gets its own answer', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    const waiting: (() => void)[] = [];
    const allAsked = Promise.withResolvers<void>();
    core.answer('attempt.show', async ({ id }) => {
      await new Promise<void>((release) => {
        waiting.push(release);
        if (waiting.length === 50) allAsked.resolve();
      });
      return { ...data.attemptDetail, id };
    });
    const ids = Array.from({ length: 50 }, (_, at) => `att-${at}`);

    const answers = Promise.all(ids.map((id) => client.call('attempt.show', { id })));
    await allAsked.promise;
    for (const release of waiting.toReversed()) release();

    expect((await answers).map(({ id }) => id)).toEqual(ids);
  });

  test('an answer of several megabytes arrives whole', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    const events = Array.from({ length: 10_000 }, (_, sequence) => ({
      ...data.event,
      sequence,
      document: { text: `€${'x'.repeat(500)}` },
    }));
    core.answer('event.list', async () => ({ events }));

    expect(await client.call('event.list', { limit: 10_000 })).toEqual({ events });
  });

  // In process nothing travels, so there is nothing to bound.
  const remoteTest = carrier.isRemote ? test : () => undefined;
  remoteTest('an answer beyond the bound is refused with the way out, and the next call works', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    const document = { text: 'x'.repeat(17 * 1024 * 1024) };
    core.answer('event.list', async () => ({ events: [{ ...data.event, document }] }));

    const error = await refusal(client.call('event.list', {}));

    expect(error.toShape()).toEqual(fail('TOO_LARGE', { what: 'answer', limit: '16 MiB' }).toShape());
    expect(await client.call('token.show', {})).toEqual({ token: FAKE_TOKEN });
  });

  test('a listener is told first that everything may have changed, then every push in order', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    const heard = recorder();
    client.listen(heard.listener);
    const [first] = await heard.atLeast(1);
    const pushes: Push[] = [
      { topic: 'service', service: data.service },
      { topic: 'attempt', attempt: data.attempt },
      { topic: 'events', events: [data.event] },
      { topic: 'changed', what: ['tokens', 'status'] },
      { topic: 'stopping' },
    ];

    for (const push of pushes) core.push(push);

    expect(first).toMatchObject({ topic: 'changed', what: expect.arrayContaining(['status', 'events', 'settings']) });
    expect((await heard.atLeast(6)).slice(1)).toEqual(pushes);
  });

  test('two listeners hear the same, and one that has ended hears nothing more', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    const [ended, staying] = [recorder(), recorder()];
    const end = client.listen(ended.listener);
    client.listen(staying.listener);
    await Promise.all([ended.atLeast(1), staying.atLeast(1)]);

    core.push({ topic: 'changed', what: ['vault'] });
    await Promise.all([ended.atLeast(2), staying.atLeast(2)]);
    end();
    end();
    core.push({ topic: 'stopping' });
    await staying.atLeast(3);

    expect(ended.pushes).toHaveLength(2);
  });

  test('closing the client ends its subscriptions at the core', async () => {
    const core = fakeCore();
    const client = await carrier.connect(core);
    const heard = recorder();
    client.listen(heard.listener);
    await heard.atLeast(1);
    expect(core.listeners()).toBe(1);

    await client.close();

    await expect.poll(core.listeners).toBe(0);
  });
});

/** The types tie a name to its input; a suite that goes over all names, and over wrong inputs, has to step around them. */
function callAnything(client: Client, name: ProcedureName, input: unknown): Promise<unknown> {
  return client.call(name, input as ProcedureInput<ProcedureName>);
}

/** What the core itself says, without a trace in its record of calls. */
function answerAnything(core: ReturnType<typeof fakeCore>, name: ProcedureName, input: unknown): Promise<unknown> {
  return (core.handlers[name] as (input: unknown) => Promise<unknown>)(input);
}

async function refusal(call: Promise<unknown>): Promise<SealwireError> {
  const outcome = await call.catch((error: unknown) => error);
  if (outcome instanceof SealwireError) return outcome;
  throw new Error(`expected a refusal, got ${JSON.stringify(outcome) ?? outcome}`);
}

function recorder(): {
  readonly pushes: readonly Push[];
  listener(push: Push): void;
  atLeast(count: number): Promise<readonly Push[]>;
} {
  const pushes: Push[] = [];
  let waiting: { count: number; resolve(pushes: readonly Push[]): void }[] = [];
  return {
    pushes,
    listener: (push) => {
      pushes.push(push);
      for (const each of waiting) if (pushes.length >= each.count) each.resolve(pushes);
      waiting = waiting.filter((each) => pushes.length < each.count);
    },
    atLeast: (count) =>
      new Promise((resolve) => {
        if (pushes.length >= count) resolve(pushes);
        else waiting.push({ count, resolve });
      }),
  };
}
