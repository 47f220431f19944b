import { expect, test } from 'vitest';
import { factStream } from './fact-stream.ts';
import { memoryStore, openEvidence } from './open-evidence.ts';

test('what a canary showed is kept over a restart, said once, and gives way to the next canary', async () => {
  const store = memoryStore();
  const at = factStream('c1');
  const key = { service: 'shop-api', environment: null };
  const first = openEvidence({ store });
  first.take([at.accepted(), at.hello(), at.secured(), at.request(), at.metadata(), at.stored(1), at.closed()]);
  const before = first.service('shop-api');
  first.evidence.keepVerification(key, { result: 'off', at: '2026-11-23T12:01:00.000Z', how: 'sent', alert: null });
  const shown = first.service('shop-api');
  await first.evidence.close();

  const second = openEvidence({ store });
  await second.evidence.recalled;
  const recalled = second.service('shop-api');
  second.evidence.keepVerification(key, {
    result: 'verified',
    at: '2026-11-23T12:02:00.000Z',
    how: 'alert',
    alert: 'unknown_ca',
  });
  const mended = second.service('shop-api');

  const rest = { verifies: null, diagnosis: null, steps: [] };
  expect({ ...shown, ...rest }).toEqual({ ...before, ...rest });
  expect(trusted(recalled)).toBe(trusted(shown));
  expect(trusted(shown)).toMatch(/; the canary of 2026-11-23 12:01 UTC showed that verification is switched off$/);
  expect([shown, recalled].map(({ diagnosis }) => diagnosis?.code)).toEqual(['VERIFICATION_OFF', 'VERIFICATION_OFF']);
  expect(mended).toMatchObject({ verifies: { result: 'verified' }, diagnosis: null });
  expect(trusted(mended)).toMatch(/; the canary of 2026-11-23 12:02 UTC showed that it verifies$/);
});

function trusted({ steps }: { readonly steps: readonly { readonly step: string; readonly evidence: string }[] }) {
  return steps.find(({ step }) => step === 'trusted')?.evidence;
}
