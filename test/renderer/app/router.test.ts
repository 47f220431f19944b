import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, placeOf } from '../../../renderer/app/router.ts';
import { screenAt } from '../../../renderer/app/screens.tsx';
import { isAtAddress, serviceAddress } from '../../../renderer/app/service-address.ts';

describe('addresses', () => {
  test('hold any value of a query', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })), (values) => {
        const { path, query } = placeOf(addressOf('/traffic', values));

        expect(path).toBe('/traffic');
        expect(Object.fromEntries(query)).toEqual({ ...values });
      }),
      { numRuns: 200 },
    );
  });

  test('leave out what is empty', () => {
    expect(addressOf('/traffic', { text: '', service: null })).toBe('/traffic');
  });

  test('lead to the service they name, whatever it is called', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.option(fc.string({ minLength: 1 })),
        (name, environment) => {
          const service = { service: name, environment };
          const { path, query } = placeOf(serviceAddress(service));
          const found = screenAt(path);

          expect(found?.screen.path).toBe('/service');
          expect(isAtAddress(service, found?.rest ?? '', query.get('environment'))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('of connections without a service lead to the screen they share', () => {
    const nobody = { service: null, environment: null };

    expect(serviceAddress(nobody)).toBe('/service');
    expect(isAtAddress(nobody, '', null)).toBe(true);
  });
});

describe('screens', () => {
  test.each([
    ['/', '/', ''],
    ['/connect', '/connect', ''],
    ['/connect/python', '/connect', 'python'],
    ['/attempt/a%2Fb', '/attempt', 'a/b'],
    ['/attempt/%E0%A4%A', '/attempt', '%E0%A4%A'],
  ])('at %s is %s', (path, screen, rest) => {
    expect(screenAt(path)).toMatchObject({ screen: { path: screen }, rest });
  });

  test.each(['/lab', '/nothing/here', '/connect-to'])('there is none at %s', (path) => {
    expect(screenAt(path)).toBeNull();
  });
});
