import { expect, test } from 'vitest';
import type { Diagnosis } from '../../../main/contract/index.ts';
import { withLog } from '../../../main/core/diagnose/with-log.ts';
import { factStream } from './fact-stream.ts';
import { LISTENING, openEvidence, STOPPED } from './open-evidence.ts';

const LOGGED: Diagnosis = {
  code: 'CA_NOT_TRUSTED',
  summary: 'Go does not trust the certificate that it was shown.',
  cause: 'Most likely the file is missing.',
  confidence: 'probable',
  fixes: [],
};
const launched = { pid: 4712, agent: 'go', service: 'shop', command: './shop' };

function waiting() {
  const opened = openEvidence();
  opened.evidence.endpointChanged(LISTENING);
  opened.evidence.launched(launched);
  return opened;
}

test('what an agent logged is said of a service that nothing has come of', () => {
  const { evidence, service } = waiting();
  expect(service('shop').diagnosis?.code).toBe('NOTHING_ARRIVED');

  evidence.logged('shop', LOGGED);

  expect(service('shop').diagnosis).toEqual({
    ...LOGGED,
    cause: 'Its own log says so. Most likely the file is missing.',
  });
});

test('an endpoint that is stopped stays the reason', () => {
  const { evidence, service } = waiting();
  evidence.logged('shop', { ...LOGGED, code: 'NOTHING_ARRIVED' });

  evidence.endpointChanged(STOPPED);

  expect(service('shop').diagnosis?.code).toBe('ENDPOINT_STOPPED');
});

test.each(['started anew', 'forgotten'])('it is dropped where the service is %s', (how) => {
  const { evidence, service } = waiting();
  evidence.logged('shop', LOGGED);

  if (how === 'forgotten') evidence.forget('shop', null);
  evidence.launched(launched);

  expect(service('shop').diagnosis?.code).toBe('NOTHING_ARRIVED');
});

test('a service that reports has nothing said of it', () => {
  const { evidence, service, take } = waiting();
  evidence.logged('shop-api', LOGGED);
  const at = factStream('c1');

  take([at.accepted(), at.hello(), at.secured(), at.request(), at.metadata(), at.stored(1), at.closed()]);

  expect(service('shop-api').diagnosis).toBeNull();
});

test('what the endpoint saw for certain outweighs it, what it only guessed does not', () => {
  const seen = { ...LOGGED, code: 'TOKEN_WRONG' } as const;

  expect(withLog({ ...seen, confidence: 'certain' }, LOGGED)).toEqual({ ...seen, confidence: 'certain' });
  expect(withLog({ ...seen, confidence: 'probable' }, LOGGED)?.code).toBe('CA_NOT_TRUSTED');
  expect(withLog({ ...seen, confidence: 'possible' }, LOGGED)?.code).toBe('CA_NOT_TRUSTED');
  expect(withLog(null, LOGGED)).toBeNull();
});
