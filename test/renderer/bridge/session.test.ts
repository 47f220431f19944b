import { describe, expect, test } from 'vitest';
import { openSession, type SessionPage } from '../../../renderer/bridge/session.ts';

interface Page extends SessionPage {
  readonly kept: Map<string, string>;
  readonly asked: { readonly path: string; readonly body: unknown }[];
  /** What is left in the address. */
  fragment: string;
}

/** A tab whose server answers in this order. */
function tab(
  fragment: string,
  answers: readonly (() => Response | Promise<Response>)[],
  kept: [string, string][] = [],
): Page {
  const left = [...answers];
  const page: Page = {
    kept: new Map(kept),
    asked: [],
    fragment,
    takeFragment: () => {
      const taken = page.fragment;
      page.fragment = '';
      return taken;
    },
    storage: {
      getItem: (key) => page.kept.get(key) ?? null,
      setItem: (key, value) => void page.kept.set(key, value),
      removeItem: (key) => void page.kept.delete(key),
    },
    fetch: async (input, init) => {
      page.asked.push({ path: String(input), body: JSON.parse(String(init?.body)) });
      const answer = left.shift();
      if (answer === undefined) throw new Error('asked more often than expected');
      return answer();
    },
  };
  return page;
}

const secret = (): Response => Response.json({ secret: 's3cret' });
const refused = (): Response => Response.json({ error: {} }, { status: 401 });
const unreachable = (): Response => {
  throw new TypeError('Failed to fetch');
};

describe('the session of a tab', () => {
  test('exchanges the code of its link once and keeps the secret in the tab', async () => {
    const page = tab('c0de', [secret]);
    const session = openSession(page);

    const answers = await Promise.all([session.secret(), session.secret(), session.secret()]);

    expect(answers).toEqual(['s3cret', 's3cret', 's3cret']);
    expect(page.asked).toEqual([{ path: '/session', body: { code: 'c0de' } }]);
    expect(page.kept.size).toBe(1);
  });

  test('takes the code out of the address before anything else', () => {
    const page = tab('c0de', [secret]);

    openSession(page);

    expect(page.fragment).toBe('');
    expect(page.asked).toEqual([]);
  });

  test('asks nobody where the tab holds a secret already', async () => {
    const page = tab('', [], [['sealwire-session', 'kept']]);

    expect(await openSession(page).secret()).toBe('kept');
  });

  test('falls back to the secret it holds where the link was used before', async () => {
    const page = tab('old', [refused], [['sealwire-session', 'kept']]);

    expect(await openSession(page).secret()).toBe('kept');
  });

  test('has none where the link is refused', async () => {
    expect(await openSession(tab('old', [refused])).secret()).toBeNull();
  });

  test('keeps the code while nothing answers, and tries again when asked again', async () => {
    const page = tab('c0de', [unreachable, secret]);
    const session = openSession(page);

    await expect(session.secret()).rejects.toThrow('Failed to fetch');
    expect(await session.secret()).toBe('s3cret');
  });

  test('forgets a secret that was refused', async () => {
    const page = tab('', [], [['sealwire-session', 'kept']]);
    const session = openSession(page);

    session.forget();

    expect(await session.secret()).toBeNull();
  });
});
