import { type Check, failed, passed, skipped } from '../check.ts';
import { answerWords } from '../intake-answer.ts';

/** The name under which the one event is found again. */
const SERVICE = 'sealwire-doctor';
const NAME = 'Sealwire doctor test';

/** Sends the one test event, where that was asked for: a transaction that says by its name what it is. */
export const testEvent: Check = {
  id: 'test-event',
  title: 'Test event',
  needs: ['identity', 'token'],
  run: async (it) => {
    if (!it.order.send) return skipped('No test event was asked for, so nothing was sent that the server keeps.');
    if (!(await it.isTrusted())) return skipped('The certificate is not verified, so nothing is sent.');
    const { world, order } = it;
    const lines = [
      { metadata: { service: { name: SERVICE, agent: { name: 'sealwire-doctor', version: order.version } } } },
      {
        transaction: {
          id: world.randomBytes(8).toString('hex'),
          trace_id: world.randomBytes(16).toString('hex'),
          timestamp: world.now().getTime() * 1000,
          name: NAME,
          type: 'test',
          duration: 1,
          outcome: 'success',
          sampled: true,
          span_count: { started: 0 },
        },
      },
    ];
    const answer = await it.ask({
      method: 'POST',
      path: '/intake/v2/events?verbose',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body: Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
      credential: 'own',
    });
    const evidence = answerWords('POST /intake/v2/events', answer);
    return answer.status === 202
      ? passed(`One transaction was taken: look for "${NAME}" of the service ${SERVICE}.`, evidence)
      : failed(
          'The test event was not taken.',
          evidence,
          answer.status === 401 ? 'Give the token as well.' : 'Look at the log of the server.',
        );
  },
};
