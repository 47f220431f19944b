import { describe, expect, test } from 'vitest';
import { permittedNames } from '../../../main/core/authority/permitted-names.ts';
import { readClientName } from '../../../main/core/certificates/client-name.ts';
import { acceptedClientNames } from '../../../main/core/certificates/issue-client-certificate.ts';

const issuer = { permitted: permittedNames('test-laptop', []) };

describe('a name of a client', () => {
  test.each([
    ['billing', 'billing', null, 'billing'],
    ['worker.apm.test', 'worker.apm.test', 'dns', 'worker'],
    ['apm-server', 'apm-server', 'dns', 'apm-server'],
    ['SPIFFE://APM.test/ns/shop', 'spiffe://apm.test/ns/shop', 'uri', 'shop'],
    ['spiffe://apm.test', 'spiffe://apm.test', 'uri', 'apm-test'],
    ['münchen.test', 'xn--mnchen-3ya.test', 'dns', 'xn--mnchen-3ya'],
  ])('%s is written as %s', (typed, text, kind, label) => {
    const name = readClientName(typed, issuer);

    expect(name).toMatchObject({ text, label });
    expect('general' in name ? (name.general?.kind ?? null) : 'refused').toBe(kind);
  });

  test.each([
    ['urn:uuid:1234', /Go rejects/],
    ['https://apm.test/billing', /spiffe/],
    ['spiffe://', /trust domain/],
    ['spiffe://10.0.0.1/billing', /Go rejects a URI with an address/],
    ['spiffe://apm.test:8200/billing', /trust domain/],
    ['spiffe://user@apm.test/billing', /trust domain/],
    ['spiffe://apm.test/../billing', /path/],
    ['spiffe://apm.test//billing', /path/],
    ['spiffe://apm.test/billing?x=1', /path/],
    ['10.0.0.1', /not by an address/],
    ['*.apm.test', /not by an address or a wildcard/],
    ['billing.example.com', /may only sign/],
    ['', /empty/],
  ])('%s is refused', (typed, why) => {
    const name = readClientName(typed, issuer);

    expect('why' in name ? name.why : name.text).toMatch(why);
    expect('fix' in name ? name.fix.length : 0).toBeGreaterThan(10);
  });

  test('that stands in the common name alone comes first, and there is one of it', () => {
    expect(acceptedClientNames(['billing', 'billing', 'a.test'], issuer).map(({ text }) => text)).toEqual([
      'billing',
      'a.test',
    ]);
    expect(() => acceptedClientNames(['a.test', 'billing'], issuer)).toThrow(/common name/);
    expect(() => acceptedClientNames([], issuer)).toThrow(/needs a name/);
  });
});
