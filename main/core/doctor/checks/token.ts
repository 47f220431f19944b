import type { DoctorDetail } from '../../../contract/index.ts';
import { type Check, failed, type Outcome, passed, skipped, warned } from '../check.ts';
import type { Ask, Examination } from '../examination.ts';
import { type Admission, admissionOf, answerWords } from '../intake-answer.ts';

/** Whether a token or key is asked for, whether the right one lets in, and whether a wrong one keeps out; by batches without events, which store nothing. */
export const token: Check = {
  id: 'token',
  title: 'Token',
  needs: ['http'],
  run: async (it) => {
    const { credential } = it.order;
    const word = credential?.kind === 'api-key' ? 'API key' : 'secret token';
    const without = await tried(it, undefined);
    if (without.admission === 'absent') {
      return failed(
        'The server does not take events: it has no intake for agents.',
        without.words,
        'Check the address and its path; a proxy may pass other paths on than /intake/v2/events.',
      );
    }
    if (without.admission === 'busy' || without.admission === 'other') {
      return failed(
        'The server takes no events at present.',
        without.words,
        'Look at the log of the server; it is overloaded, or lacks what stores the events.',
      );
    }
    const isTrusted = await it.isTrusted();
    if (!isTrusted) {
      const reason = it.target.isTls ? 'its certificate is not verified' : 'the URL begins with http://';
      return credential === null
        ? withoutCredential(without.admission, without.words, null)
        : skipped(
            `The ${word} was not sent, because ${reason}.`,
            'Mend that first; a secret that was sent is a secret no more.',
          );
    }
    const wrong = await tried(it, 'made-up');
    const details: DoctorDetail[] = [
      { what: 'without a token', state: 'ok', text: saidOf(without.admission) },
      {
        what: 'a made-up token',
        state: wrong.admission === 'in' && without.admission !== 'in' ? 'failed' : 'ok',
        text: saidOf(wrong.admission),
      },
    ];
    if (wrong.admission === 'in') {
      return warned(
        'Everybody may send events: the server asks for no token and looks at none.',
        `${without.words}; ${wrong.words} with a made-up token`,
        'Set apm-server.auth.secret_token, and give it to the agents.',
        details,
      );
    }
    if (credential === null) return withoutCredential(without.admission, without.words, details);
    const right = await tried(it, 'own');
    const all: DoctorDetail[] = [
      ...details,
      { what: `the ${word}`, state: right.admission === 'in' ? 'ok' : 'failed', text: saidOf(right.admission) },
    ];
    if (right.admission === 'in') {
      return passed(`The ${word} is right, and a wrong one is refused.`, right.words, all);
    }
    if (right.admission === 'forbidden') {
      return failed(
        `The ${word} is known and may not send events.`,
        right.words,
        'Give the API key the privilege event:write for the application apm.',
        all,
      );
    }
    if (right.admission === 'busy' || right.admission === 'other') {
      return failed(
        `The server could not look at the ${word}.`,
        right.words,
        'Look at its log: API keys are looked up in Elasticsearch, which it may not reach.',
        all,
      );
    }
    return failed(
      `The ${word} is wrong.`,
      right.words,
      credential.kind === 'api-key'
        ? 'Check that apm-server.auth.api_key.enabled is true, and that the key is the base64 of "id:key".'
        : 'Compare it with apm-server.auth.secret_token of the server: a space or a line break at its end counts.',
      all,
    );
  },
};

function withoutCredential(admission: Admission, words: string, details: readonly DoctorDetail[] | null): Outcome {
  if (admission === 'unauthorised') {
    return passed('A token is asked for. None was given, so none was tried.', words, details ?? []);
  }
  return details === null
    ? passed('The server lets events in without a token; whether it looks at one was not tried.', words)
    : passed(
        'A token is looked at, and those without one may report as well, as browsers do (apm-server.auth.anonymous).',
        words,
        details,
      );
}

async function tried(it: Examination, credential: Ask['credential']): Promise<{ admission: Admission; words: string }> {
  const answer = await it.ask({
    method: 'POST',
    path: '/intake/v2/events',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: Buffer.alloc(0),
    ...(credential === undefined ? {} : { credential }),
  });
  return { admission: admissionOf(answer), words: answerWords('POST /intake/v2/events', answer) };
}

function saidOf(admission: Admission): string {
  return {
    in: 'let in',
    unauthorised: 'refused',
    forbidden: 'not allowed',
    absent: 'no such path',
    busy: 'not now',
    other: 'something else',
  }[admission];
}
