import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeApiKey } from '../../../main/core/endpoint/http/api-key.ts';
import { clientAddress } from '../../../main/core/endpoint/http/client-address.ts';
import { matchesGlob } from '../../../main/core/endpoint/http/glob.ts';

/* Whatever a client writes into a header, and whatever pattern it is held against. */

const base64Text = fc.string({ unit: fc.constantFrom('A', 'z', '9', '+', '/', '=', '-', ' ', 'é'), maxLength: 12 });

describe('small parsers', () => {
  test('a pattern matches what the same regular expression does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (glob, given) => {
        const expression = glob.replaceAll('.', '\\.').replaceAll('*', '.*');
        expect(matchesGlob(glob, given)).toBe(new RegExp(`^${expression}$`).test(given));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  test('a key is well encoded if and only if it is padded base64, and a mistake is inside the text or at its end', () => {
    fc.assert(
      fc.property(base64Text, (given) => {
        const verdict = judgeApiKey(given);
        const isEncoded = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(given);
        const at = verdict === 'unverifiable' ? null : /input byte (\d+)$/.exec(verdict.refusal);
        expect(at === null).toBe(isEncoded);
        if (at !== null) expect(Number(at[1])).toBeLessThanOrEqual(given.length);
      }),
      { numRuns: 5000, seed: 7 },
    );
  });

  test('any header leaves an address', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('for=', '"', '\\', '[', ']', ':', '1', '.', 'f', '%', ',', ';') }),
        (given) => {
          const headers = { forwarded: [given], 'x-real-ip': [given], 'x-forwarded-for': [given] };
          expect(clientAddress(headers, '127.0.0.1')).not.toBe('');
        },
      ),
      { numRuns: 5000, seed: 7 },
    );
  });
});
