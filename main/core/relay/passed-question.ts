import type { Reply } from '../endpoint/http/reply.ts';
import type { RelayedHead, Upstream } from './ports.ts';

/** An agent waits for no answer longer than this; Python's default is 5 s. */
const ANSWER_MS = 4000;

/** Headers of an answer that are the server's own words, spelled as Go spells them. */
const PASSED = ['Access-Control-Expose-Headers', 'Cache-Control', 'Content-Type', 'Etag', 'X-Content-Type-Options'];

/** What the server behind answers to a question of an agent, as it came; null where it does not answer in time. */
export async function passedQuestion(upstream: Upstream, head: RelayedHead, body: Uint8Array): Promise<Reply | null> {
  try {
    const answer = await upstream.ask(head, body, ANSWER_MS);
    const headers = PASSED.flatMap((name) => {
      const value = answer.headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, value]];
    });
    return { status: answer.status, headers: Object.fromEntries(headers), raw: answer.body };
  } catch {
    // The relay's own state says why, as soon as something else is to be passed on.
    return null;
  }
}
