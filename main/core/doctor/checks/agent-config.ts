import { shortText } from '../../evidence/short-text.ts';
import { type Check, passed, skipped, warned } from '../check.ts';
import { answerWords } from '../intake-answer.ts';

/** Whether agents get their central configuration, with the headers that they go by (reference/intake-protocol.md A4, reference/agents.md §4). */
export const agentConfig: Check = {
  id: 'agent-config',
  title: 'Central configuration',
  needs: ['identity', 'token'],
  run: async (it) => {
    const answer = await it.ask({
      method: 'GET',
      path: '/config/v1/agents?service.name=sealwire-doctor',
      ...((await it.isTrusted()) ? { credential: 'own' } : {}),
    });
    const evidence = answerWords('GET /config/v1/agents', answer);
    const { status, headers } = answer;
    if (status === 401) return skipped('The server asks for a token, and none was given.');
    if (status === 503) {
      return warned(
        'The server hands out no central configuration: what it is read from is not ready.',
        evidence,
        'See that the server reaches Elasticsearch; agents go on with their own settings meanwhile.',
      );
    }
    if (status !== 200 && status !== 304) {
      return warned(
        'Agents get no central configuration.',
        evidence,
        'Where a proxy stands in front, let it pass on /config/v1/agents; else look at the log of the server. Agents go on with their own settings.',
      );
    }
    const age = Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1] ?? Number.NaN);
    const missing = [
      ...(headers.etag === undefined ? ['Etag, without which .NET reports an error at every poll'] : []),
      ...(age === 0 ? ['a Cache-Control that lets time pass: with max-age=0 Go polls without a pause'] : []),
    ];
    return missing.length > 0
      ? warned(
          `Central configuration comes without ${missing.join(' and ')}.`,
          evidence,
          'Have the proxy in front of it leave the headers as they are.',
        )
      : passed(
          'Agents get their central configuration.',
          `${evidence.split(':')[0]}, Etag ${shortText(headers.etag ?? '', 60)}`,
        );
  },
};
