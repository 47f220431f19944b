import { describe, expect, test } from 'vitest';
import type { Push } from '../../../main/contract/index.ts';
import type { LinkState } from '../../../renderer/bridge/bridge.ts';
import { httpBridge } from '../../../renderer/bridge/http-bridge.ts';

type Answer = (path: string, init: RequestInit) => Response | Promise<Response>;

/** A bridge over these answers, one a request, and a record of what was sent and waited for. */
function bridgeOver(answers: readonly Answer[], secret: string | null = 's3cret') {
  const left = [...answers];
  const sent: { path: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  let held: string | null = secret;
  const bridge = httpBridge({
    session: {
      secret: async () => held,
      forget: () => {
        held = null;
      },
    },
    fetch: async (input, init = {}) => {
      sent.push({ path: String(input), init });
      const answer = left.shift();
      return answer === undefined ? new Promise<Response>(() => undefined) : answer(String(input), init);
    },
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  return { bridge, sent, waits };
}

/** Listens until the link has been in this many states. */
async function follow(
  bridge: ReturnType<typeof httpBridge>,
  states: number,
): Promise<{ links: LinkState[]; pushes: Push[] }> {
  const links: LinkState[] = [];
  const pushes: Push[] = [];
  await new Promise<void>((resolve) => {
    const end = bridge.listen(
      (push) => pushes.push(push),
      (state) => {
        links.push(state);
        if (links.length < states) return;
        resolve();
        queueMicrotask(() => end());
      },
    );
  });
  return { links, pushes };
}

const stream =
  (text: string): Answer =>
  () =>
    new Response(text);
const broken: Answer = () => {
  throw new TypeError('Failed to fetch');
};

describe('a call', () => {
  test('posts its input as JSON with the secret in a header', async () => {
    const { bridge, sent } = bridgeOver([() => Response.json({ token: 't' })]);

    expect(await bridge.call('token.show', {})).toEqual({ token: 't' });
    expect(sent).toEqual([
      {
        path: '/call/token.show',
        init: {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json', 'x-sealwire-session': 's3cret' },
        },
      },
    ]);
  });

  test('rejects with the sentence and the cure of the core', async () => {
    const error = { code: 'PORT_TAKEN', message: 'Port 8200 is taken.', fix: 'Use another.' };
    const { bridge } = bridgeOver([() => Response.json({ error }, { status: 409 })]);

    await expect(bridge.call('endpoint.start', {})).rejects.toMatchObject(error);
  });

  test('says that the connection is lost where nothing answers, or the answer is cut short', async () => {
    const { bridge } = bridgeOver([broken, () => new Response('{"tok')]);

    await expect(bridge.call('status', {})).rejects.toMatchObject({ code: 'INSTANCE_UNREACHABLE' });
    await expect(bridge.call('status', {})).rejects.toMatchObject({ code: 'INSTANCE_UNREACHABLE' });
  });

  test('does not leave the tab without a session', async () => {
    const { bridge, sent } = bridgeOver([], null);

    await expect(bridge.call('status', {})).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    expect(sent).toEqual([]);
  });

  test('forgets a secret that is refused, so that the next one asks nobody', async () => {
    const { bridge, sent } = bridgeOver([() => Response.json({}, { status: 401 })]);

    await expect(bridge.call('status', {})).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    await expect(bridge.call('status', {})).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    expect(sent).toHaveLength(1);
  });

  test('makes something readable of an answer that is no error of ours', async () => {
    const { bridge } = bridgeOver([() => Response.json({ oops: true }, { status: 500 })]);

    await expect(bridge.call('status', {})).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});

describe('the pushes', () => {
  test('are the lines of the stream', async () => {
    const { bridge } = bridgeOver([stream('{"topic":"changed","what":["tokens"]}\n\n{"topic":"stopping"}\n')]);

    const { links, pushes } = await follow(bridge, 2);

    expect(links).toEqual(['open', 'lost']);
    expect(pushes).toEqual([{ topic: 'changed', what: ['tokens'] }, { topic: 'stopping' }]);
  });

  test('come again by themselves after the connection was lost, later each time, and at once again after a good one', async () => {
    const { bridge, waits } = bridgeOver([broken, broken, broken, stream(''), broken]);

    const { links } = await follow(bridge, 6);

    expect(links).toEqual(['lost', 'lost', 'lost', 'open', 'lost', 'lost']);
    expect(waits.slice(0, 3)).toEqual([500, 1000, 2000]);
    expect(waits[3]).toBe(250);
  });

  test('are tried for at least every five seconds', async () => {
    const { bridge, waits } = bridgeOver(Array.from({ length: 12 }, () => broken));

    await follow(bridge, 12);

    expect(Math.max(...waits)).toBe(5000);
  });

  test('end for good where the session is refused', async () => {
    const { bridge, sent } = bridgeOver([() => Response.json({}, { status: 401 }), stream('')]);

    const { links } = await follow(bridge, 1);

    expect(links).toEqual(['refused']);
    expect(sent).toHaveLength(1);
  });
});
