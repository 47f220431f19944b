import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeAnswer } from '../../../main/core/relay/judge-answer.ts';
import type { RelayedHead } from '../../../main/core/relay/ports.ts';

const HEAD: RelayedHead = { method: 'POST', target: '/intake/v2/events', headers: {}, isAuthorised: true };

test('any answer at all is judged, and what is shown of it is short and plain', () => {
  const headers = fc.dictionary(fc.constantFrom('content-type', 'retry-after', 'location'), fc.string());
  const body = fc.oneof(
    fc.uint8Array(),
    fc.json().map((text) => Buffer.from(text)),
    fc
      .record({ accepted: fc.anything(), errors: fc.anything(), error: fc.anything() }, { requiredKeys: [] })
      .map((value) => Buffer.from(JSON.stringify(value) ?? '')),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 599 }),
      headers,
      body,
      fc.boolean(),
      (status, sent, bytes, isAuthorised) => {
        const judged = judgeAnswer({ status, headers: sent, body: bytes }, { ...HEAD, isAuthorised });

        expect(['taken', 'refused', 'later', 'held']).toContain(judged.kind);
        if (status >= 200 && status < 300) expect(judged.kind).toBe('taken');
        if (status >= 500) expect(judged.kind).toBe('later');
        if (judged.kind !== 'taken') {
          expect(judged.why.length).toBeLessThan(230);
          expect(judged.why).not.toMatch(/\p{Cc}/u);
        }
      },
    ),
  );
});
