import type { DoctorDetail } from '../../../contract/index.ts';
import { type Check, passed, skipped, warned } from '../check.ts';
import { answerWords } from '../intake-answer.ts';

const SIGNALS = ['traces', 'metrics', 'logs'] as const;

/** Whether OpenTelemetry may report over HTTP, by export requests without anything in them (reference/intake-protocol.md A5). */
export const otlpHttp: Check = {
  id: 'otlp-http',
  title: 'OTLP over HTTP',
  needs: ['identity', 'token'],
  run: async (it) => {
    const isTrusted = await it.isTrusted();
    const answers = [];
    for (const signal of SIGNALS) {
      const answer = await it.ask({
        method: 'POST',
        path: `/v1/${signal}`,
        headers: { 'Content-Type': 'application/x-protobuf' },
        body: Buffer.alloc(0),
        ...(isTrusted ? { credential: 'own' } : {}),
      });
      if (answer.status === 401) return skipped('The server asks for a token, and none was given.');
      answers.push({ signal, answer });
    }
    const details = answers.map(
      ({ signal, answer }): DoctorDetail => ({
        what: signal,
        state: answer.status === 200 ? 'ok' : 'warning',
        text: answer.status === 200 ? 'taken' : answerWords(`/v1/${signal}`, answer),
      }),
    );
    const bad = answers.filter(({ answer }) => answer.status !== 200);
    const [first] = bad;
    if (first === undefined)
      return passed(
        'OpenTelemetry can report over HTTP: traces, metrics and logs.',
        'three empty exports answered 200',
        details,
      );
    return warned(
      `OpenTelemetry cannot report ${bad.map(({ signal }) => signal).join(', ')} over HTTP.`,
      answerWords(`POST /v1/${first.signal}`, first.answer),
      first.answer.status === 404
        ? 'Where a proxy stands in front, let it pass on /v1/traces, /v1/metrics and /v1/logs.'
        : 'Look at the log of the server.',
      details,
    );
  },
};
